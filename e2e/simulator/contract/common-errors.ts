import type { ServiceName } from './contract.ts'

/**
 * Errors that services answer although no operation models them, with their HTTP status.
 * Sources: each API's "Common Errors" page and S3's "Error responses".
 */
const query: Record<string, number> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  MissingAuthenticationToken: 403,
  RequestExpired: 400,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
  Throttling: 400,
  ValidationError: 400,
}

const json: Record<string, number> = {
  AccessDeniedException: 400,
  ExpiredTokenException: 400,
  InternalFailure: 500,
  InvalidSignatureException: 400,
  MissingAuthenticationTokenException: 400,
  ServiceUnavailableException: 503,
  ThrottlingException: 400,
  UnknownOperationException: 400,
  UnrecognizedClientException: 400,
  ValidationException: 400,
}

const s3: Record<string, number> = {
  AccessDenied: 403,
  AuthorizationHeaderMalformed: 400,
  BucketNotEmpty: 409,
  ExpiredToken: 400,
  IllegalLocationConstraintException: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  InvalidLocationConstraint: 400,
  InvalidToken: 400,
  MalformedPolicy: 400,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchPublicAccessBlockConfiguration: 404,
  NoSuchTagSet: 404,
  OperationAborted: 409,
  OwnershipControlsNotFoundError: 404,
  PermanentRedirect: 301,
  RequestTimeTooSkewed: 403,
  ServerSideEncryptionConfigurationNotFoundError: 404,
  ServiceUnavailable: 503,
  SlowDown: 503,
}

const portal: Record<string, number> = {
  ForbiddenException: 403,
  InternalServerException: 500,
  ServiceUnavailableException: 503,
}

export const commonErrors: Record<ServiceName, Record<string, number>> = {
  cloudformation: query,
  cur: json,
  iam: query,
  organizations: json,
  s3,
  signin: {
    ExpiredTokenException: 403,
    InvalidSignatureException: 403,
    MissingAuthenticationTokenException: 403,
    ServiceUnavailableException: 503,
    UnrecognizedClientException: 403,
  },
  sso: portal,
  'sso-oidc': { ServiceUnavailableException: 503 },
  sts: query,
}

/**
 * Errors of S3 about names in an account's own namespace. They are apart from the common ones as long
 * as the app has no words for them: whatever stands there must be explained to a person.
 */
export const namespaceErrors: Record<string, number> = {
  InvalidBucketNamespace: 400,
  MissingNamespaceHeader: 400,
}

/**
 * Errors of S3 to whoever asks for a part of an object, and for one that is unchanged; to others they
 * never come. Source: S3 API Reference, "Error responses".
 */
export const partErrors: Record<string, number> = {
  InvalidRange: 416,
  PreconditionFailed: 412,
}

/** Statuses with which AWS answers although its model says 200. Source: examples of the API reference. */
export const answeredStatus: Partial<Record<ServiceName, Record<string, number>>> = {
  s3: { PutBucketPolicy: 204, PutBucketTagging: 204 },
}
