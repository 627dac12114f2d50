import type { AwsError } from '../aws-error.ts'
import {
  answeredStatus,
  commonErrors,
  namespaceErrors,
  partErrors,
} from '../contract/common-errors.ts'
import type {
  Contract,
  OperationContract,
  ServiceContract,
  ServiceName,
} from '../contract/contract.ts'
import { decodeJson, encodeJson, encodeJsonError } from './json.ts'
import { decodeQuery, encodeQuery, encodeQueryError } from './query.ts'
import { decodeRest, encodeRest } from './rest.ts'
import type { WireRequest, WireResponse } from './wire.ts'
import { writeXml } from './xml.ts'

/** An operation that a request asks for. */
export type Route = {
  serviceName: ServiceName
  service: ServiceContract
  operationName: string
  operation: OperationContract
  /** Parts of the path, decoded, by the member that they are bound to. */
  labels: Record<string, string>
}

export const routeTo = (
  contract: Contract,
  serviceName: ServiceName,
  operationName: string,
  labels: Record<string, string> = {},
): Route | undefined => {
  const service = contract.services[serviceName]
  const operation = service.operations[operationName]
  return operation && { serviceName, service, operationName, operation, labels }
}

/** Reads a request's input by its protocol; throws for a body that is not JSON or XML. */
export const decodeInput = (route: Route, request: WireRequest): unknown => {
  const { service, operation, labels } = route
  switch (service.protocol) {
    case 'awsQuery':
      return decodeQuery(service, operation, request.body)
    case 'awsJson1_1':
      return decodeJson(request.body)
    case 'restJson1':
    case 'restXml':
      return decodeRest(service, operation, request, labels)
  }
}

const statusInstead = (serviceName: ServiceName, operationName: string): { status?: number } => {
  const status = answeredStatus[serviceName]?.[operationName]
  return status === undefined ? {} : { status }
}

export const encodeOutput = (
  route: Route,
  output: Record<string, unknown>,
  requestId: string,
): WireResponse => {
  const { service, operation, operationName } = route
  switch (service.protocol) {
    case 'awsQuery':
      return encodeQuery(service, operationName, output, requestId)
    case 'awsJson1_1':
      return encodeJson(output)
    case 'restJson1':
    case 'restXml':
      return {
        ...encodeRest(service, operation, output),
        ...statusInstead(route.serviceName, operationName),
      }
  }
}

/** Standard OAuth codes that SSO-OIDC puts beside its own error names. */
const oauthCodes: Record<string, string> = {
  AccessDeniedException: 'access_denied',
  AuthorizationPendingException: 'authorization_pending',
  ExpiredTokenException: 'expired_token',
  InternalServerException: 'server_error',
  InvalidClientException: 'invalid_client',
  InvalidClientMetadataException: 'invalid_client_metadata',
  InvalidGrantException: 'invalid_grant',
  InvalidRedirectUriException: 'invalid_redirect_uri',
  InvalidRequestException: 'invalid_request',
  InvalidScopeException: 'invalid_scope',
  SlowDownException: 'slow_down',
  UnauthorizedClientException: 'unauthorized_client',
  UnsupportedGrantTypeException: 'unsupported_grant_type',
}

/**
 * The code that AWS's sign-in puts beside an exception when the operation says none. Throttling is
 * INVALID_REQUEST by the AWS CLI's model, rate_exceeded by the SDK's.
 */
const signinCodes: Record<string, string> = {
  AccessDeniedException: 'INSUFFICIENT_PERMISSIONS',
  InternalServerException: 'server_error',
  ServiceUnavailableException: 'service_unavailable',
}

const portalError = (
  serviceName: ServiceName,
  error: { code: string; message: string; status: number; details?: Record<string, string> },
): WireResponse => ({
  status: error.status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
  body: JSON.stringify(portalErrorBody(serviceName, error)),
})

const portalErrorBody = (
  serviceName: ServiceName,
  { code, message, details }: { code: string; message: string; details?: Record<string, string> },
): Record<string, string> => {
  if (serviceName === 'signin')
    return { error: signinCodes[code] ?? 'INVALID_REQUEST', message, ...details }
  if (serviceName === 'sso-oidc')
    return { error: oauthCodes[code] ?? 'server_error', error_description: message, ...details }
  return { message, __type: `com.amazonaws.switchboard.portal#${code}` }
}

const s3Error = (
  error: AwsError,
  status: number,
  requestId: string,
  method: string,
): WireResponse => ({
  status,
  headers: { 'content-type': 'application/xml', ...error.options.headers },
  // HEAD has no body, so its callers see only the status.
  body:
    method === 'HEAD'
      ? ''
      : writeXml('Error', {
          Code: error.code,
          Message: error.message,
          ...error.options.details,
          RequestId: requestId,
          HostId: 'simulator',
        }),
})

/** HTTP status of an error by the contract, else by the service's common errors. */
export const statusOf = (
  route: Pick<Route, 'serviceName' | 'operation'>,
  code: string,
): number | undefined =>
  route.operation.errors.find((error) => error.code === code || error.name === code)?.status ??
  commonErrors[route.serviceName][code] ??
  (route.serviceName === 's3' ? (namespaceErrors[code] ?? partErrors[code]) : undefined)

export const encodeError = (
  route: Pick<Route, 'serviceName' | 'service' | 'operation'>,
  error: AwsError,
  requestId: string,
  method: string,
): WireResponse => {
  const status = error.options.status ?? statusOf(route, error.code) ?? 400
  const plain = { code: error.code, message: error.message, status }
  switch (route.service.protocol) {
    case 'awsQuery':
      return encodeQueryError(route.service, plain, requestId)
    case 'awsJson1_1':
      return encodeJsonError(route.service, plain)
    case 'restJson1':
      return portalError(route.serviceName, {
        ...plain,
        ...(error.options.details && { details: error.options.details }),
      })
    case 'restXml':
      return s3Error(error, status, requestId, method)
  }
}
