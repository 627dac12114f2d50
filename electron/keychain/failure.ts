import { type AppFailure, fail } from '../errors/failure.ts'
import type { KeychainRequest } from './protocol.ts'

/** `missing`: there is no keychain. `locked`: not open to us now. `broken`: it failed otherwise. */
export type VaultCode = 'vault-missing' | 'vault-locked' | 'vault-broken'

/** The fact `reason` of each vault error: why, for the sentence. */
export type VaultReason =
  | 'no-service'
  | 'no-keyring'
  | 'no-library'
  | 'no-cipher'
  | 'confined'
  | 'no-logon-session'
  | 'locked'
  | 'dismissed'
  | 'no-key'
  | 'refused'
  | 'kept'
  | 'restarted'
  | 'timeout'
  | 'closed'
  | 'crash'
  | 'stopped'
  | 'file'
  | 'other'

type Sign = readonly [RegExp, VaultCode, VaultReason]

/**
 * keytar passes on the system's own messages and no code. The Linux ones are libsecret's and
 * GLib's (seen with gnome-keyring 42 and kwalletd5 5.103, or reported by others), the macOS ones
 * those of Security.framework, the Windows ones FormatMessage's; in a translated system they may not match and are then `other`.
 */
const SIGNS: readonly Sign[] = [
  [/prompt was dismissed|user canceled/i, 'vault-locked', 'dismissed'],
  [
    /locked (collection|object)|is locked|interaction is not allowed|in dark wake|passphrase you entered is not correct/i,
    'vault-locked',
    'locked',
  ],
  [
    /recipient disconnected from message bus|connection is closed|\bthe session (`[^`]*` )?does not exist/i,
    'vault-broken',
    'restarted',
  ],
  // A service that is installed and does not come up, which GLib may wait for until its own limit.
  [
    /StartServiceByName|could not activate remote peer|activation of org\.freedesktop\.secrets|process org\.freedesktop\.secrets (exited|received)/i,
    'vault-missing',
    'no-service',
  ],
  // GLib gives a service that hangs 25 seconds; this app's own limit is for prompts.
  [/timeout was reached|did not receive a reply/i, 'vault-broken', 'timeout'],
  // KWallet without the plug-in of the Qt Cryptographic Architecture, which is only recommended to it.
  [/createDLGroup|libqca/i, 'vault-missing', 'no-cipher'],
  [/failed to load keytar native addon|libsecret/i, 'vault-missing', 'no-library'],
  // A snap without the plug for passwords, a flatpak, a policy of the message bus.
  [
    /(AppArmor|SELinux) policy prevents|rejected send message|name is not activatable/i,
    'vault-missing',
    'confined',
  ],
  // One entry has gone meanwhile, or changed: the keyring around it is there.
  [/\/collection\/[^/\s]+\/\w+/, 'vault-broken', 'other'],
  [
    /^(?=[^]*(does not exist|no such|not implement))[^]*(\/collection\/|aliases\/|Secret\.Collection)|aliases\/default|no such secret collection|the collection does not exist|(default|specified) keychain could not be found/i,
    'vault-missing',
    'no-keyring',
  ],
  [
    // Chromium sets the bus address `disabled:` where there is none.
    /autolaunch|unsupported transport|^could not connect:|failed to connect to socket/i,
    'vault-missing',
    'no-service',
  ],
  [
    // GLib would start a bus of its own and cannot, or may not as in a snap.
    /dbus-launch|without a machine-id|when (AT_SECURE|setuid)|cannot (spawn a message bus|determine session bus)/i,
    'vault-missing',
    'no-service',
  ],
  [
    /org\.freedesktop\.secrets was not provided|exhausted all available authentication|(no such|not implement the) interface/i,
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

/**
 * Whether a new process may well succeed where this one failed. Libsecret draws a key for each
 * process and drops its leading zeros, and KWallet then refuses about 1 in 256 as too short.
 */
export const mayWorkAnew = (message: string): boolean =>
  /client public key size is invalid/i.test(message)

/**
 * Whether what libsecret writes says that it waits for ever: KWallet (5.103.0) answers with an array of
 * paths where one path is due when a person closes the window that sets up the first wallet.
 */
export const meansNoAnswer = (complaint: string): boolean =>
  /received unexpected result type \S+ from Completed signal/.test(complaint)

/**
 * A failed keychain call as an error with the facts `reason` and `entry` (as the keychain's own
 * program calls it); `message` must hold no secret.
 */
export function keychainFailure(
  { operation, entry }: { readonly operation: KeychainRequest['kind']; readonly entry: string },
  code: VaultCode,
  reason: VaultReason,
  message?: string,
): AppFailure {
  const detail = { service: 'keychain', operation, ...(message ? { message } : {}) }
  return fail(code, { reason, entry }, { detail })
}

/**
 * What the disk refused for the sealed file, with the fact `reason`; and with `entry` where the key
 * that opens the file could not be removed either.
 */
export function fileFailure(operation: string, error: unknown, entry?: string): AppFailure {
  const message = error instanceof Error ? error.message : String(error)
  const detail = { service: 'vault file', operation, message }
  const facts = { reason: 'file', ...(entry === undefined ? {} : { entry }) }
  return fail('vault-broken', facts, { detail, cause: error })
}
