import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { repositoryRoot } from '../../runtime/paths.ts'
import { differencesOf } from './differences.ts'
import { emptied, finish } from './finish.ts'
import { NAMESPACE, signSums } from './signature.ts'
import { artefactsIn, readSums, SIGNATURE, SUMS, writeSums } from './sums.ts'

const run = promisify(execFile)
const shipped = { executable: '/nowhere/electron', version: '45.5.0', fallback: false }
const nothing = { compare: '', reproduce: false, key: '' }

let top: string
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'release-'))
})
afterEach(() => rm(top, { recursive: true, force: true }))

/** A folder with the artefacts of a release. */
async function release(name: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = path.join(top, name)
  await mkdir(path.join(folder, 'linux-unpacked'), { recursive: true })
  const files = { 'b.tar.gz': 'packed', 'a.json': '{\n  "a": 1\n}\n', 'builder-debug.yml': name }
  for (const [file, text] of Object.entries({ ...files, ...more }))
    await writeFile(path.join(folder, file), text)
  return folder
}

async function newKey(): Promise<string> {
  const key = path.join(top, 'key')
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a releaser', '-f', key])
  return key
}

/** A command that `verify.md` gives to people. */
function fromGuide(begins: string): string {
  const guide = readFileSync(path.join(repositoryRoot, 'resources/security/verify.md'), 'utf8')
  const line = guide.split('\n').find((one) => one.startsWith(begins))
  if (line === undefined) throw new Error(`The guide has no line that begins with ${begins}.`)
  return line
}

describe('the sums', () => {
  test('have every artefact and nothing else, in order, as sha256sum and shasum read them', async () => {
    const folder = await release('here')
    const sums = await writeSums(folder, true)
    const names = (await readFile(sums, 'utf8')).trim().split('\n')
    expect(names.map((line) => line.slice(66))).toEqual(['a.json', 'b.tar.gz'])
    const { stdout } = await run('sha256sum', ['--check', '--strict', SUMS], { cwd: folder })
    expect(stdout).toBe('a.json: OK\nb.tar.gz: OK\n')
    // The order is the one of sha256sum's own output, in every language.
    const { stdout: own } = await run('sha256sum', ['a.json', 'b.tar.gz'], { cwd: folder })
    expect(await readFile(sums, 'utf8')).toBe(own)
  })

  test('begin with the mark where the test runtime is in the packages, and are read all the same', async () => {
    const folder = await release('here')
    const sums = await writeSums(folder, false)
    expect(await readFile(sums, 'utf8')).toMatch(/^# NOT FOR DISTRIBUTION: /)
    for (const command of [fromGuide('sha256sum'), fromGuide('shasum')]) {
      const { stdout } = await run('sh', ['-c', command], { cwd: folder })
      expect(stdout, command).toBe('a.json: OK\nb.tar.gz: OK\n')
    }
    expect([...(await readSums(folder)).keys()]).toEqual(['a.json', 'b.tar.gz'])
  })

  test('name the artefact that was changed, and a line that is none', async () => {
    const folder = await release('here')
    const sums = await writeSums(folder, true)
    await appendFile(path.join(folder, 'b.tar.gz'), 'more')
    await expect(readSums(folder)).rejects.toThrow('b.tar.gz in')
    await appendFile(sums, `${'0'.repeat(64)}  ../elsewhere\n`)
    await expect(readSums(folder)).rejects.toThrow('../elsewhere')
  })
})

describe('the signature', () => {
  test('is one that ssh-keygen takes from the releaser, for a release, and for these sums only', async () => {
    const folder = await release('here')
    const sums = await writeSums(folder, true)
    const key = await newKey()
    const fingerprint = await signSums(sums, key)
    expect(fingerprint).toMatch(/^SHA256:/)
    const signers = path.join(folder, 'allowed_signers')
    await writeFile(signers, `releaser ${await readFile(`${key}.pub`, 'utf8')}`)
    const command = fromGuide('ssh-keygen -Y verify')
    const verify = (namespace: string) =>
      execFileSync('sh', ['-c', command.replace(NAMESPACE, namespace)], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(verify(NAMESPACE)).toContain(`Good "${NAMESPACE}" signature for releaser`)
    expect(() => verify('git')).toThrow()
    const first = await readFile(path.join(folder, SIGNATURE), 'utf8')
    await rm(path.join(folder, SIGNATURE))
    await signSums(sums, key)
    expect(await readFile(path.join(folder, SIGNATURE), 'utf8')).toBe(first)
    await appendFile(sums, '#\n')
    expect(() => verify(NAMESPACE)).toThrow()
  })

  test('is missing with a sentence, where the key is not there or is none', async () => {
    const sums = await writeSums(await release('here'), true)
    const key = path.join(top, 'missing')
    const here = path.dirname(sums)
    await expect(finish(here, shipped, { ...nothing, key })).rejects.toThrow(
      `Nothing was signed: there is no key at ${key}`,
    )
    await writeFile(key, 'no key')
    await chmod(key, 0o600)
    await expect(signSums(sums, key)).rejects.toThrow('ssh-keygen did not take the key')
  })
})

describe('two builds', () => {
  test('are the same where all artefacts are, whatever else lies beside them', async () => {
    expect(await differencesOf(await release('here'), await release('there'))).toEqual([])
  })

  test('differ by each artefact, with the first place where it shows', async () => {
    const here = await release('here', { 'c.bin': 'abcd', 'only.deb': '' })
    const there = await release('there', {
      'a.json': '{\n  "a": 2\n}\n',
      'c.bin': 'abXd',
      'z.rpm': '',
    })
    expect(await differencesOf(here, there)).toEqual([
      { name: 'a.json', where: 'line 2\n    here:    "a": 1\n    there:   "a": 2' },
      { name: 'c.bin', where: 'byte 2; here it has 4 bytes, there 4' },
      { name: 'only.deb', where: 'is not there' },
      { name: 'z.rpm', where: 'is there only' },
    ])
  })

  test('of an archive, name the first of its entries that differs', async () => {
    const here = await release('here')
    const there = await release('there')
    for (const [folder, mode] of [
      [here, '0644'],
      [there, '0600'],
    ] as const) {
      const args = [
        '--mtime=@0',
        '--owner=0',
        '--group=0',
        `--mode=${mode}`,
        '-C',
        top,
        'here/a.json',
      ]
      await run('tar', ['-czf', path.join(folder, 'b.tar.gz'), ...args])
    }
    const [difference] = await differencesOf(here, there)
    expect(difference?.name).toBe('b.tar.gz')
    expect(difference?.where).toMatch(
      /^its list, line 1\n {4}here: {2}-rw-r--r--.*\n {4}there: -rw-------/,
    )
  })
})

describe('finishing a release', () => {
  test('says in plain words that it is unsigned, and how that changes', async () => {
    const folder = await release('here')
    await writeFile(path.join(folder, SIGNATURE), 'of an earlier release')
    const said = await finish(folder, shipped, nothing)
    expect(said).toContain('Unsigned: nobody vouches for SHA256SUMS')
    expect(said).toContain('--sign KEYFILE')
    await expect(readFile(path.join(folder, SIGNATURE))).rejects.toThrow('ENOENT')
  })

  test('takes a release that is the same, and signs nothing where one differs', async () => {
    const here = await release('here')
    const there = await release('there')
    await writeSums(there, true)
    expect(await finish(here, shipped, { ...nothing, compare: there })).toContain(
      `The same bytes as in ${there}: all 2 artefacts.`,
    )
    await writeFile(path.join(here, 'a.json'), 'other')
    await expect(
      finish(here, shipped, { ...nothing, compare: there, key: await newKey() }),
    ).rejects.toThrow(/a\.json: line 1[^]*Nothing was signed\./)
    expect(await artefactsIn(here)).toEqual(['a.json', 'b.tar.gz'])
  })

  test('signs no packages that hold the test runtime', async () => {
    const folder = await release('here')
    await expect(
      finish(folder, { ...shipped, fallback: true }, { ...nothing, key: await newKey() }),
    ).rejects.toThrow('Nothing was signed: these packages hold the test runtime')
  })

  test('begins with an empty folder, but leaves folders in it', async () => {
    const folder = await release('here')
    await emptied(folder)
    expect(await artefactsIn(folder)).toEqual([])
    await writeFile(path.join(folder, 'linux-unpacked', 'file'), '')
  })

  test('begins where nothing was ever packaged, too', async () => {
    const folder = path.join(top, 'never', 'made')
    await emptied(folder)
    expect(await artefactsIn(folder)).toEqual([])
  })
})
