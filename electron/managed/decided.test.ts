import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { NOT_MANAGED } from '../contract/managed.ts'
import { NO_STAND_IN } from '../network/stand-in.ts'
import { decided, type Deciding } from './decided.ts'

let file = ''

beforeEach(async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-decided-'))
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  const folder = path.join(outside, 'eco-connect')
  await mkdir(folder, { mode: 0o755 })
  file = path.join(folder, 'policy.json')
})

const deciding = (): Deciding => ({
  platform: 'linux',
  version: '1.2.3',
  appId: 'com.example.app',
  isStandIn: NO_STAND_IN,
  home: '/home/dana',
  file,
})

test('where there is no policy, nothing is decided', async () => {
  expect(await decided(deciding())).toEqual({ kind: 'usable', managed: NOT_MANAGED })
})

test('what is decided is whole, and nobody changes it', async () => {
  await writeFile(file, '{"AllowedRegions": ["eu-central-1"]}', { mode: 0o644 })
  const decision = await decided(deciding())
  if (decision.kind !== 'usable') throw new Error(decision.error.code)
  expect(decision.managed).toEqual({ ...NOT_MANAGED, regions: ['eu-central-1'] })
  expect(() => Reflect.set(decision.managed, 'regions', null)).not.toThrow()
  expect(decision.managed.regions).toEqual(['eu-central-1'])
  expect(() => Array.prototype.push.call(decision.managed.regions, 'us-east-1')).toThrow(TypeError)
  expect(Object.isFrozen(decision.managed.signInWays)).toBe(true)
})

test('one that cannot be used is told, and nothing of it is obeyed', async () => {
  await writeFile(file, '{"Language": "de",\n "AllowSpotApi": "no"}', { mode: 0o644 })
  expect(await decided(deciding())).toEqual({
    kind: 'unusable',
    error: {
      code: 'policy-unusable',
      facts: {
        place: file,
        version: '1.2.3',
        cause: 'value',
        setting: 'AllowSpotApi',
        line: '2',
      },
    },
  })
})

test('on a computer where the registry cannot be asked, nothing is done', async () => {
  const decision = await decided({ ...deciding(), platform: 'win32', file: null })
  expect(decision).toMatchObject({
    kind: 'unusable',
    error: {
      code: 'policy-unusable',
      facts: {
        cause: 'unreadable',
        place: String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Eco Connect`,
      },
    },
  })
})
