import { lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ODD_FILES } from '../testing/odd-files.ts'
import { failureOf, isAlive, startStandIn, type StandIn } from './testing/stand-in.ts'
import { createVault, type Vault } from './vault.ts'

const SECRET = 'eyJ-the-access-token'

let standIn: StandIn
let folder: string
let file: string
let account: string
let tests = 0
beforeAll(async () => {
  standIn = await startStandIn()
})
beforeEach(() => {
  tests += 1
  account = `connection-${tests}`
  folder = path.join(standIn.folder, account)
  file = path.join(folder, 'vault.bin')
  standIn.behave('open')
})
afterAll(() => standIn.stop())

/** A vault as the app has it after a start: nothing remembered. */
const vaultAfterStart = (): Vault => createVault({ file, keychain: standIn.keychain, account })
const filesLeft = (): Promise<string[]> => readdir(folder).catch(() => [])
const entriesLeft = (): string[] =>
  Object.keys(standIn.world().entries).filter((name) => name.startsWith(account))

/** As a start of the app does: another process asks. */
async function restartKeychain(): Promise<void> {
  const child = standIn.children.at(-1)
  child?.kill('SIGKILL')
  await expect.poll(() => isAlive(child)).toBe(false)
}

async function writtenVault(): Promise<Vault> {
  const vault = vaultAfterStart()
  await vault.write(SECRET)
  return vault
}

test('reads null, without asking the keychain, when nothing was written', async () => {
  const before = standIn.world().calls.length
  expect(await vaultAfterStart().read()).toBeNull()
  expect(standIn.world().calls).toHaveLength(before)
})

test('gives back any text, also after a restart, and never writes it in the clear', async () => {
  const vault = vaultAfterStart()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      await vault.write(text)
      expect(await vault.read()).toBe(text)
      expect(await vaultAfterStart().read()).toBe(text)
    }),
    { numRuns: 30 },
  )
  await vault.write(SECRET)
  expect((await readFile(file)).includes(SECRET)).toBe(false)
  expect(await filesLeft()).toEqual(['vault.bin'])
})

test.skipIf(process.platform === 'win32')('only its owner can read the file', async () => {
  await writtenVault()
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('the keychain holds one key and is asked for it once', async () => {
  const vault = await writtenVault()
  expect(entriesLeft()).toEqual([account])
  const key = standIn.world().entries[account] ?? ''
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  const before = standIn.world().calls.length
  await vault.write('another')
  await vault.read()
  expect(standIn.world().calls).toHaveLength(before)
  expect(standIn.world().entries[account]).toBe(key)
})

test('each write of the same text makes another file', async () => {
  const vault = await writtenVault()
  const first = await readFile(file)
  await vault.write(SECRET)
  expect(await readFile(file)).not.toEqual(first)
})

test.each(['locked', 'forgets'] as const)(
  'a file whose key the keychain does not give (%s) is left alone and no key is minted',
  async (behaviour) => {
    await writtenVault()
    const before = await readFile(file)
    const key = standIn.world().entries[account]
    standIn.behave(behaviour)
    const vault = vaultAfterStart()
    for (const attempt of [() => vault.read(), () => vault.write('new')]) {
      const { error } = await failureOf(attempt())
      expect([error.code, error.facts['reason']]).toEqual(['vault-locked', 'no-key'])
      expect(vault.state()).toEqual({ kind: 'unavailable', error })
    }
    expect(await readFile(file)).toEqual(before)
    expect(vault.setAside()).toBeNull()
    standIn.behave('open')
    expect(standIn.world().entries[account]).toBe(key)
    expect(await vaultAfterStart().read()).toBe(SECRET)
  },
)

test.each([
  ['locked', 'vault-locked', 'locked'],
  ['dismissed', 'vault-locked', 'dismissed'],
  ['forgets', 'vault-locked', 'locked'],
  ['no-service', 'vault-missing', 'no-service'],
  ['no-library', 'vault-missing', 'no-library'],
  ['dies', 'vault-broken', 'crash'],
] as const)(
  'a first write with a keychain that is %s writes nothing',
  async (behaviour, code, why) => {
    standIn.behave(behaviour)
    const vault = vaultAfterStart()
    const failure = await failureOf(vault.write(SECRET))
    expect([failure.error.code, failure.error.facts['reason']]).toEqual([code, why])
    expect(JSON.stringify(failure) + failure.message).not.toContain(SECRET)
    expect(vault.state()).toEqual({ kind: 'unavailable', error: failure.error })
    expect(await filesLeft()).toEqual([])
    standIn.behave('open')
    expect(await vault.retry()).toEqual({ kind: 'ready' })
    expect(await vaultAfterStart().read()).toBe(SECRET)
  },
)

test('a prompt nobody answers ends at the limit, and the choice made meanwhile holds', async () => {
  standIn.behave('hangs')
  const vault = vaultAfterStart()
  const failed = failureOf(vault.write(SECRET))
  await standIn.passLimit()
  vault.useSessionOnly()
  expect((await failed).error.facts['reason']).toBe('timeout')
  expect(await vault.read()).toBe(SECRET)
  expect(await filesLeft()).toEqual([])
})

test('retry looks whether the keychain works now', async () => {
  standIn.behave('no-service')
  const vault = vaultAfterStart()
  expect((await vault.retry()).kind).toBe('unavailable')
  standIn.behave('open')
  expect(await vault.retry()).toEqual({ kind: 'ready' })
  expect(entriesLeft()).toEqual([])
})

test('session only: the text is in memory, and no file or entry is made', async () => {
  const before = standIn.world().calls.length
  const vault = vaultAfterStart()
  vault.useSessionOnly()
  await vault.write(SECRET)
  expect(await vault.read()).toBe(SECRET)
  expect(vault.state()).toEqual({ kind: 'session-only' })
  expect(await vault.retry()).toEqual({ kind: 'session-only' })
  await vault.wipe()
  expect(await vault.read()).toBeNull()
  expect(await vaultAfterStart().read()).toBeNull()
  expect(await filesLeft()).toEqual([])
  expect(standIn.world().calls).toHaveLength(before)
})

test('a file with any byte changed, or cut short, is set aside and never read', async () => {
  await writtenVault()
  const good = await readFile(file)
  const flip = fc.record({ at: fc.nat(good.length - 1), by: fc.integer({ min: 1, max: 255 }) })
  const cut = fc.nat(good.length - 1)
  let asideCount = 0
  const isSetAside = async (bytes: Buffer): Promise<void> => {
    await writeFile(file, bytes)
    const vault = vaultAfterStart()
    expect(await vault.read()).toBeNull()
    asideCount += 1
    const aside = `${file}.unreadable-${asideCount}`
    expect(vault.setAside()).toBe(aside)
    expect(await readFile(aside)).toEqual(bytes)
    expect(vault.state()).toEqual({ kind: 'ready' })
  }
  await fc.assert(
    fc.asyncProperty(fc.oneof(flip, cut), async (damage) => {
      if (typeof damage === 'number') return isSetAside(good.subarray(0, damage))
      const bytes = Buffer.from(good)
      bytes[damage.at] = (bytes[damage.at] ?? 0) ^ damage.by
      return isSetAside(bytes)
    }),
    { numRuns: 60 },
  )
  expect(await filesLeft()).not.toContain('vault.bin')
  const vault = vaultAfterStart()
  await vault.write('signed in again')
  expect(await vaultAfterStart().read()).toBe('signed in again')
  await vault.wipe()
  expect(await filesLeft()).toEqual([])
})

test.each([
  ['is another program’s text', 'no key at all'],
  ['is not base64', '*'.repeat(44)],
  ['is empty', ''],
  ['is too short', Buffer.alloc(31, 7).toString('base64')],
  ['is too long', Buffer.alloc(33, 7).toString('base64')],
  ['is another key', Buffer.alloc(32, 7).toString('base64')],
])(
  'a file is set aside when the entry in the keychain %s, and the next write replaces both',
  async (_is, entry) => {
    await writtenVault()
    standIn.setEntry(account, entry)
    const vault = vaultAfterStart()
    expect(await vault.read()).toBeNull()
    expect(vault.setAside()).toBe(`${file}.unreadable-1`)
    await vault.write(SECRET)
    expect(await vaultAfterStart().read()).toBe(SECRET)
    expect(standIn.world().entries[account]).not.toBe(entry)
  },
)

test('an entry that was there before the first write is not used as a key', async () => {
  const planted = Buffer.alloc(32, 7).toString('base64')
  standIn.setEntry(account, planted)
  await writtenVault()
  expect(standIn.world().entries[account]).not.toBe(planted)
  expect(await vaultAfterStart().read()).toBe(SECRET)
})

test('a prompt that is dismissed loses nothing: the next answer opens the file', async () => {
  await writtenVault()
  standIn.behave('dismissed')
  const vault = vaultAfterStart()
  expect((await failureOf(vault.read())).error.code).toBe('vault-locked')
  standIn.behave('open')
  expect(await vault.retry()).toEqual({ kind: 'ready' })
  expect(await vault.read()).toBe(SECRET)
})

test('a keychain that dies between two calls loses nothing', async () => {
  await writtenVault()
  const vault = vaultAfterStart()
  standIn.behave('dies')
  expect((await failureOf(vault.read())).error.facts['reason']).toBe('crash')
  standIn.behave('open')
  expect(await vault.read()).toBe(SECRET)
})

test('wipe with a keychain that lost the key leaves nothing and is no failure', async () => {
  await writtenVault()
  standIn.setEntry(account, null)
  const vault = vaultAfterStart()
  expect((await failureOf(vault.read())).error.facts['reason']).toBe('no-key')
  await vault.wipe()
  expect(vault.state()).toEqual({ kind: 'ready' })
  expect(await filesLeft()).toEqual([])
  expect(await vault.read()).toBeNull()
  await vault.write('signed in again')
  expect(await vaultAfterStart().read()).toBe('signed in again')
})

test('the file of one connection does not open for another with the same key', async () => {
  await writtenVault()
  standIn.setEntry('other', standIn.world().entries[account] ?? '')
  const other = createVault({ file, keychain: standIn.keychain, account: 'other' })
  expect(await other.read()).toBeNull()
  expect(other.setAside()).not.toBeNull()
  standIn.setEntry('other', null)
})

test('wipe leaves no file, no entry and no text', async () => {
  const vault = await writtenVault()
  await writeFile(`${file}.tmp-00000000-0000-0000-0000-000000000000`, 'interrupted write')
  await writeFile(`${file}.unreadable-4`, 'damaged')
  await writeFile(path.join(folder, 'state.json'), '{}')
  await vault.wipe()
  expect(await filesLeft()).toEqual(['state.json'])
  expect(entriesLeft()).toEqual([])
  expect(await vault.read()).toBeNull()
  await vault.wipe()
  await vault.write('again')
  expect(await vaultAfterStart().read()).toBe('again')
})

test('wipe forgets a text whose write failed', async () => {
  standIn.behave('no-service')
  const vault = vaultAfterStart()
  await failureOf(vault.write(SECRET))
  await vault.wipe()
  expect(await vault.read()).toBeNull()
  standIn.behave('open')
  await vault.retry()
  expect(await filesLeft()).toEqual([])
})

test.each([
  ['locked', 'vault-locked'],
  ['no-service', 'vault-missing'],
  ['dies', 'vault-broken'],
] as const)('wipe with a keychain that is %s deletes all else, then fails', async (is, code) => {
  await writtenVault()
  const vault = vaultAfterStart()
  standIn.behave(is)
  expect((await failureOf(vault.wipe())).error.code).toBe(code)
  expect(await filesLeft()).toEqual(['vault.bin.key'])
  expect(await vault.read()).toBeNull()
  expect(entriesLeft()).toEqual([account])
  standIn.behave('open')
  // Also after a restart: the note tells of the key.
  await vaultAfterStart().wipe()
  expect(entriesLeft()).toEqual([])
  expect(await filesLeft()).toEqual([])
})

test('a keychain that gives each process its own entries: a wipe is proven once it was allowed', async () => {
  await writtenVault()
  await restartKeychain()
  standIn.behave('asks-refused')
  const vault = vaultAfterStart()
  const { error } = await failureOf(vault.wipe())
  expect([error.code, error.facts]).toEqual([
    'vault-locked',
    { reason: 'kept', entry: `Eco Connect/${account}` },
  ])
  expect(await filesLeft()).toEqual(['vault.bin.key'])
  expect(entriesLeft()).toEqual([account])
  standIn.behave('asks-allowed')
  // Trying again is to wipe again, and not only to see whether the keychain works.
  expect(await vault.retry()).toEqual({ kind: 'ready' })
  expect(entriesLeft()).toEqual([])
  expect(await filesLeft()).toEqual([])
})

test('… and once somebody has removed the entry by hand, without a question', async () => {
  await writtenVault()
  await restartKeychain()
  standIn.behave('asks-refused')
  const vault = vaultAfterStart()
  await failureOf(vault.wipe())
  standIn.setEntry(account, null)
  await vault.wipe()
  expect(vault.state()).toEqual({ kind: 'ready' })
  expect(entriesLeft()).toEqual([])
  expect(await filesLeft()).toEqual([])
})

test('a key that the keychain only says to have kept is not used', async () => {
  standIn.setEntry(account, 'of an earlier time')
  standIn.behave('asks-refused')
  const vault = vaultAfterStart()
  const { error } = await failureOf(vault.write(SECRET))
  expect([error.code, error.facts['reason']]).toEqual(['vault-locked', 'refused'])
  expect(await filesLeft()).toEqual(['vault.bin.key'])
  standIn.behave('asks-allowed')
  expect(await vault.retry()).toEqual({ kind: 'ready' })
  expect(await vaultAfterStart().read()).toBe(SECRET)
  standIn.behave('open')
})

test('a question that was refused loses nothing: another process is asked anew', async () => {
  await writtenVault()
  await restartKeychain()
  standIn.behave('asks-refused')
  const vault = vaultAfterStart()
  const { error } = await failureOf(vault.read())
  expect([error.code, error.facts]).toEqual([
    'vault-locked',
    { reason: 'no-key', entry: `Eco Connect/${account}` },
  ])
  standIn.behave('asks-allowed')
  expect(await vault.retry()).toEqual({ kind: 'ready' })
  expect(await vault.read()).toBe(SECRET)
})

test('a file that cannot be deleted is told, and whether its key is left too', async () => {
  await writtenVault()
  // In the place of the trace of the key, where the note cannot be written.
  await mkdir(path.join(folder, 'vault.bin.key'))
  const vault = vaultAfterStart()
  const alone = await failureOf(vault.wipe())
  expect([alone.error.code, alone.error.facts]).toEqual(['vault-broken', { reason: 'file' }])
  expect(entriesLeft()).toEqual([])
  standIn.setEntry(account, 'again')
  standIn.behave('locked')
  const both = await failureOf(vault.wipe())
  expect(both.error.facts).toEqual({ reason: 'file', entry: `Eco Connect/${account}` })
})

test('a key whose file never came to be is known, and goes with the next wipe', async () => {
  await writtenVault()
  await rm(file)
  await writeFile(`${file}.key`, '')
  expect(entriesLeft()).toEqual([account])
  expect(await vaultAfterStart().read()).toBeNull()
  await vaultAfterStart().wipe()
  expect(entriesLeft()).toEqual([])
  expect(await filesLeft()).toEqual([])
})

test('a file that cannot be written is told with its cause and leaves nothing', async () => {
  await writeFile(folder, 'a file where the folder belongs')
  const vault = vaultAfterStart()
  const { error } = await failureOf(vault.write(SECRET))
  expect([error.code, error.facts['reason']]).toEqual(['vault-broken', 'file'])
  expect(error.detail?.message).toContain('ENOTDIR')
  expect(await readFile(folder, 'utf8')).toBe('a file where the folder belongs')
})

test.skipIf(process.platform === 'win32').each(ODD_FILES)(
  'a $oddity in the place of the file is set aside whole, and a new sign-in is kept',
  async ({ put }) => {
    await mkdir(folder)
    await put(file)
    const { ino } = await lstat(file)
    const vault = vaultAfterStart()
    expect(await vault.read()).toBeNull()
    expect(vault.setAside()).toBe(`${file}.unreadable-1`)
    await vault.write(SECRET)
    expect(await vaultAfterStart().read()).toBe(SECRET)
    expect((await lstat(`${file}.unreadable-1`)).ino).toBe(ino)
    // Also where it is written before anybody has read.
    await rm(file)
    await put(file)
    await vaultAfterStart().write(SECRET)
    expect(await vaultAfterStart().read()).toBe(SECRET)
    expect(await filesLeft()).toContain('vault.bin.unreadable-2')
  },
)
