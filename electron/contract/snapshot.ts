import type { ManagedBy } from './ask/plan.ts'
import type { Disconnect, Disconnected } from './disconnect.ts'
import type { OpenedHandOver, Proposal } from './hand-over-file.ts'
import type { Erasure } from './erasure.ts'
import type { Health } from './health.ts'
import type { Help } from './help.ts'
import type { Managed } from './managed.ts'
import type { Standing } from './overview.ts'
import type { Preflight } from './preflight.ts'
import type { StepView } from './status.ts'
import type { AppError } from '../errors/app-error.ts'

/** Where tokens are kept: in the file sealed by the OS keychain, or (by choice) in memory only. */
export type VaultState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly error: AppError }
  | { readonly kind: 'session-only' }

/** Whether every token is gone, after registration. */
export type WipeState =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'wiping' }
  | { readonly kind: 'wiped' }
  | { readonly kind: 'failed'; readonly error: AppError }

/** A sign-in that is gone from here, and that AWS has not ended: it ends there by itself. */
export type GoesOn = {
  /** At the latest, in milliseconds since the epoch. */
  readonly until: number
  /** False after a later start of the app: it does not keep what AWS answered. */
  readonly isSure: boolean
}

/** What is known of the account at Spot: `asked` and `confirmed` stand for what Spot Support does. */
export type AtSpot = 'no' | 'registered' | 'asked' | 'confirmed'

/** One connection in the list of all. */
export type ConnectionSummary = {
  readonly id: string
  /** As the person called it, else the account's name, else its number, else ''. */
  readonly name: string
  readonly accountId: string
  readonly finished: number
  readonly total: number
  readonly needsAttention: boolean
  readonly atSpot: AtSpot
  /** It was taken back: its checklist is an archive. */
  readonly disconnected: boolean
  /** Nothing can be done with it here: a later build of the app has written what is kept of it. */
  readonly locked: boolean
  /** What the overview of all tells of it. */
  readonly standing: Standing
}

export type Snapshot = {
  /** Grows with every snapshot: of two, the one with the greater number is how things are. */
  readonly revision: number
  readonly connectionId: string
  readonly steps: readonly StepView[]
  readonly vault: VaultState
  /** True from a proven sign-in until the tokens are wiped. */
  readonly signedIn: boolean
  readonly wipe: WipeState
  /** Null where no sign-in that was left here goes on at AWS. */
  readonly goesOn: GoesOn | null
  /** Told once, e.g. that an unreadable state file was set aside. */
  readonly notices: readonly AppError[]
  readonly demo: boolean
  /** What the person’s organization has decided: the same in every snapshot. */
  readonly managed: Managed
  /** The id of the language that the app speaks now (`texts/languages.ts`). */
  readonly language: string
  readonly appVersion: string
  /** The desktop has a high-contrast theme: on Linux no media query of the page tells. */
  readonly highContrast: boolean
  /** Where the summary without secrets was saved, '' until registered. */
  readonly summaryFile: string
  /** All connections of this profile; `connectionId` is the one shown. */
  readonly connections: readonly ConnectionSummary[]
  /** A file of somebody else that was opened, until it is used or closed; null for none. */
  readonly opened: OpenedHandOver | null
  /** What the person has taken from such a file for this connection; null for nothing. */
  readonly proposal: Proposal | null
  /** True while the overview of all connections is shown in place of one. */
  readonly overview: boolean
  readonly erasure: Erasure
  /** Null while Help is closed. */
  readonly help: Help | null
  readonly preflight: Preflight
  /** How a connection that was made stands; null before that, and once it is taken back. */
  readonly health: Health | null
  readonly disconnect: Disconnect
  /**
   * Set from the first thing that *Disconnect* has removed: the steps are then shown as they were
   * proven before. Null while the connection stands.
   */
  readonly disconnected: Disconnected | null
  /** True while a registered connection is being looked at anew, or more of it is taken back. */
  readonly reopened: boolean
  /** True while nothing is read from AWS and the person does every step by hand. */
  readonly byHand: boolean
  /** Who manages the account, as far as the person has said. */
  readonly managedBy: ManagedBy
  /**
   * Why nothing can be done at all, null when it can: what the organization has decided on this computer
   * cannot be used. There is no connection then, and every command is refused.
   */
  readonly halted: AppError | null
  /**
   * Why nothing can be done with the connection here, null when it can. It has no steps then, and
   * every command about it is refused.
   */
  readonly locked: AppError | null
}
