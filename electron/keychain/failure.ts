import { type AppFailure, fail } from '../errors/failure.ts'
import type { KeychainRequest } from './protocol.ts'

/** `missing`: there is no keychain. `locked`: not open to us now. `broken`: it failed otherwise. */
export type VaultCode = 'vault-missing' | 'vault-locked' | 'vault-broken'

/** The fact `reason` of each vault error: why, for the sentence. */
export type VaultReason =
  | 'no-service'
  | 'no-keyring'
  | 'no-library'
  | 'no-logon-session'
  | 'locked'
  | 'dismissed'
  | 'no-key'
  | 'restarted'
  | 'timeout'
  | 'crash'
  | 'stopped'
  | 'file'
  | 'other'

type Sign = readonly [RegExp, VaultCode, VaultReason]

/**
 * keytar passes on the system's own messages and no code. The Linux ones are libsecret's and
 * GLib's (seen with gnome-keyring 42), the macOS ones those of Security.framework, the Windows
 * ones FormatMessage's; in a translated system they may not match and are then `other`.
 */
const SIGNS: readonly Sign[] = [
  [/prompt was dismissed|user canceled/i, 'vault-locked', 'dismissed'],
  [
    /locked collection|is locked|interaction is not allowed|passphrase you entered is not correct/i,
    'vault-locked',
    'locked',
  ],
  [/recipient disconnected from message bus/i, 'vault-broken', 'restarted'],
  // GLib gives a service that hangs 25 seconds; this app's own limit is for prompts.
  [/timeout was reached/i, 'vault-broken', 'timeout'],
  [/failed to load keytar native addon|libsecret/i, 'vault-missing', 'no-library'],
  [
    /does not exist at path .*\/collection\/|default keychain could not be found/i,
    'vault-missing',
    'no-keyring',
  ],
  [
    // Chromium sets the bus address `disabled:` where there is none.
    /autolaunch D-Bus|unsupported transport|org\.freedesktop\.secrets was not provided|^could not connect:/i,
    'vault-missing',
    'no-service',
  ],
  [
    /ERROR_NO_SUCH_LOGON_SESSION|specified logon session does not exist/i,
    'vault-missing',
    'no-logon-session',
  ],
]

/** What a message of the keychain library says about the keychain. */
export function classify(message: string): { code: VaultCode; reason: VaultReason } {
  const sign = SIGNS.find(([pattern]) => pattern.test(message))
  return sign ? { code: sign[1], reason: sign[2] } : { code: 'vault-broken', reason: 'other' }
}

/** A failed keychain call as an error with the fact `reason`; `message` must hold no secret. */
export function keychainFailure(
  operation: KeychainRequest['kind'],
  code: VaultCode,
  reason: VaultReason,
  message?: string,
): AppFailure {
  const detail = { service: 'keychain', operation, ...(message ? { message } : {}) }
  return fail(code, { reason }, { detail })
}
