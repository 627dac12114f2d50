import type { Service } from './endpoints.ts'
import { masked } from '../base/masking.ts'

/** One finished call to AWS or Spot, as the record keeps it: names only, no parameters. */
export type Call = {
  readonly service: Service
  readonly operation: string
  /** What it was about, by name or ARN; '' where it is about nothing in particular. */
  readonly resource: string
  /** '' when it went well; else the service's own code, or the app's where no answer came. */
  readonly error: string
  /** HTTP status of the last reply; 0 when none came. */
  readonly status: number
  /** '' when none came. */
  readonly requestId: string
  readonly durationMs: number
  /** How often it was sent; 0 when that is not known. */
  readonly attempts: number
  /** True where it was begun before what it rests on was proven. */
  readonly ahead?: true
}

const LONGEST_NAME = 300
/** Codes and request ids are what they are only in this form; anything else comes from nowhere. */
const TOKEN_LIKE = /^[\w.:+/=-]{1,120}$/

/** The same call without anything that could be a secret, whatever AWS or a proxy answered. */
export function withoutSecrets(call: Call, secrets: readonly string[]): Call {
  const plain = (text: string, otherwise: string): string => {
    if (text === '') return ''
    const safe = masked(text, secrets)
    return safe === text && TOKEN_LIKE.test(text) ? text : otherwise
  }
  return {
    ...call,
    resource: masked(call.resource, secrets).slice(0, LONGEST_NAME),
    error: plain(call.error, 'unreadable'),
    requestId: plain(call.requestId, ''),
  }
}
