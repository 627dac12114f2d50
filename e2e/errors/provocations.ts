import { commonErrors } from '../simulator/contract/common-errors.ts'
import { loadContract } from '../simulator/contract/contract.ts'
import type { Contract, ServiceName } from '../simulator/contract/contract.ts'
import { signinProvocations } from './signin-provocations.ts'

/** One error as it comes over the wire. */
export type Provocation = {
  /** The code on the wire. */
  readonly code: string
  readonly status: number
  /** AWS's words. Some errors are told apart by nothing else. */
  readonly message: string
  readonly headers?: Record<string, string>
  /** More members of the body, by which some errors are told apart. */
  readonly details?: Record<string, string>
}

const plain = (code: string, status: number): Provocation => ({
  code,
  status,
  message: `The service answered ${code}.`,
})

/** Wordings in which one code means different things. */
const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  'cloudformation ValidationError': ['Stack with id spot-eco-role does not exist'],
  'cur ValidationException': ['', 'Failed to verify customer bucket permission.'],
}

/** S3 names the bucket's region when a request came to the wrong one. */
const ELSEWHERE = ['PermanentRedirect', 'TemporaryRedirect', 'AuthorizationHeaderMalformed']

function wordingsOf(service: string, one: Provocation): Provocation[] {
  if (service === 'signin') return signinProvocations(one)
  const more = WORDINGS[`${service} ${one.code}`] ?? []
  const headers =
    service === 's3' && ELSEWHERE.includes(one.code)
      ? { headers: { 'x-amz-bucket-region': 'eu-west-1' } }
      : {}
  return [one, ...more.map((message) => ({ ...one, message }))].map((each) => ({
    ...each,
    ...headers,
  }))
}

/** Source: "Common error types" and, in its older form, "Common errors" of AWS's API references. */
const DOCUMENTED: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  IncompleteSignature: 403,
  InternalFailure: 500,
  InvalidParameterCombination: 400,
  InvalidParameterValue: 400,
  InvalidQueryParameter: 400,
  MalformedHttpRequestException: 400,
  MalformedQueryString: 404,
  MissingAction: 400,
  MissingParameter: 400,
  NotAuthorized: 401,
  OptInRequired: 403,
  RequestAbortedException: 400,
  RequestEntityTooLargeException: 413,
  RequestExpired: 400,
  RequestTimeoutException: 408,
  ServiceUnavailable: 503,
  ThrottlingException: 400,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
  ValidationError: 400,
}

/** Source: "Error responses" of S3's API reference, without those about features not used here. */
const S3_DOCUMENTED: Readonly<Record<string, number>> = {
  AccountProblem: 403,
  AllAccessDisabled: 403,
  BadDigest: 400,
  ConditionalRequestConflict: 409,
  IncompleteBody: 400,
  InvalidBucketOwnerAWSAccountID: 400,
  InvalidBucketState: 409,
  InvalidPolicyDocument: 400,
  InvalidRequest: 400,
  InvalidSecurity: 403,
  InvalidTag: 400,
  InvalidToken: 400,
  MalformedXML: 400,
  NoSuchKey: 404,
  NotImplemented: 501,
  NotSignedUp: 403,
  RequestTimeout: 400,
  SignatureDoesNotMatch: 403,
  TemporaryRedirect: 307,
  TooManyBuckets: 400,
  XAmzContentSHA256Mismatch: 400,
}

/** Met by people, and in no document. Source: issue 2935 of ansible-collections/amazon.aws, among others. */
const S3_MET: Readonly<Record<string, number>> = {
  InvalidBucketNamespace: 400,
  MissingNamespaceHeader: 400,
}

/** Operations to which an error belongs that no model lists; the others may come from any. */
const BELONGS_TO: Readonly<Record<string, string>> = {
  BucketNotEmpty: 'DeleteBucket',
  IllegalLocationConstraintException: 'CreateBucket',
  InvalidBucketName: 'CreateBucket',
  InvalidBucketNamespace: 'CreateBucket',
  InvalidLocationConstraint: 'CreateBucket',
  InvalidPolicyDocument: 'PutBucketPolicy',
  InvalidTag: 'PutBucketTagging',
  MalformedPolicy: 'PutBucketPolicy',
  MethodNotAllowed: 'PutBucketTagging',
  MissingNamespaceHeader: 'CreateBucket',
  NoSuchBucketPolicy: 'GetBucketPolicy',
  NoSuchKey: 'GetObject',
  NoSuchPublicAccessBlockConfiguration: 'GetPublicAccessBlock',
  NoSuchTagSet: 'GetBucketTagging',
  OwnershipControlsNotFoundError: 'GetBucketOwnershipControls',
  ServerSideEncryptionConfigurationNotFoundError: 'GetBucketEncryption',
  TooManyBuckets: 'CreateBucket',
}

/** The operation of each service by which its common errors are shown. */
const SHOWN_BY: Readonly<Record<ServiceName, string>> = {
  cloudformation: 'ValidateTemplate',
  cur: 'DescribeReportDefinitions',
  iam: 'GetRole',
  organizations: 'DescribeOrganization',
  s3: 'PutBucketPolicy',
  signin: 'CreateOAuth2Token',
  sso: 'ListAccounts',
  'sso-oidc': 'RegisterClient',
  sts: 'GetCallerIdentity',
}

/**
 * What every operation of a service answers again and again in practice, although models leave it
 * out: the app must have words for it wherever it comes.
 */
const EVERYWHERE: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  cloudformation: ['AccessDenied', 'ValidationError'],
  cur: ['AccessDeniedException', 'ValidationException'],
  iam: ['AccessDenied'],
  organizations: ['AccessDeniedException'],
  s3: ['AccessDenied', 'NoSuchBucket'],
  sso: ['ForbiddenException'],
}

const isSigned = (service: ServiceName): boolean => service !== 'sso' && service !== 'sso-oidc'

function commonOf(service: ServiceName): Record<string, number> {
  // What a signature can be refused with is about revoking, of which nobody is told.
  if (service === 'signin') return { ServiceUnavailableException: 503 }
  if (service === 's3') return { ...S3_DOCUMENTED, ...S3_MET, ...commonErrors.s3 }
  return isSigned(service) ? { ...DOCUMENTED, ...commonErrors[service] } : commonErrors[service]
}

/** Spot's API is not published as a model: these are the ways in which HTTP refuses. */
const SPOT: readonly Provocation[] = [400, 401, 403, 404, 405, 409, 422, 429, 500, 502, 503].map(
  (status) => plain(`HTTP ${status}`, status),
)
const SPOT_WORDINGS: readonly Provocation[] = [
  { code: 'CantAssumeRole', status: 400, message: 'Unable to assume role' },
  { code: 'CredentialsAlreadyExist', status: 400, message: 'Credentials already exist' },
]

const isServiceName = (contract: Contract, name: string): name is ServiceName =>
  Object.hasOwn(contract.services, name)

export type Provocations = {
  /** `service:operation` of everything that the contract describes. */
  readonly known: ReadonlySet<string>
  /** Errors that AWS's model lists for one operation; those by which Spot can refuse it. */
  readonly modelled: (service: string, operation: string) => readonly Provocation[]
  /** Errors of the whole service that this operation stands for. */
  readonly common: (service: string, operation: string) => readonly Provocation[]
}

/** What can be answered to an operation, from the contract derived from AWS's models. */
export function provocations(contract: Contract = loadContract()): Provocations {
  const known = new Set(
    Object.entries(contract.services).flatMap(([service, { operations }]) =>
      Object.keys(operations).map((operation) => `${service}:${operation}`),
    ),
  )
  const modelled = (service: string, operation: string): Provocation[] => {
    if (service === 'spot') return [...SPOT, ...SPOT_WORDINGS]
    if (!isServiceName(contract, service)) return []
    const errors = contract.services[service].operations[operation]?.errors ?? []
    return errors.flatMap(({ code, status }) => wordingsOf(service, plain(code, status)))
  }
  return {
    known,
    modelled,
    common(service, operation) {
      if (!isServiceName(contract, service)) return []
      const everywhere = EVERYWHERE[service] ?? []
      const own = new Set(modelled(service, operation).map(({ code }) => code))
      return Object.entries(commonOf(service))
        .filter(([code]) => !own.has(code))
        .filter(
          ([code]) =>
            everywhere.includes(code) || (BELONGS_TO[code] ?? SHOWN_BY[service]) === operation,
        )
        .flatMap(([code, status]) => wordingsOf(service, plain(code, status)))
    },
  }
}
