import type { StepId } from './steps.ts'
import type { AppError } from '../errors/app-error.ts'

/** One action that the signed-in person may not do, and what stands against it. */
export type MissingPermission = {
  readonly action: string
  readonly resource: string
  readonly because: 'not-allowed' | 'explicit-deny' | 'boundary' | 'organization'
}

/** What the signed-in person lacks for a step: nothing, when `missing` is empty. */
export type Ability = {
  readonly step: StepId
  readonly missing: readonly MissingPermission[]
  /** What the step does without: it then tells less of what went wrong. */
  readonly optional: readonly MissingPermission[]
  /** A policy with the statements to add, as JSON; '' when that would not help or is not needed. */
  readonly statement: string
}

/** What the signed-in person may do, asked of IAM right after the sign-in. Never stops anything. */
export type Preflight =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'checking' }
  /** IAM did not answer the question; the steps find out by themselves. */
  | { readonly kind: 'unknown'; readonly error: AppError }
  /** The root user: IAM simulates no root user, and its account's policies do not limit it. */
  | {
      readonly kind: 'root'
      /**
       * Whether a policy of the AWS organization may limit it: it can in all accounts of one but the
       * management account.
       */
      readonly limits: 'none' | 'organization'
    }
  | {
      readonly kind: 'known'
      /** Permission set or role asked about, and how its holder signed in. */
      readonly roleName: string
      readonly abilities: readonly Ability[]
    }
