/** What an operation is to whoever reads the record: it changes a thing, it reads, or it is the sign-in's. */
export type OperationKind = 'change' | 'read' | 'sign-in'

const CHANGES = [
  'cur PutReportDefinition',
  'cur DeleteReportDefinition',
  's3 CreateBucket',
  's3 PutBucketTagging',
  's3 PutPublicAccessBlock',
  's3 PutBucketPolicy',
  's3 DeleteObjects',
  's3 DeleteBucket',
  'cloudformation CreateStack',
  'cloudformation DeleteStack',
  'spot SetCredentials',
  'spot SetUpBilling',
]

const SIGN_IN = [
  'sso-oidc RegisterClient',
  'sso-oidc StartDeviceAuthorization',
  'sso-oidc CreateToken',
  'sso ListAccounts',
  'sso ListAccountRoles',
  'sso GetRoleCredentials',
  'sso Logout',
  'signin CreateOAuth2Token',
  'signin RevokeOAuth2TokenWithIAM',
  'sts AssumeRole',
]

const READS = [
  'sts GetCallerIdentity',
  'organizations DescribeOrganization',
  'organizations ListInboundResponsibilityTransfers',
  'organizations ListOutboundResponsibilityTransfers',
  'cur DescribeReportDefinitions',
  'cur ListTagsForResource',
  's3 ListBuckets',
  's3 ListObjectsV2',
  's3 GetObject',
  's3 GetBucketLocation',
  's3 GetBucketTagging',
  's3 GetBucketPolicy',
  's3 GetBucketEncryption',
  's3 GetBucketOwnershipControls',
  's3 GetBucketNotificationConfiguration',
  's3 GetPublicAccessBlock',
  'cloudformation ValidateTemplate',
  'cloudformation DescribeStacks',
  'cloudformation DescribeStackEvents',
  'cloudformation DescribeEvents',
  'cloudformation ListStackResources',
  'iam GetRole',
  'iam GetPolicy',
  'iam GetPolicyVersion',
  'iam GetRolePolicy',
  'iam ListAttachedRolePolicies',
  'iam ListRolePolicies',
  'iam SimulatePrincipalPolicy',
  'spot ListAccounts',
]

const KINDS: ReadonlyMap<string, OperationKind> = new Map([
  ...CHANGES.map((name) => [name, 'change'] as const),
  ...SIGN_IN.map((name) => [name, 'sign-in'] as const),
  ...READS.map((name) => [name, 'read'] as const),
])

/**
 * What an operation is. One that only another build calls is taken for a change: it is then shown whole
 * and not folded with others.
 */
export const kindOf = (service: string, operation: string): OperationKind =>
  KINDS.get(`${service} ${operation}`) ?? 'change'

/** All that are known, for the test that no operation of the app is missing. */
export const KNOWN_OPERATIONS: readonly string[] = [...KINDS.keys()]
