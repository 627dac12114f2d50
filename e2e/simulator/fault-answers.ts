import { AwsError } from './aws-error.ts'
import { expiredCredentials } from './access/caller.ts'
import type { ServiceContract, ServiceName } from './contract/contract.ts'
import type { CallFault } from './faults.ts'
import type { WireRequest, WireResponse } from './protocols/wire.ts'
import { spotFailure } from './services/spot.ts'

type Protocol = ServiceContract['protocol']

/** How each service says that it is called too often. */
export const throttled = (serviceName: ServiceName, protocol: Protocol): AwsError => {
  if (serviceName === 's3') return new AwsError('SlowDown', 'Please reduce your request rate.')
  if (serviceName === 'signin')
    return new AwsError('TooManyRequestsError', 'Rate exceeded', { status: 429 })
  if (serviceName === 'sso') return new AwsError('TooManyRequestsException', 'Rate exceeded')
  if (serviceName === 'sso-oidc') return new AwsError('SlowDownException', 'Rate exceeded')
  if (serviceName === 'organizations')
    return new AwsError('TooManyRequestsException', 'Rate exceeded')
  return new AwsError(
    protocol === 'awsQuery' ? 'Throttling' : 'ThrottlingException',
    'Rate exceeded',
  )
}

/** How each service says that it is in trouble. */
const troubled = (serviceName: ServiceName, protocol: Protocol, status: 500 | 503): AwsError => {
  const internal: Record<Protocol, string> = {
    awsQuery: 'InternalFailure',
    awsJson1_1: 'InternalFailure',
    restXml: 'InternalError',
    restJson1: 'InternalServerException',
  }
  const unavailable: Record<Protocol, string> = {
    awsQuery: 'ServiceUnavailable',
    awsJson1_1: 'ServiceUnavailableException',
    restXml: 'ServiceUnavailable',
    restJson1: 'ServiceUnavailableException',
  }
  if (serviceName === 'cur' && status === 500)
    return new AwsError('InternalErrorException', 'An error on the server occurred.')
  return status === 500
    ? new AwsError(internal[protocol], 'We encountered an internal error. Please try again.', {
        status,
      })
    : new AwsError(unavailable[protocol], 'Service is unable to handle request.', { status })
}

/** How each service says that the caller's clock is wrong. */
const skewed = (protocol: Protocol): AwsError => {
  if (protocol === 'restXml')
    return new AwsError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    )
  const code = protocol === 'awsQuery' ? 'SignatureDoesNotMatch' : 'InvalidSignatureException'
  return new AwsError(code, 'Signature expired: the request time is not within five minutes.')
}

const requestTime = (header: string | undefined): number => {
  const [, y, mo, d, h, mi, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(header ?? '') ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}

/**
 * The error of a fault, if it is one that a signed or portal service answers with. A skewed clock
 * is an error only while the caller has not yet corrected its own.
 */
export const errorOf = (
  fault: CallFault,
  about: {
    serviceName: ServiceName
    protocol: Protocol
    request: WireRequest
  },
): AwsError | undefined => {
  const { serviceName, protocol, request } = about
  if (serviceName === 'signin' && request.path === '/v1/token') {
    const own = signInError(fault)
    if (own !== undefined) return own
  }
  switch (fault.kind) {
    case 'throttling':
      return throttled(serviceName, protocol)
    case 'status':
      return troubled(serviceName, protocol, fault.status)
    case 'expiredCredentials':
      return protocol === 'restJson1' && serviceName !== 'signin'
        ? new AwsError('UnauthorizedException', 'Session token not found or invalid')
        : expiredCredentials(protocol)
    case 'accessDenied':
      // Signed services say no where they know the resource: when the call asks for permission.
      return protocol === 'restJson1' && serviceName !== 'signin'
        ? new AwsError('ForbiddenException', 'No access')
        : undefined
    case 'clockSkew': {
      // Clients sign with this machine's time, whatever clock the simulator runs on.
      const server = Date.now() + fault.minutes * 60_000
      const apart = Math.abs(requestTime(request.headers['x-amz-date']) - server)
      return apart > 5 * 60_000 ? skewed(protocol) : undefined
    }
    case 'error':
      return new AwsError(fault.code, fault.message, {
        status: fault.status,
        ...(fault.headers && { headers: fault.headers }),
        ...(fault.details && { details: fault.details }),
      })
    case 'echo':
      return new AwsError(fault.code, echoOf(request), { status: fault.status })
    case 'latency':
    case 'hang':
    case 'reset':
    case 'truncated':
    case 'html':
      return undefined
  }
}

/** What AWS's sign-in says to whoever has no signature: all that is over, or not allowed, is one type. */
const signInError = (fault: CallFault): AwsError | undefined => {
  switch (fault.kind) {
    case 'expiredCredentials':
      return new AwsError('AccessDeniedException', 'The token has expired.', {
        status: 401,
        details: { error: 'TOKEN_EXPIRED' },
      })
    case 'accessDenied':
      return new AwsError('AccessDeniedException', 'You are not allowed to do this.', {
        status: 403,
        details: { error: 'INSUFFICIENT_PERMISSIONS' },
      })
    default:
      return undefined
  }
}

/** A request as a careless service would quote it in an error. */
const echoOf = ({ method, path, query, headers, body }: WireRequest): string =>
  [
    `Cannot process ${method} ${path}?${query.toString()}`,
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    body,
  ].join('\n')

/** The same for Spot, which has one shape for all its failures. */
export const spotAnswerOf = (fault: CallFault, request: WireRequest): WireResponse | undefined => {
  switch (fault.kind) {
    case 'throttling':
      return spotFailure(request, 429, 'RequestLimitExceeded', 'Too many requests')
    case 'status':
      return spotFailure(request, fault.status, 'InternalError', 'Internal error')
    case 'expiredCredentials':
      return spotFailure(request, 401, 'AuthenticationError', 'Invalid or expired token')
    case 'accessDenied':
      return spotFailure(request, 403, 'Forbidden', 'The user is not allowed to do this')
    case 'error':
      return spotFailure(request, fault.status, fault.code, fault.message)
    case 'echo':
      return spotFailure(request, fault.status, fault.code, echoOf(request))
    case 'latency':
    case 'hang':
    case 'reset':
    case 'truncated':
    case 'html':
    case 'clockSkew':
      return undefined
  }
}

/** A captive portal's answer to anything. */
export const portalPage: WireResponse = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html><head><title>Guest Wi-Fi</title></head><body><h1>Welcome</h1><p>Please accept the terms of use to go on.</p></body></html>',
}
