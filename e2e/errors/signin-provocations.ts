import type { Provocation } from './provocations.ts'

/**
 * The codes that AWS's sign-in puts into the body of each of its exceptions, with the status of each.
 * Sources: the signin model in botocore 1.43.11 for those in capitals, server_error among them; for the
 * others `OAuth2ErrorCode` in `@aws-sdk/nested-clients` 3.998.5, which does not say with what they come.
 */
const CODES: Readonly<Record<string, readonly (readonly [error: string, status: number])[]>> = {
  AccessDeniedException: [
    ['TOKEN_EXPIRED', 401],
    ['AUTHCODE_EXPIRED', 401],
    ['USER_CREDENTIALS_CHANGED', 403],
    ['INSUFFICIENT_PERMISSIONS', 403],
  ],
  InternalServerException: [['server_error', 500]],
  TooManyRequestsError: [
    ['INVALID_REQUEST', 429],
    ['rate_exceeded', 429],
  ],
  ValidationException: [
    ['INVALID_REQUEST', 400],
    ['invalid_client', 400],
    ['invalid_grant', 400],
    ['invalid_request', 400],
    ['invalid_scope', 400],
    ['unsupported_grant_type', 400],
  ],
}

/** An exception of AWS's sign-in with each code that can stand in it, and one that nobody knows. */
export const signinProvocations = (one: Provocation): Provocation[] => [
  ...(CODES[one.code] ?? []).map(([error, status]) => ({
    code: one.code,
    status,
    message: `The service answered ${error}.`,
    details: { error },
  })),
  { ...one, details: { error: 'SOMETHING_NEW' } },
]
