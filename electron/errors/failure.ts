import type { AppError, ErrorDetail } from './app-error.ts'
import { ERROR_CODES } from './catalogue.ts'
import type { ErrorCode, Facts, FactsOf, NeededFact } from './catalogue.ts'
import { readAwsError } from './foreign/aws-error.ts'
import { readNetworkError } from './foreign/network-error.ts'
import { maskedError } from './masked-error.ts'

export { ERROR_CODES }
export type { ErrorCode, FactsOf }

/** What is recognised in an error that somebody else made. */
export type Recognised = {
  readonly code: ErrorCode
  readonly facts: Facts
  readonly detail?: ErrorDetail
}

/** The one error that services and steps throw on purpose: data for the snapshot, and its cause. */
export class AppFailure extends Error {
  readonly error: AppError

  constructor(error: AppError, options?: { cause?: unknown }) {
    super(`${error.code}${error.detail?.message ? `: ${error.detail.message}` : ''}`, options)
    this.name = 'AppFailure'
    this.error = error
  }
}

type More = { readonly field?: string; readonly detail?: ErrorDetail; readonly cause?: unknown }
/** Facts can be left out where the code needs none. */
type Told<C extends ErrorCode> = [NeededFact<C>] extends [never]
  ? [facts?: FactsOf<C>, more?: More]
  : [facts: FactsOf<C>, more?: More]

/** Makes an `AppFailure` with the facts of its code; without `detail`, that of the cause is used. */
export function fail<C extends ErrorCode>(code: C, ...told: Told<C>): AppFailure {
  const [facts = {}, more = {}]: readonly [facts?: Facts, more?: More] = told
  const detail =
    more.detail ?? (more.cause === undefined ? undefined : toAppError(more.cause).detail)
  return new AppFailure(
    {
      code,
      facts,
      ...(more.field === undefined ? {} : { field: more.field }),
      ...(detail === undefined ? {} : { detail }),
    },
    more.cause === undefined ? undefined : { cause: more.cause },
  )
}

/**
 * Any thrown value as data for the snapshot. Never throws: what nobody recognises becomes
 * `unexpected`, with its name and message in the detail.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppFailure) return error.error
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled', facts: {} }
  const recognised = readNetworkError(error) ?? readAwsError(error)
  if (recognised) return maskedError(recognised)
  return maskedError({ code: 'unexpected', facts: {}, detail: describe(error) })
}

function describe(error: unknown): ErrorDetail {
  if (error instanceof Error) return { code: error.name, message: error.message }
  return { code: typeof error, message: String(error) }
}

/** True when `toAppError` gives one of these codes. */
export function isCode(error: unknown, ...codes: readonly ErrorCode[]): boolean {
  return codes.includes(toAppError(error).code)
}
