import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createKeychain } from './keychain.ts'
import { failureOf, isAlive, startStandIn, type StandIn } from './testing/stand-in.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn()
})
afterEach(() => standIn.behave('open'))
afterAll(() => standIn.stop())

/** For a test that counts from the beginning, or ends it. */
async function standInOfItsOwn(): Promise<StandIn> {
  const own = await startStandIn()
  onTestFinished(own.stop)
  return own
}

const reasonOf = async (promise: Promise<unknown>): Promise<string> => {
  const { error } = await failureOf(promise)
  return `${error.code} ${error.facts['reason']}`
}

test('keeps, gives and removes entries under the service Eco Connect', async () => {
  const { keychain, world, children } = await standInOfItsOwn()
  expect(await keychain.get('a')).toBeNull()
  await keychain.set('a', 'one')
  expect(await keychain.get('a')).toBe('one')
  expect(await keychain.remove('a')).toBe(true)
  expect(await keychain.remove('a')).toBe(false)
  expect(world().calls).toEqual([
    'get Eco Connect/a',
    'set Eco Connect/a',
    'get Eco Connect/a',
    'delete Eco Connect/a',
    'delete Eco Connect/a',
  ])
  expect(children).toHaveLength(1)
  expect(keychain.entry('a')).toBe('Eco Connect/a')
})

test('asks in another process once it is renewed, and ends the one before', async () => {
  const { keychain, children } = standIn
  await keychain.set('r', 'kept')
  const before = children.length
  keychain.renew()
  expect(await keychain.get('r')).toBe('kept')
  expect(children).toHaveLength(before + 1)
  await expect.poll(() => isAlive(children[before - 1])).toBe(false)
})

test('calls made at once are carried out in order', async () => {
  const { keychain } = standIn
  const found = await Promise.all([
    keychain.set('b', '1'),
    keychain.get('b'),
    keychain.set('b', '2'),
    keychain.get('b'),
    keychain.remove('b'),
  ])
  expect(found).toEqual([undefined, '1', undefined, '2', true])
})

test('a locked keychain refuses to store and otherwise looks empty', async () => {
  standIn.behave('locked')
  expect(await standIn.keychain.get('c')).toBeNull()
  expect(await standIn.keychain.remove('c')).toBe(false)
  const { error } = await failureOf(standIn.keychain.set('c', 'value'))
  expect(error).toEqual({
    code: 'vault-locked',
    facts: { reason: 'locked', entry: 'Eco Connect/c' },
    detail: {
      service: 'keychain',
      operation: 'set',
      message: 'Cannot create an item in a locked collection',
    },
  })
})

test('a failure of one call does not touch the next', async () => {
  standIn.behave('no-service')
  expect(await reasonOf(standIn.keychain.get('c'))).toBe('vault-missing no-service')
  standIn.behave('open')
  expect(await standIn.keychain.get('c')).toBeNull()
})

test('after a library that did not load the next call has a new process', async () => {
  const before = standIn.children.length
  standIn.behave('no-library')
  expect(await reasonOf(standIn.keychain.get('c'))).toBe('vault-missing no-library')
  standIn.behave('open')
  expect(await standIn.keychain.get('c')).toBeNull()
  expect(standIn.children.length).toBeGreaterThan(before)
})

test('a key that KWallet refuses is drawn anew, in a second process', async () => {
  const { keychain, children, world } = standIn
  await keychain.get('k')
  const before = children.length
  const calls = world().calls.length
  standIn.behave('unlucky')
  await keychain.set('k', 'kept')
  expect(world().calls.slice(calls)).toEqual(['set Eco Connect/k', 'set Eco Connect/k'])
  expect(children).toHaveLength(before + 1)
  expect(await keychain.get('k')).toBe('kept')
  expect(children).toHaveLength(before + 1)
})

test('a key that is refused twice is not drawn a third time', async () => {
  const calls = standIn.world().calls.length
  standIn.behave('unlucky-ever')
  expect(await reasonOf(standIn.keychain.get('k'))).toBe('vault-broken other')
  expect(standIn.world().calls.slice(calls)).toHaveLength(2)
})

test('no message repeats the value that was to be stored', async () => {
  standIn.behave('tells-all')
  const failure = await failureOf(standIn.keychain.set('c', 'open sesame'))
  expect(failure.error.detail?.message).toBe('cannot store …')
  expect(JSON.stringify(failure) + failure.message + failure.stack).not.toContain('open sesame')
})

test('a call past the limit fails, its blocked process is killed, the next call has a new one', async () => {
  await standIn.keychain.get('d')
  const before = standIn.children.length
  standIn.behave('hangs')
  const call = standIn.keychain.get('d')
  const queued = standIn.keychain.set('d', 'later')
  const failed = reasonOf(call)
  await standIn.passLimit()
  standIn.behave('open')
  expect(await failed).toBe('vault-broken timeout')
  await queued
  expect(await standIn.keychain.get('d')).toBe('later')
  expect(standIn.children).toHaveLength(before + 1)
  await expect.poll(() => isAlive(standIn.children[before - 1])).toBe(false)
})

test('a window that was closed ends the wait, though the library goes on waiting', async () => {
  await standIn.keychain.set('d', 'kept')
  standIn.behave('closed')
  expect(await reasonOf(standIn.keychain.get('d'))).toBe('vault-broken closed')
  standIn.behave('open')
  expect(await standIn.keychain.get('d')).toBe('kept')
})

test('the death of the process fails the call in flight only', async () => {
  await standIn.keychain.set('d', 'kept')
  standIn.behave('dies')
  expect(await reasonOf(standIn.keychain.get('d'))).toBe('vault-broken crash')
  standIn.behave('open')
  expect(await standIn.keychain.get('d')).toBe('kept')
})

test('a process that died between two calls is replaced unnoticed', async () => {
  await standIn.keychain.set('d', 'kept')
  const child = standIn.children.at(-1)
  child?.kill('SIGKILL')
  await expect.poll(() => isAlive(child)).toBe(false)
  expect(await standIn.keychain.get('d')).toBe('kept')
})

test('a reply that is none ends the process and the call', async () => {
  standIn.behave('babbles')
  expect(await reasonOf(standIn.keychain.get('d'))).toBe('vault-broken other')
})

test('a process that cannot be started is told as such', async () => {
  const keychain = createKeychain({
    service: 'Eco Connect',
    fork: () => {
      throw new Error('spawn ENOMEM')
    },
    clock: { now: () => 0, sleep: () => new Promise(() => undefined) },
  })
  const { error } = await failureOf(keychain.get('a'))
  expect([error.code, error.detail?.message]).toEqual(['vault-broken', 'spawn ENOMEM'])
})

test('a person has two minutes to answer a prompt', async () => {
  const limits: number[] = []
  const keychain = createKeychain({
    service: 'Eco Connect',
    fork: () => ({
      postMessage: () => undefined,
      onMessage: () => undefined,
      onExit: () => undefined,
      onComplaint: () => undefined,
      kill: () => undefined,
    }),
    clock: {
      now: () => 0,
      sleep: (ms) => {
        limits.push(ms)
        return Promise.resolve()
      },
    },
  })
  expect(await reasonOf(keychain.get('a'))).toBe('vault-broken timeout')
  expect(limits).toEqual([120_000])
})

test('while one call waits for a person the next is not even begun', async () => {
  await standIn.keychain.get('e')
  standIn.behave('hangs')
  const before = standIn.world().calls.length
  const first = reasonOf(standIn.keychain.get('e'))
  const second = standIn.keychain.set('e', 'value')
  await standIn.passLimit()
  standIn.behave('open')
  expect(standIn.world().calls.slice(before)).toEqual(['get Eco Connect/e'])
  expect(await first).toBe('vault-broken timeout')
  await second
  expect(standIn.world().calls.slice(before)).toEqual(['get Eco Connect/e', 'set Eco Connect/e'])
})

test('stop ends the process, the call in flight and every later one', async () => {
  const { keychain, children, behave } = await standInOfItsOwn()
  behave('hangs')
  const call = reasonOf(keychain.get('d'))
  const queued = reasonOf(keychain.get('d'))
  await expect.poll(() => isAlive(children.at(-1))).toBe(true)
  keychain.stop()
  expect(await call).toBe('vault-broken stopped')
  expect(await queued).toBe('vault-broken stopped')
  expect(await reasonOf(keychain.get('d'))).toBe('vault-broken stopped')
  await expect.poll(() => children.some(isAlive)).toBe(false)
})
