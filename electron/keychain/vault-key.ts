import { keychainFailure } from './failure.ts'
import type { Keychain } from './keychain.ts'
import { KEY_BYTES } from './seal.ts'

export type RandomBytes = (size: number) => Buffer

/**
 * Proves that the keychain keeps what it is given, by storing, reading and deleting an entry of no
 * value beside `account`. Needed because a locked keychain answers `get` and `remove` as an empty
 * one does.
 */
export async function probe(
  keychain: Keychain,
  account: string,
  randomBytes: RandomBytes,
): Promise<void> {
  const entry = `${account}.probe`
  const value = randomBytes(KEY_BYTES).toString('base64')
  await keychain.set(entry, value)
  const found = await keychain.get(entry)
  const removed = await keychain.remove(entry)
  const asked = { operation: 'get', entry: keychain.entry(entry) } as const
  if (found === null || !removed) throw keychainFailure(asked, 'vault-locked', 'locked')
  if (found !== value) throw keychainFailure(asked, 'vault-broken', 'other')
}

/**
 * Stores a new random key under `account`, replacing any, and throws `vault-locked` where the keychain
 * does not give it back: a person can refuse that an older entry be replaced, and KeePassXC 2.7.4 then
 * answers as if it had been. Probe the keychain first.
 */
export async function mintKey(
  keychain: Keychain,
  account: string,
  randomBytes: RandomBytes,
): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const value = key.toString('base64')
  await keychain.set(account, value)
  if ((await keychain.get(account)) === value) return key
  keychain.renew()
  const asked = { operation: 'set', entry: keychain.entry(account) } as const
  throw keychainFailure(asked, 'vault-locked', 'refused')
}

/** The key under `account`, 'unusable' if it is no key; throws `vault-locked` if none is given. */
export async function loadKey(keychain: Keychain, account: string): Promise<Buffer | 'unusable'> {
  const entry = await keychain.get(account)
  if (entry === null) {
    keychain.renew()
    const asked = { operation: 'get', entry: keychain.entry(account) } as const
    throw keychainFailure(asked, 'vault-locked', 'no-key')
  }
  const key = Buffer.from(entry, 'base64')
  return key.length === KEY_BYTES ? key : 'unusable'
}

/**
 * Deletes the key under `account`, and throws if it cannot be told that it is gone. That nothing was
 * removed is no proof: to KeePassXC every entry of an earlier process is a locked one, and it removes
 * none of those and asks nobody. An entry that is *replaced* by this process is unlocked for it. So
 * that is done, with a value of no worth; the keychain may ask the person, who may refuse.
 */
export async function removeKey(
  keychain: Keychain,
  account: string,
  randomBytes: RandomBytes,
): Promise<void> {
  const isRemoved = async (): Promise<boolean> =>
    (await keychain.remove(account)) && (await keychain.get(account)) === null
  if (await isRemoved()) return
  keychain.renew()
  await keychain.set(account, randomBytes(KEY_BYTES).toString('base64'))
  if (await isRemoved()) return
  keychain.renew()
  const asked = { operation: 'delete', entry: keychain.entry(account) } as const
  throw keychainFailure(asked, 'vault-locked', 'kept')
}
