import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { VaultState } from '../contract/snapshot.ts'
import { AppFailure } from '../errors/failure.ts'
import { fileFailure } from './failure.ts'
import { createInTurn } from './in-turn.ts'
import type { Keychain } from './keychain.ts'
import { createSealedText } from './sealed-text.ts'
import type { RandomBytes } from './vault-key.ts'

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
   * Forgets the text, deletes every file of the vault, then its key, and resolves only where the
   * keychain has proven that. If this throws, and not with the reason `file`, only a key that opens
   * nothing any more may remain there (fact `entry`), and an empty file that tells of it: the next
   * wipe, also after a restart, tries again. With the reason `file` the sealed file remains; its key
   * too, if `entry` is told.
   */
  readonly wipe: () => Promise<void>
  /** What came of the last call that needed the keychain. */
  readonly state: () => VaultState
  /**
   * Writes a text whose write failed, or wipes what a wipe has left, or opens the file, or else probes
   * the keychain, whichever comes first. Never throws; the state says what came of it.
   */
  readonly retry: () => Promise<VaultState>
  /** From now on, until the app ends: the text is kept in memory only and nothing is written. */
  readonly useSessionOnly: () => void
  /** Where the last unreadable file was put, null if none was since the start or the last wipe. */
  readonly setAside: () => string | null
}

const READY: VaultState = { kind: 'ready' }

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
  const { randomBytes = systemRandomBytes } = options
  const sealed = createSealedText({ ...options, randomBytes })
  const inTurn = createInTurn()
  let outcome: VaultState = READY
  let sessionOnly = false
  /** A text that is in no file: the session's, or one whose write has not succeeded yet. */
  let held: string | null = null
  /** A wipe has failed, and nothing was written since. */
  let wipeOwed = false

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

  const load = async (): Promise<string | null> => {
    const found = await sealed.open()
    if (!found) return null
    outcome = READY
    return found.text
  }

  const save = async (): Promise<void> => {
    const text = held
    if (text === null || sessionOnly) return
    // The choice may be made while a prompt is open.
    if (!(await sealed.write(text, () => !sessionOnly))) return
    outcome = READY
    wipeOwed = false
    if (held === text) held = null
  }

  const erase = async (): Promise<void> => {
    wipeOwed = true
    if (await sealed.erase()) outcome = READY
    wipeOwed = false
  }

  const tryAgain = async (): Promise<void> => {
    if (held !== null) await save()
    else if (wipeOwed) await erase()
    else if (!(await sealed.open())) await sealed.probe()
    outcome = READY
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
    useSessionOnly: () => void (sessionOnly = true),
    setAside: sealed.setAside,
  }
}
