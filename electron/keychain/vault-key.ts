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
  if (found === null || !removed) throw keychainFailure('get', 'vault-locked', 'locked')
  if (found !== value) throw keychainFailure('get', 'vault-broken', 'other')
}

/** Stores a new random key under `account`, replacing any. Probe the keychain first. */
export async function mintKey(
  keychain: Keychain,
  account: string,
  randomBytes: RandomBytes,
): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  await keychain.set(account, key.toString('base64'))
  return key
}

/** The key under `account`, 'unusable' if it is no key; throws `vault-locked` if none is given. */
export async function loadKey(keychain: Keychain, account: string): Promise<Buffer | 'unusable'> {
  const entry = await keychain.get(account)
  if (entry === null) throw keychainFailure('get', 'vault-locked', 'no-key')
  const key = Buffer.from(entry, 'base64')
  return key.length === KEY_BYTES ? key : 'unusable'
}

/** Deletes the key under `account`, and throws if it cannot be told that it is gone. */
export async function removeKey(
  keychain: Keychain,
  account: string,
  randomBytes: RandomBytes,
): Promise<void> {
  if (await keychain.remove(account)) return
  // Nothing removed: there is no such entry, or the keychain is locked. Only the probe tells.
  await probe(keychain, account, randomBytes)
}
