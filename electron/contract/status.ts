import type { AskMspAsk } from './ask/cost-report.ts'
import type { SentRequest } from './ask/registration.ts'
import type { Ask, StepId } from './steps.ts'
import type { StackEventView } from './ask/stack.ts'
import type { Fact } from './facts.ts'
import type { AppError } from '../errors/app-error.ts'

/** What a step is doing, one thing after the other; the words are in the catalogue's `app`. */
export type Doing =
  | 'working'
  | 'asking-keychain'
  | 'opening-browser'
  | 'listing-accounts'
  | 'creating-bucket'
  | 'removing-bucket'
  | 'setting-policy'
  | 'defining-report'
  | 'reading-back'
  | 'validating-template'
  | 'creating-stack'
  | 'deleting-stack'
  | 'sending-to-spot'
  | 'waiting-for-role'
  | 'waiting-for-spot'
  | 'wiping'
  | 'signing-out'
  | 'saving-file'
  | 'checking'

/** What is going on while a step acts, or while AWS works on something it has accepted. */
export type Progress =
  | { readonly kind: 'working'; readonly doing: Doing }
  | { readonly kind: 'browser'; readonly at: 'portal' | 'console'; readonly expiresAt: number }
  | {
      readonly kind: 'device'
      readonly userCode: string
      readonly verificationUri: string
      readonly expiresAt: number
    }
  | {
      readonly kind: 'stack'
      readonly stackName: string
      readonly status: string
      readonly finished: number
      readonly total: number
      /** Oldest first. */
      readonly events: readonly StackEventView[]
    }
  | {
      readonly kind: 'delivery'
      /** The first delivery, or the next one after the bucket was repaired. */
      readonly awaited: 'first' | 'after-repair'
      readonly dueAt: number
      /** True once AWS is a whole day later than it promises. */
      readonly overdue: boolean
      readonly evidence: readonly Fact[]
    }
  /** Somebody else was asked, with the file saved at `file`. */
  | {
      readonly kind: 'handed-over'
      readonly at: number
      readonly file: string
      /** What the file asks for, as far as is known: one that waits for another step is kept in mind until the app ends. */
      readonly steps: readonly StepId[]
      /** What stood in the way at the last look; null when there was just nothing yet. */
      readonly found: AppError | null
    }
  /** The MSP was asked; its answer is typed in, or found. */
  | { readonly kind: 'asked-msp'; readonly ask: AskMspAsk }
  /** Spot Support was asked to connect the account, and nobody can read from Spot whether it is. */
  | {
      readonly kind: 'asked-spot'
      readonly at: number
      /** Null of a record that does not hold it. */
      readonly sent: SentRequest | null
      /** When the person said that Spot has confirmed; null until then. */
      readonly confirmedAt: number | null
      readonly evidence: readonly Fact[]
    }
  /** Told by the person and formally right, but read by nobody from AWS. */
  | { readonly kind: 'unverified'; readonly at: number; readonly evidence: readonly Fact[] }

export type SkipReason = 'msp-keeps-bucket'

export type Status =
  | { readonly kind: 'waiting'; readonly for: readonly StepId[] }
  | { readonly kind: 'checking' }
  /**
   * `problem` is about the last input, and names its field. A time at `lookAgainAt` says that more of
   * what is asked about comes by itself.
   */
  | {
      readonly kind: 'todo'
      readonly ask: Ask
      readonly problem?: AppError
      readonly lookAgainAt?: number
    }
  | { readonly kind: 'acting'; readonly progress: Progress }
  /**
   * `blocks` says whether later steps must wait; times are milliseconds since the epoch.
   * `lookAgainAt` is null when nothing changes by itself. `refused` is why the last command changed
   * nothing of it, here and where it is done.
   */
  | {
      readonly kind: 'pending'
      readonly progress: Progress
      readonly lookAgainAt: number | null
      readonly blocks: boolean
      readonly refused?: AppError
    }
  | {
      readonly kind: 'done'
      readonly evidence: readonly Fact[]
      readonly at: number
      readonly ask?: Ask
      readonly refused?: AppError
    }
  | {
      readonly kind: 'failed'
      readonly error: AppError
      readonly ask?: Ask
      readonly lookAgainAt?: number
    }
  | { readonly kind: 'skipped'; readonly why: SkipReason }

/**
 * What was known of a step before it could not be looked at: that it was proven, or that nothing but
 * AWS's delivery was missing. Shown as what it was, and never taken for a proof.
 */
export type Earlier = {
  readonly kind: 'done' | 'delivery'
  /** When it was proven, or when the delivery is due (ms since the epoch). */
  readonly at: number
  readonly evidence: readonly Fact[]
}

export type StepView = {
  readonly id: StepId
  readonly status: Status
  /** Only while nobody looks: the sign-in has ended, or the step is being read anew. */
  readonly earlier?: Earlier
}

/** What a step says is wrong: why it stopped, what is wrong at a field, or why a command changed nothing. */
export function errorOf(status: Status): AppError | undefined {
  if (status.kind === 'failed') return status.error
  if (status.kind === 'todo') return status.problem
  return 'refused' in status ? status.refused : undefined
}
