import { expect, it } from 'vitest'
import { loadContract, serviceNames } from './contract/contract.ts'
import type { ServiceContract } from './contract/contract.ts'
import { completedFromSdk } from './contract/from-sdk.ts'
import { usedOperations } from './contract/operations.ts'

const contract = loadContract()

/** Every piece that is marked with a source, by its name. */
const piecesOf = ({ operations, shapes }: ServiceContract): [string, string][] =>
  [
    ...Object.entries(operations).flatMap(([name, { from, errors }]) => [
      [name, from] as const,
      ...errors.map((error) => [`${name} ! ${error.name}`, error.from] as const),
    ]),
    ...Object.entries(shapes).flatMap(([name, { from, members }]) => [
      [name, from] as const,
      ...Object.entries(members ?? {}).map(
        ([member, one]) => [`${name}.${member}`, one.from] as const,
      ),
    ]),
  ].flatMap(([name, from]) => (from === undefined ? [] : [[name, from] as [string, string]]))

const fromSdk = (from: string | undefined): boolean => from?.startsWith('@aws-sdk/') ?? false

/** A service as its model alone describes it, or a document where there is no model. */
const modelledPart = ({ operations, shapes, ...service }: ServiceContract): ServiceContract => ({
  ...service,
  operations: Object.fromEntries(
    Object.entries(operations)
      .filter(([, { from }]) => !fromSdk(from))
      .map(([name, operation]) => [
        name,
        { ...operation, errors: operation.errors.filter(({ from }) => !fromSdk(from)) },
      ]),
  ),
  shapes: Object.fromEntries(
    Object.entries(shapes)
      .filter(([, { from }]) => !fromSdk(from))
      .map(([name, { members, ...shape }]) => [
        name,
        {
          ...shape,
          ...(members && {
            members: Object.fromEntries(
              Object.entries(members).filter(([, { from }]) => !fromSdk(from)),
            ),
          }),
        },
      ]),
  ),
})

it("takes these pieces from the SDK and from documents, and everything else from AWS's models", () => {
  const pieces = serviceNames.flatMap((name) =>
    piecesOf(contract.services[name]).map(([piece]) => `${name}: ${piece}`),
  )
  expect(pieces).toEqual([
    'cloudformation: DescribeEvents',
    'cloudformation: CreateStackInput.DeploymentConfig',
    'cloudformation: CreateStackInput.DisableValidation',
    'cloudformation: CreateStackOutput.OperationId',
    'cloudformation: DeleteStackInput.DeploymentConfig',
    'cloudformation: DeploymentConfig',
    'cloudformation: DescribeEventsInput',
    'cloudformation: DescribeEventsOutput',
    'cloudformation: EventFilter',
    'cloudformation: LastOperations',
    'cloudformation: OperationEntry',
    'cloudformation: OperationEvent',
    'cloudformation: OperationEvents',
    'cloudformation: Stack.AliasName',
    'cloudformation: Stack.DeploymentConfig',
    'cloudformation: Stack.LastOperations',
    'cloudformation: StackEvent.HookInvocationId',
    'cloudformation: StackEvent.OperationId',
    'cloudformation: StackSummary.LastOperations',
    'iam: InlinePolicyIdentifierType',
    'iam: PolicyExclusionsListType',
    'iam: PolicyIdentifier',
    'iam: Role.SourceRoleTemplate',
    'iam: SimulatePrincipalPolicyRequest.PolicyExclusionList',
    'iam: SourceRoleTemplate',
    'organizations: ListInboundResponsibilityTransfers',
    'organizations: ListOutboundResponsibilityTransfers',
    'organizations: ListInboundResponsibilityTransfersRequest',
    'organizations: ListInboundResponsibilityTransfersResponse',
    'organizations: ListOutboundResponsibilityTransfersRequest',
    'organizations: ListOutboundResponsibilityTransfersResponse',
    'organizations: ResponsibilityTransfer',
    'organizations: ResponsibilityTransferName',
    'organizations: ResponsibilityTransferNotFoundException',
    'organizations: ResponsibilityTransfers',
    'organizations: TransferParticipant',
    's3: BlockedEncryptionTypes',
    's3: Bucket.BucketArn',
    's3: CreateBucketConfiguration.Tags',
    's3: CreateBucketOutput.BucketArn',
    's3: CreateBucketRequest.BucketNamespace',
    's3: EncryptionTypeList',
    's3: GetObjectOutput.ChecksumMD5',
    's3: GetObjectOutput.ChecksumSHA512',
    's3: GetObjectOutput.ChecksumXXHASH128',
    's3: GetObjectOutput.ChecksumXXHASH3',
    's3: GetObjectOutput.ChecksumXXHASH64',
    's3: GetObjectOutput.ObjectLockEventHold',
    's3: GetObjectOutput.ObjectLockEventHoldDurationDays',
    's3: GetObjectOutput.ObjectLockEventHoldDurationYears',
    's3: HeadBucketOutput.BucketArn',
    's3: ServerSideEncryptionRule.BlockedEncryptionTypes',
    'signin: CreateOAuth2Token',
    'signin: RevokeOAuth2TokenWithIAM',
    'signin: AccessDeniedException',
    'signin: AccessToken',
    'signin: CreateOAuth2TokenRequest',
    'signin: CreateOAuth2TokenRequestBody',
    'signin: CreateOAuth2TokenResponse',
    'signin: CreateOAuth2TokenResponseBody',
    'signin: InternalServerException',
    'signin: RefreshToken',
    'signin: RevocationToken',
    'signin: RevokeOAuth2TokenWithIAMRequest',
    'signin: TooManyRequestsError',
    'signin: ValidationException',
    'sso-oidc: RegisterClient ! SlowDownException',
    'sso-oidc: AccessDeniedException.reason',
    'sso-oidc: InvalidRequestException.reason',
    'sts: AssumeRole ! InvalidContextAssertionException',
    'sts: AssumeRoleRequest.MinimumSessionTokenSize',
    'sts: AssumeRoleResponse.SessionTokenSize',
    'sts: AssumeRoleResponse.SessionTokenUtilization',
    'sts: InvalidContextAssertionException',
  ])
})

it.each(serviceNames.map((name) => [name]))(
  'has of %s what the installed SDK says where the model is silent, with its version',
  (name) => {
    const service = contract.services[name]
    const again = completedFromSdk(name, modelledPart(service), usedOperations[name], () => ({}))
    expect(again).toEqual(service)
  },
)

it('knows no values, lengths or patterns of what only the SDK describes', () => {
  for (const { shapes } of Object.values(contract.services))
    for (const { from, values, length, pattern, range } of Object.values(shapes))
      if (fromSdk(from))
        expect([values, length, pattern, range]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ])
})
