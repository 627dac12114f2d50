import { describe, expect, test } from 'vitest'
import { AppFailure, ERROR_CODES, fail, isCode, toAppError } from './failure.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'

const exception = (name: string, message: string, httpStatusCode: number, more: object = {}) =>
  Object.assign(new Error(message), {
    name,
    $fault: httpStatusCode >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode, requestId: 'r-1' },
    ...more,
  })
const node = (code: string, message = code) => Object.assign(new Error(message), { code })
const who =
  'User: arn:aws:sts::111122223333:assumed-role/Finance/dana is not authorized to perform:'

describe('toAppError', () => {
  test.each([
    [
      `${who} cur:PutReportDefinition because no identity-based policy allows the cur:PutReportDefinition action`,
      'aws-denied',
    ],
    [
      `${who} s3:CreateBucket on resource: "arn:aws:s3:::b" with an explicit deny in an identity-based policy`,
      'aws-denied-explicit',
    ],
    [
      `${who} iam:CreateRole on resource: arn:aws:iam::1:role/x with an explicit deny in a service control policy`,
      'aws-denied-scp',
    ],
    [
      `${who} iam:CreateRole because no service control policy allows the iam:CreateRole action`,
      'aws-denied-scp',
    ],
    [`${who} iam:CreateRole with an explicit deny in a resource control policy`, 'aws-denied-scp'],
    [
      `${who} iam:CreateRole because no permissions boundary allows the iam:CreateRole action`,
      'aws-denied-boundary',
    ],
    [
      `${who} iam:CreateRole with an explicit deny in a permissions boundary`,
      'aws-denied-boundary',
    ],
    [
      `${who} iam:CreateRole because no session policy allows the iam:CreateRole action`,
      'aws-denied-session-policy',
    ],
    [
      `${who} s3:GetObject with an explicit deny in a resource-based policy`,
      'aws-denied-resource-policy',
    ],
    ['Access Denied', 'aws-denied'],
  ])('knows who denies: %s', (message, code) => {
    expect(toAppError(exception('AccessDenied', message, 403)).code).toBe(code)
  })

  test('names the denied action and the resource', () => {
    const message = `${who} s3:CreateBucket on resource: "arn:aws:s3:::b" with an explicit deny in an identity-based policy`
    expect(toAppError(exception('AccessDenied', message, 403))).toEqual({
      code: 'aws-denied-explicit',
      facts: {
        action: 's3:CreateBucket',
        resource: 'arn:aws:s3:::b',
        account: '111122223333',
        holder: 'role',
        holderName: 'Finance',
        policy: '',
        reason: '',
      },
      detail: { code: 'AccessDenied', message, requestId: 'r-1', httpStatus: 403 },
    })
  })

  test.each([
    ['ExpiredToken', '', 400, 'aws-credentials-expired'],
    ['ExpiredTokenException', '', 403, 'aws-credentials-expired'],
    ['RequestExpired', '', 400, 'aws-credentials-expired'],
    ['UnrecognizedClientException', '', 400, 'aws-credentials-invalid'],
    ['SignatureDoesNotMatch', 'The signature does not match', 403, 'aws-credentials-invalid'],
    ['SignatureDoesNotMatch', 'Signature expired: 2026… is now earlier', 403, 'aws-clock-skew'],
    ['RequestTimeTooSkewed', '', 403, 'aws-clock-skew'],
    ['OptInRequired', '', 403, 'aws-account-inactive'],
    ['ThrottlingException', '', 400, 'aws-throttled'],
    ['SlowDown', '', 503, 'aws-throttled'],
    ['Whatever', '', 429, 'aws-throttled'],
    ['InternalFailure', '', 500, 'aws-unavailable'],
    ['ServiceUnavailable', '', 503, 'aws-unavailable'],
    ['ValidationError', 'no', 400, 'aws-rejected'],
    ['SyntaxError', 'Unexpected token', 200, 'aws-reply-unreadable'],
  ])('knows AWS’s %s', (name, message, status, code) => {
    expect(toAppError(exception(name, message, status)).code).toBe(code)
  })

  test.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'network-offline'],
    ['net::ERR_NAME_NOT_RESOLVED', 'network-dns'],
    ['net::ERR_CONNECTION_REFUSED', 'network-refused'],
    ['net::ERR_CONNECTION_RESET', 'network-reset'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'network-reset'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'network-timeout'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'network-truncated'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'network-proxy-auth'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'network-proxy-unreachable'],
    ['net::ERR_PROXY_CERTIFICATE_INVALID', 'network-certificate'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'network-certificate'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'network-certificate-unfit'],
    ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'network-certificate-unfit'],
    ['net::ERR_CERT_WEAK_KEY', 'network-certificate-unfit'],
    ['net::ERR_CERT_DATE_INVALID', 'network-certificate-date'],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'network-proxy-ticket'],
    ['net::ERR_INVALID_AUTH_CREDENTIALS', 'network-proxy-ticket'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'network-certificate'],
    ['net::ERR_SOMETHING_NEW', 'network-failed'],
  ])('knows Chromium’s %s', (message, code) => {
    expect(toAppError(new Error(message)).code).toBe(code)
  })

  test.each([
    [node('ENOTFOUND'), 'network-dns'],
    [node('ECONNREFUSED'), 'network-refused'],
    [node('ECONNRESET', 'socket hang up'), 'network-reset'],
    [node('ECONNRESET', 'aborted'), 'network-truncated'],
    [node('ENETUNREACH'), 'network-offline'],
    [node('ETIMEDOUT'), 'network-timeout'],
    [node('SELF_SIGNED_CERT_IN_CHAIN'), 'network-certificate'],
    [new TypeError('fetch failed', { cause: node('ECONNREFUSED') }), 'network-refused'],
    [AbortSignal.abort().reason, 'cancelled'],
    [new DOMException('late', 'TimeoutError'), 'network-timeout'],
  ])('knows Node’s %s', (error, code) => {
    expect(toAppError(error).code).toBe(code)
  })

  test.each([[new RangeError('odd')], ['a string'], [undefined], [null], [{ $metadata: 3 }]])(
    'never throws, and keeps what nobody knows: %s',
    (error) => {
      expect(toAppError(error).code).toBe('unexpected')
    },
  )

  test('takes a program’s own error for no answer of AWS, whatever the SDK left on it', () => {
    const error = Object.assign(new TypeError('x is not a function'), {
      $metadata: { attempts: 1 },
    })
    expect(toAppError(error)).toEqual({
      code: 'unexpected',
      facts: {},
      detail: { code: 'TypeError', message: 'x is not a function' },
    })
  })
})

test('fail carries facts, field and the detail of its cause', () => {
  const cause = exception('BucketAlreadyExists', 'taken', 409)
  const failure = fail('bucket-taken', { bucket: 'b' }, { field: 'bucketName', cause })
  expect(failure).toBeInstanceOf(AppFailure)
  expect(failure.cause).toBe(cause)
  expect(failure.error).toMatchObject({
    code: 'bucket-taken',
    facts: { bucket: 'b' },
    field: 'bucketName',
    detail: { code: 'BucketAlreadyExists', httpStatus: 409 },
  })
  expect(isCode(failure, 'bucket-missing', 'bucket-taken')).toBe(true)
  expect(isCode(failure, 'bucket-missing')).toBe(false)
})

const FACTS: Record<string, string> = {
  account: '111122223333',
  action: 'iam:CreateRole',
  awsCode: 'X',
  bucket: 'reports',
  bytes: '60000',
  came: '444455556666',
  capability: 'CAPABILITY_AUTO_EXPAND',
  cause: 'role-exists',
  description: 'no',
  file: 'role.json',
  found: 'a',
  host: 'sts.amazonaws.com',
  key: 'arn:aws:kms:x',
  limit: '5',
  managementAccount: '418207315602',
  managementEmail: 'aws@northwind.example',
  meant: 'b',
  message: 'no',
  reason: 'already exists',
  region: 'eu-west-1',
  report: 'hourly',
  resource: 'Role',
  role: 'Finance',
  roleName: 'Finance',
  rule: 'length',
  service: 's3',
  stack: 'eco',
  startUrl: 'https://d-1.awsapps.com/start',
  types: 'AWS::S3::Bucket',
  until: '2:14 AM',
  day: 'November 30',
  value: 'x',
}

describe.each(ERROR_CODES)('the sentences of %s', (code) => {
  test.each([
    ['with every fact', FACTS],
    ['with none', {}],
  ])('are whole %s', (_, facts) => {
    const { what, meaning, todo, who: helper } = errorText(english, { code, facts })
    for (const text of [what, meaning, todo]) {
      // Lists of permitted characters are no prose.
      const sentence = text.replace(/characters( [_!+=,.@:/*'()-]+)+/g, 'characters.')
      expect(sentence).not.toMatch(/undefined|went wrong|null|\[object| {2}|“”|\(\)| [.,:;]/i)
      expect(sentence).toMatch(/^[\p{Lu}“].*[.!?”]$/u)
      expect(sentence).not.toMatch(/\bthe the\b/i)
    }
    expect(helper).toBeTruthy()
  })
})
