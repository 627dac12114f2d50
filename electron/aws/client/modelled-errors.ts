import type { ErrorCode, Recognised } from '../../errors/failure.ts'
import { awsDetail, bucketRegionOf } from '../../errors/foreign/aws-error.ts'
import type { Service } from '../../network/endpoints.ts'

type Meanings = Readonly<Record<string, ErrorCode>>

const all = (code: ErrorCode, ...awsCodes: string[]): Meanings =>
  Object.fromEntries(awsCodes.map((awsCode) => [awsCode, code]))

/**
 * What any service can say beside denials, expired credentials, throttling and its own faults,
 * which `aws-error.ts` knows. Source: "Common error types" of AWS's API references.
 */
const COMMON: Meanings = {
  ...all(
    'aws-value-refused',
    'ValidationError',
    'ValidationException',
    'InvalidParameterCombination',
    'InvalidParameterValue',
    'MissingParameter',
  ),
  ...all(
    'aws-operation-unknown',
    'InvalidAction',
    'MissingAction',
    'UnknownOperationException',
    'MethodNotAllowed',
  ),
  ...all(
    'aws-request-damaged',
    'InvalidQueryParameter',
    'MalformedHttpRequestException',
    'MalformedQueryString',
    'RequestAbortedException',
    'RequestEntityTooLargeException',
    'RequestTimeout',
    'RequestTimeoutException',
  ),
}

/**
 * What one service can say, where the step in which it says so makes no difference. Sources: the
 * errors in AWS's Smithy models, and "Error responses" in the API reference of S3.
 */
const BY_SERVICE: Readonly<Partial<Record<Service, Meanings>>> = {
  cloudformation: {
    AlreadyExistsException: 'stack-name-taken',
    InsufficientCapabilitiesException: 'capability-unexpected',
    LimitExceededException: 'stack-limit',
    TokenAlreadyExistsException: 'stack-token-used',
  },
  cur: { ResourceNotFoundException: 'report-gone' },
  iam: {
    ...all('aws-value-refused', 'InvalidInput', 'InvalidInputException'),
    ...all('role-missing', 'NoSuchEntity', 'NoSuchEntityException'),
    ...all('role-policies-unreadable', 'PolicyEvaluation', 'PolicyEvaluationException'),
  },
  organizations: { ConcurrentModificationException: 'aws-conflict' },
  s3: {
    ...all('aws-conflict', 'ConditionalRequestConflict'),
    ...all(
      'aws-wrong-region',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
      'InvalidLocationConstraint',
      'PermanentRedirect',
    ),
    ...all('aws-credentials-invalid', 'InvalidSecurity'),
    ...all('aws-value-refused', 'InvalidArgument', 'InvalidRequest', 'InvalidTag'),
    ...all(
      'aws-request-damaged',
      'BadDigest',
      'IncompleteBody',
      'MalformedXML',
      'XAmzContentSHA256Mismatch',
    ),
    // AWS redirects for a while when a bucket's name is new or was moved.
    ...all('bucket-busy', 'InvalidBucketState', 'OperationAborted', 'TemporaryRedirect'),
    ...all('bucket-limit', 'TooManyBuckets'),
    ...all('bucket-missing', 'NoSuchBucket'),
    ...all('bucket-name-invalid', 'InvalidBucketName'),
    ...all('bucket-not-owned', 'InvalidBucketOwnerAWSAccountID'),
    ...all('bucket-policy-refused', 'InvalidPolicyDocument', 'MalformedPolicy'),
    ...all('bucket-taken', 'BucketAlreadyExists'),
  },
  sso: {
    InvalidRequestException: 'aws-value-refused',
    ResourceNotFoundException: 'no-accounts',
    UnauthorizedException: 'sign-in-ended',
  },
  'sso-oidc': {
    AuthorizationPendingException: 'sign-in-unconfirmed',
    SlowDownException: 'aws-throttled',
    ...all(
      'sign-in-refused',
      'InvalidClientException',
      'InvalidClientMetadataException',
      'InvalidRedirectUriException',
      'InvalidRequestException',
      'InvalidScopeException',
      'UnauthorizedClientException',
      'UnsupportedGrantTypeException',
    ),
    ...all('sign-in-wrong-region', 'InvalidGrantException', 'InvalidRequestRegionException'),
  },
  sts: {
    RegionDisabledException: 'aws-account-inactive',
    ...all(
      'aws-value-refused',
      'MalformedPolicyDocument',
      'MalformedPolicyDocumentException',
      'PackedPolicyTooLarge',
      'PackedPolicyTooLargeException',
    ),
  },
}

/** CloudFormation has no error of its own for a stack that is not there. */
const STACK_GONE = /^Stack .*does not exist/

function meaningOf(service: Service, awsCode: string, message: string): ErrorCode | undefined {
  if (service === 'cloudformation' && awsCode === 'ValidationError' && STACK_GONE.test(message))
    return 'stack-gone'
  return BY_SERVICE[service]?.[awsCode] ?? COMMON[awsCode]
}

/**
 * Recognises an exception of the AWS SDK by the service that threw it, for what the service's own
 * function does not tell apart. Facts `awsCode`, `message`, and `region` where S3 names one.
 */
export function readModelledError(service: Service, error: unknown): Recognised | null {
  const detail = awsDetail(error)
  const { code: awsCode = '', message = '' } = detail
  const code = meaningOf(service, awsCode, message)
  if (code === undefined) return null
  const region = bucketRegionOf(error) || /expecting '([a-z0-9-]+)'/.exec(message)?.[1]
  return { code, facts: { awsCode, message, ...(region ? { region } : {}) }, detail }
}
