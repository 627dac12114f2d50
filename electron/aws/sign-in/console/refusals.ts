import { z } from 'zod'
import type { SignInMethod } from '../../../contract/ask/sign-in.ts'
import { AppFailure, fail, toAppError } from '../../../errors/failure.ts'
import { awsCode, awsMessage } from '../../client/reply.ts'

/** What ends a sign-in as to the console for good. */
export const CONSOLE_REFUSALS = [
  'console-ended',
  'console-credentials-changed',
  'console-renewal-not-allowed',
] as const
export type ConsoleRefusal = (typeof CONSOLE_REFUSALS)[number]

/** The code of OAuth in an exception of the sign-in service; its letters' case is not AWS's law. */
const withError = z.object({ error: z.string().catch('') })
const oauthCodeOf = (error: unknown): string => {
  const cause = error instanceof AppFailure ? error.cause : error
  return withError.safeParse(cause).data?.error.toUpperCase() ?? ''
}

/** What a refusal means depends on what was asked: with a code, or for renewed credentials. */
type Asked = { readonly for: 'code'; readonly method: SignInMethod } | { readonly for: 'renewal' }

/** AWS's own words for a denial, by which it is known even where its type got lost on the way. */
const DENIALS: readonly string[] = [
  'AUTHCODE_EXPIRED',
  'INSUFFICIENT_PERMISSIONS',
  'TOKEN_EXPIRED',
  'USER_CREDENTIALS_CHANGED',
]

/**
 * What a refusal of AWS's sign-in service means. Judged by its type and status where its code is not
 * known: the two clients of AWS name different ones. What is no refusal of AWS's stays as it is: a proxy
 * says 401 and 403 too, and must not end a sign-in.
 * Sources: the service's models in aws-cli 2.36.7 and `@aws-sdk/nested-clients` 3.998.5.
 */
export function explainRefusal(error: unknown, asked: Asked): unknown {
  const type = awsCode(error)
  if (type === '') return error
  const { httpStatus } = toAppError(error).detail ?? {}
  const code = oauthCodeOf(error)
  if (type === 'AccessDeniedException' || DENIALS.includes(code))
    return denied(error, code, httpStatus, asked)
  if (httpStatus !== 400 || (type !== 'ValidationException' && code === '')) return error
  if (code === 'INVALID_GRANT') return spent(error, asked)
  const facts = { awsCode: code || type, message: awsMessage(error) }
  return fail('console-refused', facts, { cause: error })
}

function denied(
  error: unknown,
  code: string,
  status: number | undefined,
  asked: Asked,
): AppFailure {
  const cause = { cause: error }
  switch (code) {
    case 'AUTHCODE_EXPIRED':
      return spent(error, asked)
    case 'USER_CREDENTIALS_CHANGED':
      return fail('console-credentials-changed', {}, cause)
    case 'INSUFFICIENT_PERMISSIONS':
      return notAllowed(error, asked)
    case 'TOKEN_EXPIRED':
      break
    default:
      if (status !== 401) return notAllowed(error, asked)
  }
  // Nothing is old at the first exchange, except for a clock that is wrong (aws-cli issue 10330).
  return asked.for === 'code'
    ? fail('console-clock-wrong', {}, cause)
    : fail('console-ended', {}, cause)
}

const spent = (error: unknown, asked: Asked): AppFailure =>
  asked.for === 'code'
    ? fail('console-code-expired', {}, { cause: error })
    : fail('console-ended', {}, { cause: error })

const notAllowed = (error: unknown, asked: Asked): AppFailure => {
  // Another one: in the middle of the work it has to lead to where a person signs in.
  if (asked.for === 'renewal') return fail('console-renewal-not-allowed', {}, { cause: error })
  const device = asked.method === 'device'
  return fail('console-not-allowed', { client: device ? 'remote' : 'localhost' }, { cause: error })
}
