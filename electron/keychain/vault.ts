import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { VaultState } from '../contract/snapshot.ts'
import { AppFailure, fail } from '../errors/failure.ts'
import { isOdd } from '../files/files.ts'
import { createInTurn } from './in-turn.ts'
import type { Keychain } from './keychain.ts'
import { NONCE_BYTES, seal, unseal } from './seal.ts'
import { createSealedFile } from './sealed-file.ts'
import { loadKey, mintKey, probe, type RandomBytes, removeKey } from './vault-key.ts'

/**
 * One secret text, kept in a file that only the OS keychain's key opens. Failures are `AppFailure`s
 * with the code `vault-missing`, `vault-locked` or `vault-broken` (also for the file: `reason` is
 * then `file`), and none contains a secret.
 */
export type Vault = {
  /**
   * The text, or null when there is none. A file that does not open (changed, damaged, another
   * key) is set aside and reads as null; no vault is made for one of a later build
   * (`isSealedByNewer`). Asks the keychain only if there is a file.
   */
  readonly read: () => Promise<string | null>
  /** Keeps the text. If that fails the text stays in memory, for `retry` or `useSessionOnly`. */
  readonly write: (secretText: string) => Promise<void>
  /**
   * Forgets the text, deletes every file of the vault, then its key. If this throws with a code of
   * the keychain, only a key that opens nothing any more may remain there, and an empty file that
   * tells of it: the next wipe, also after a restart, tries again.
   */
  readonly wipe: () => Promise<void>
  /** What came of the last call that needed the keychain. */
  readonly state: () => VaultState
  /**
   * Writes a text whose write failed, or opens the file, or else probes the keychain, whichever
   * comes first. Never throws; the state says what came of it.
   */
  readonly retry: () => Promise<VaultState>
  /** From now on, until the app ends: the text is kept in memory only and nothing is written. */
  readonly useSessionOnly: () => void
  /** Where the last unreadable file was put, null if none was since the start or the last wipe. */
  readonly setAside: () => string | null
}

/**
 * @param options.file path of the vault file; its folder is created when needed
 * @param options.account the connection's id: names the keychain entry and binds the file to it
 */
export function createVault(options: {
  file: string
  keychain: Keychain
  account: string
  randomBytes?: RandomBytes
}): Vault {
  const { keychain, account, randomBytes = systemRandomBytes } = options
  const file = createSealedFile(options.file)
  const inTurn = createInTurn()
  let outcome: VaultState = { kind: 'ready' }
  let sessionOnly = false
  /** A text that is in no file: the session's, or one whose write has not succeeded yet. */
  let held: string | null = null
  /** Remembered so that the keychain, and the person behind its prompt, is asked once. */
  let key: Buffer | null = null
  /** The keychain may hold a key of ours, though no file says so. */
  let keyStored = false
  let aside: string | null = null

  const state = (): VaultState => (sessionOnly ? { kind: 'session-only' } : outcome)

  const attempt = <T>(operation: string, task: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        return await task()
      } catch (error) {
        const failure = error instanceof AppFailure ? error : fileFailure(operation, error)
        outcome = { kind: 'unavailable', error: failure.error }
        throw failure
      }
    })

  const giveUpFile = async (): Promise<void> => {
    aside = await file.setAside()
    key?.fill(0)
    key = null
  }

  /** The sealed bytes; what is no file at all is put aside as one that opens with no key. */
  const readSealed = async (): Promise<Buffer | null> => {
    try {
      return await file.read()
    } catch (error) {
      if (!isOdd(error)) throw error
      await giveUpFile()
      return null
    }
  }

  const load = async (): Promise<string | null> => {
    const sealed = await readSealed()
    if (sealed === null) return null
    const loaded = key ?? (await loadKey(keychain, account))
    outcome = { kind: 'ready' }
    const text = loaded === 'unusable' ? null : unseal(sealed, loaded, account)
    if (loaded === 'unusable' || text === null) {
      await giveUpFile()
      return null
    }
    key = loaded
    return text
  }

  /** The key to write with. A first one is minted only where no file depends on an earlier one. */
  const keyForWriting = async (): Promise<Buffer> => {
    if ((await readSealed()) !== null) {
      const loaded = await loadKey(keychain, account)
      if (loaded !== 'unusable') return loaded
      await giveUpFile()
    }
    await probe(keychain, account, randomBytes)
    // On the disk before the keychain has it: a crash leaves no key that nobody knows of.
    await file.noteKey()
    keyStored = true
    return mintKey(keychain, account, randomBytes)
  }

  const save = async (): Promise<void> => {
    const text = held
    if (text === null || sessionOnly) return
    key ??= await keyForWriting()
    // The choice may have been made while a prompt was open.
    if (sessionOnly) return
    await file.write(seal(text, key, randomBytes(NONCE_BYTES), account))
    await file.dropKeyNote()
    outcome = { kind: 'ready' }
    if (held === text) held = null
  }

  const erase = async (): Promise<void> => {
    keyStored ||= key !== null
    key?.fill(0)
    key = null
    aside = null
    keyStored ||= await file.leavesTraces()
    try {
      if (keyStored) await file.noteKey()
      await file.remove()
    } finally {
      if (keyStored) await removeKey(keychain, account, randomBytes)
    }
    await file.dropKeyNote()
    if (keyStored) outcome = { kind: 'ready' }
    keyStored = false
  }

  const tryAgain = async (): Promise<void> => {
    if (held !== null) await save()
    else if ((await readSealed()) !== null) await load()
    else await probe(keychain, account, randomBytes)
    outcome = { kind: 'ready' }
  }

  return {
    read: async () => (held !== null || sessionOnly ? held : attempt('read', load)),
    write: async (secretText) => {
      held = secretText
      if (!sessionOnly) await attempt('write', save)
    },
    wipe: async () => {
      held = null
      await attempt('wipe', erase)
    },
    state,
    retry: async () => {
      // A failure is in the state that is returned.
      if (!sessionOnly) await attempt('retry', tryAgain).catch(() => undefined)
      return state()
    },
    useSessionOnly: () => {
      sessionOnly = true
    },
    setAside: () => aside,
  }
}

function fileFailure(operation: string, error: unknown): AppFailure {
  const message = error instanceof Error ? error.message : String(error)
  const detail = { service: 'vault file', operation, message }
  return fail('vault-broken', { reason: 'file' }, { detail, cause: error })
}
