import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../base/clock.ts'
import { toAppError } from '../../errors/failure.ts'
import { LARGEST, readTextIfThere } from '../../files/files.ts'
import { PUBLIC_ENDPOINTS } from '../../network/endpoints.ts'
import { createCliProfiles, type CliProfiles } from './cli-profiles.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'
import { NO_STAND_IN } from '../../network/stand-in.ts'

let home = ''
beforeEach(() => (home = mkdtempSync(path.join(tmpdir(), 'cli-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

const at = (...names: string[]): string => path.join(home, ...names)
function put(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** The profiles of a real disk, whose own folder is `.aws` in the home folder. */
const profilesHere = (): CliProfiles =>
  createCliProfiles({
    folder: at('.aws'),
    managed: NOT_MANAGED,
    isStandIn: NO_STAND_IN,
    endpoints: PUBLIC_ENDPOINTS,
    clock: systemClock,
    files: { read: (file) => readTextIfThere(file, LARGEST.cli) },
  })
const namesIn = (profiles: CliProfiles): readonly string[] =>
  (profiles.listed() ?? []).map(({ name }) => name)
const codeOf = async (looking: Promise<unknown>): Promise<string> =>
  looking.then(
    () => 'none',
    (error: unknown) => toAppError(error).code,
  )

const KEYS = 'aws_access_key_id = ASIA1\naws_secret_access_key = s\naws_session_token = t\n'
const SSO = [
  '[profile payer]',
  'sso_session = nw',
  'sso_account_id = 418207315602',
  'sso_role_name = AdministratorAccess',
  '[sso-session nw]',
  'sso_start_url = https://northwind.awsapps.com/start',
  'sso_region = us-east-1',
].join('\n')
const token = (hours: number): string =>
  JSON.stringify({
    accessToken: 'a',
    expiresAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
  })
const cache = `sso/cache/${createHash('sha1').update('nw').digest('hex')}.json`

describe('a folder that somebody chose', () => {
  test('is looked into instead of the CLI’s own, until that is wanted again', async () => {
    put(at('.aws', 'credentials'), `[usual]\n${KEYS}`)
    put(at('corp', 'config'), SSO)
    put(at('corp', 'credentials'), `[shared]\n${KEYS}`)
    const profiles = profilesHere()
    expect(profiles.folder()).toBe('')
    await profiles.lookIn(at('corp'))
    expect(profiles.folder()).toBe(at('corp'))
    expect(namesIn(profiles)).toEqual(['payer', 'shared'])
    expect(await profiles.credentials('shared')).toMatchObject({ accessKeyId: 'ASIA1' })
    expect(await codeOf(profiles.credentials('usual'))).toBe('profile-missing')
    await profiles.lookIn('')
    expect(profiles.folder()).toBe('')
    expect(namesIn(profiles)).toEqual(['usual'])
  })

  test('may be the one in which .aws lies', async () => {
    put(at('dana', '.aws', 'credentials'), `[theirs]\n${KEYS}`)
    const profiles = profilesHere()
    await profiles.lookIn(at('dana'))
    expect(namesIn(profiles)).toEqual(['theirs'])
  })

  test.each([
    ['the CLI’s own folder, where it always leaves them', [['.aws', 1]], ''],
    ['the folder itself, where that is a whole other one', [['corp', 1]], ''],
    [
      'the folder itself before the CLI’s own',
      [
        ['corp', -1],
        ['.aws', 1],
      ],
      'profile-ended',
    ],
    ['neither', [], 'profile-ended'],
  ] as const)('finds a sign-in in %s', async (_where, tokens, refusal) => {
    put(at('corp', 'config'), SSO)
    for (const [folder, hours] of tokens) put(at(folder, cache), token(hours))
    const profiles = profilesHere()
    await profiles.lookIn(at('corp'))
    expect(profiles.listed()).toMatchObject([{ name: 'payer', refusal }])
  })

  test.each(['nowhere', 'empty', 'other'])('%s has nothing, and is said to', async (name) => {
    mkdirSync(at('empty'))
    put(at('other', 'settings.ini'), SSO)
    put(at('.aws', 'credentials'), `[usual]\n${KEYS}`)
    const profiles = profilesHere()
    await profiles.list()
    const error = await profiles.lookIn(at(name)).catch((thrown: unknown) => toAppError(thrown))
    expect(error).toMatchObject({
      code: 'profile-folder-empty',
      facts: { folder: at(name) },
      field: 'profile',
    })
    // It stays where it was.
    expect(profiles.folder()).toBe('')
    expect(namesIn(profiles)).toEqual(['usual'])
  })
})

describe.skipIf(process.platform === 'win32')('a hostile folder', () => {
  const hostile: readonly (readonly [string, (file: string) => void])[] = [
    ['a pipe', (file) => void execFileSync('mkfifo', [file])],
    ['a folder', (file) => mkdirSync(file)],
    ['a circle of links', (file) => symlinkSync(file, file)],
    ['a link to a device', (file) => symlinkSync('/dev/zero', file)],
    ['more than is ever read', (file) => truncateSync(put(file, ''), LARGEST.cli + 1)],
  ]
  test.each(hostile)('with %s in place of a file is refused by its name', async (_what, make) => {
    mkdirSync(at('corp'))
    put(at('corp', 'config'), SSO)
    make(at('corp', 'credentials'))
    const profiles = profilesHere()
    const error = await profiles.lookIn(at('corp')).catch((thrown: unknown) => toAppError(thrown))
    expect(error).toMatchObject({
      code: 'profile-files-unreadable',
      facts: { file: at('corp', 'credentials') },
    })
    expect(profiles.folder()).toBe('')
  })

  test('with bytes that are no text, and with names of objects, has no profile that can be used', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, byte) => byte % 256))
    mkdirSync(at('corp'))
    writeFileSync(at('corp', 'config'), bytes)
    put(at('corp', 'credentials'), `[__proto__]\n[constructor]\ntoString = x\n${'['.repeat(5000)}`)
    const profiles = profilesHere()
    await profiles.lookIn(at('corp'))
    const listed = profiles.listed() ?? []
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(['__proto__']))
    expect(listed.filter(({ refusal }) => refusal === '')).toEqual([])
  })

  test('gives no sign-in of anybody’s but by the name of its own session', async () => {
    put(at('corp', 'config'), SSO.replaceAll('nw', '../../../x'))
    put(at('x.json'), token(1))
    const profiles = profilesHere()
    await profiles.lookIn(at('corp'))
    expect(profiles.listed()).toMatchObject([{ refusal: 'profile-ended' }])
  })
})
