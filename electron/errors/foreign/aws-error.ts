import { z } from 'zod'
import { once } from '../../base/once.ts'
import type { ErrorDetail } from '../app-error.ts'
import type { ErrorCode, Recognised } from '../failure.ts'
import { readDenial } from './denial.ts'

/**
 * What the SDK's exceptions have in common, both generations. Everything may be missing. Made when the
 * first one is read: until the window is there, nothing needs the code that checks what comes in.
 */
const exceptionSchema = once(() =>
  z.object({
    name: z.string(),
    message: z.string().catch(''),
    Code: z.string().optional().catch(undefined),
    error: z.string().optional().catch(undefined),
    error_description: z.string().optional().catch(undefined),
    $fault: z.string().optional().catch(undefined),
    $metadata: z
      .object({
        httpStatusCode: z.number().optional().catch(undefined),
        requestId: z.string().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    $response: z
      .object({ headers: z.record(z.string(), z.unknown()).catch({}) })
      .optional()
      .catch(undefined),
  }),
)

const EXPIRED = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']
const SKEWED = ['RequestTimeTooSkewed', 'RequestInTheFuture']
const SKEWED_MESSAGE = /signature (expired|not yet current)|system clock|request time/i
const SIGNATURE = ['SignatureDoesNotMatch', 'InvalidSignatureException', 'InvalidSignature']
const INVALID = [
  ...SIGNATURE,
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidToken',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'AuthFailure',
]
/** Signed for a region in which the service is not, or not for this account. */
const OTHER_REGION = /credential should be scoped to a valid region/i
const INACTIVE = [
  'OptInRequired',
  'SubscriptionRequiredException',
  'NotSignedUp',
  'AccountProblem',
  'AllAccessDisabled',
]
const THROTTLED = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'BandwidthLimitExceeded',
  'PriorRequestNotComplete',
  'SlowDown',
]
const DENIED = [
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedFault',
  'UnauthorizedOperation',
  'NotAuthorized',
  'Forbidden',
  'ForbiddenException',
]

/** True for the replies that mean: the role credentials have ended, ask for new ones. */
export function meansExpired(awsCode: string): boolean {
  return EXPIRED.includes(awsCode)
}

type Exception = z.infer<ReturnType<typeof exceptionSchema>>

function parseException(error: unknown): Exception | null {
  if (!(error instanceof Error) || !('$metadata' in error || '$fault' in error)) return null
  const parsed = exceptionSchema().safeParse(error)
  if (!parsed.success) return null
  // The retry middleware leaves `$metadata` on every error that passes, also on those of others.
  const { $fault: fault, $metadata: metadata } = parsed.data
  return fault === undefined && metadata?.httpStatusCode === undefined ? null : parsed.data
}

/** Old clients call an exception they do not know `Error`-something and keep AWS's name in `Code`. */
const nameOf = (exception: Exception): string =>
  exception.name === 'Error' || exception.name === 'UnknownError'
    ? (exception.Code ?? exception.name)
    : exception.name

/** The technical side of an SDK exception; `{}` of anything else. */
export function awsDetail(error: unknown): ErrorDetail {
  const exception = parseException(error)
  if (!exception) return {}
  const { $metadata: metadata } = exception
  // What the SDK says where it found no message: the sign-in service describes its errors elsewhere.
  const said = exception.message === 'UnknownError' ? '' : exception.message
  const message = said || exception.error_description || exception.error || exception.message
  return {
    code: nameOf(exception),
    message,
    ...(metadata?.requestId === undefined ? {} : { requestId: metadata.requestId }),
    ...(metadata?.httpStatusCode === undefined ? {} : { httpStatus: metadata.httpStatusCode }),
  }
}

/** The region in which S3 says that a bucket is, or ''. */
export function bucketRegionOf(error: unknown): string {
  const region = parseException(error)?.$response?.headers['x-amz-bucket-region']
  return typeof region === 'string' ? region : ''
}

function codeOf(name: string, message: string, status: number, fault: string): ErrorCode {
  if (meansExpired(name)) return 'aws-credentials-expired'
  if (SKEWED.includes(name)) return 'aws-clock-skew'
  if (SIGNATURE.includes(name) && SKEWED_MESSAGE.test(message)) return 'aws-clock-skew'
  // S3 has no words for it when it answers a HEAD request.
  if (status === 301 || (SIGNATURE.includes(name) && OTHER_REGION.test(message)))
    return 'aws-wrong-region'
  if (INVALID.includes(name)) return 'aws-credentials-invalid'
  if (INACTIVE.includes(name)) return 'aws-account-inactive'
  if (THROTTLED.includes(name) || status === 429) return 'aws-throttled'
  if (status >= 500 || fault === 'server') return 'aws-unavailable'
  return 'aws-rejected'
}

/**
 * Recognises an exception of the AWS SDK by AWS's own error code: what can happen in every
 * operation. What one operation alone can say is recognised by its service.
 * Source: the "Common Errors" page of each API reference.
 */
export function readAwsError(error: unknown): Recognised | null {
  const exception = parseException(error)
  if (!exception) return null
  const detail = awsDetail(error)
  const name = detail.code ?? ''
  const message = detail.message ?? ''
  const status = detail.httpStatus ?? 0
  if (DENIED.includes(name) || (status === 403 && /not authorized to perform/.test(message)))
    return { ...readDenial(message), detail }
  if (name === 'SyntaxError') return { code: 'aws-reply-unreadable', facts: {}, detail }
  const code = codeOf(name, message, status, exception.$fault ?? '')
  return { code, facts: factsOf(code, error, detail), detail }
}

function factsOf(code: ErrorCode, error: unknown, detail: ErrorDetail): Recognised['facts'] {
  const { code: awsCode = '', message = '' } = detail
  if (code === 'aws-rejected') return { awsCode, message }
  return code === 'aws-wrong-region' ? { region: bucketRegionOf(error) } : {}
}
