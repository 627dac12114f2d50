import { AwsError } from '../aws-error.ts'
import type { ServiceContract } from '../contract/contract.ts'
import type { Holder } from '../sso-world.ts'
import type { World } from '../world.ts'
import { organizationOf } from '../world.ts'
import { denialMessage } from './denial.ts'
import type { DenialKind } from './denial.ts'
import { evaluate } from './policy.ts'
import type { AccessRequest, PolicyDocument } from './policy.ts'
import { principalOf } from './principals.ts'
import type { Principal } from './principals.ts'

/** Who signed a request. */
export type Caller = Principal & {
  accountId: string
  /** What the organization allows to its members; undefined where it has no say. */
  serviceControlPolicy: PolicyDocument | undefined
}

export type Signature = {
  accessKeyId: string
  region: string
  /** Service of the credential scope. */
  service: string
}

type Protocol = ServiceContract['protocol']

/** Reads a SigV4 `Authorization` header; undefined when there is none. */
export const readSignature = (authorization: string | undefined): Signature | undefined => {
  const scope =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=[^,]+, ?Signature=[0-9a-f]{64}$/.exec(
      authorization ?? '',
    )
  const [, accessKeyId, region, service] = scope ?? []
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined
  return { accessKeyId, region, service }
}

/** Each protocol's code for the same refusal: query, JSON, S3. */
const refusal = (protocol: Protocol, codes: [string, string, string], message: string): AwsError =>
  new AwsError(
    protocol === 'awsQuery' ? codes[0] : protocol === 'restXml' ? codes[2] : codes[1],
    message,
  )

export const missingSignature = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['MissingAuthenticationToken', 'MissingAuthenticationTokenException', 'AccessDenied'],
    protocol === 'restXml' ? 'Access Denied' : 'Request is missing Authentication Token',
  )

const unknownCredentials = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'],
    protocol === 'restXml'
      ? 'The AWS Access Key Id you provided does not exist in our records.'
      : 'The security token included in the request is invalid.',
  )

/** S3 tells a session token that is wrong from a key that is unknown; the others do not. */
const wrongToken = (protocol: Protocol): AwsError =>
  protocol === 'restXml'
    ? new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.')
    : unknownCredentials(protocol)

export const expiredCredentials = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['ExpiredToken', 'ExpiredTokenException', 'ExpiredToken'],
    protocol === 'restXml'
      ? 'The provided token has expired.'
      : 'The security token included in the request is expired',
  )

/** The organization's word on an account: its management account is above all control policies. */
export const serviceControlPolicyOf = (
  world: World,
  accountId: string,
): PolicyDocument | undefined => {
  const organization = organizationOf(world, accountId)
  if (organization?.managementAccountId === accountId) return undefined
  return organization?.serviceControlPolicy
}

/** Somebody as a caller of an account; undefined when the account or the role is gone. */
export const callerOf = (world: World, accountId: string, holder: Holder): Caller | undefined => {
  const account = world.accounts.get(accountId)
  const principal = account && principalOf(world, account, holder)
  return (
    principal && {
      ...principal,
      accountId,
      serviceControlPolicy: serviceControlPolicyOf(world, accountId),
    }
  )
}

/** The caller behind a signature; throws the service's own error for bad or expired credentials. */
export const authenticate = (
  world: World,
  signature: Signature,
  sessionToken: string | undefined,
  protocol: Protocol,
  now: number,
): Caller => {
  const credentials = world.sso.roleCredentials.get(signature.accessKeyId)
  if (!credentials || !world.accounts.has(credentials.accountId) || sessionToken === undefined)
    throw unknownCredentials(protocol)
  if (credentials.sessionToken !== sessionToken) throw wrongToken(protocol)
  if (credentials.expires <= now) throw expiredCredentials(protocol)
  const caller = callerOf(world, credentials.accountId, credentials.holder)
  if (caller === undefined) throw unknownCredentials(protocol)
  return caller
}

export const denied = (
  protocol: Protocol,
  denial: { kind: DenialKind; caller: Caller; action: string; resource: string },
): AwsError =>
  refusal(
    protocol,
    ['AccessDenied', 'AccessDeniedException', 'AccessDenied'],
    denialMessage({ ...denial, callerArn: denial.caller.arn }),
  )

/**
 * Why the caller may not do something; undefined when it may. A prohibition anywhere comes before
 * a permission that is missing. Source: IAM User Guide, "Policy evaluation logic".
 */
export const refusedBy = (
  caller: Caller,
  request: Pick<AccessRequest, 'action' | 'resource' | 'context'>,
): DenialKind | undefined => {
  const context = {
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalArn': caller.iamArn,
    'aws:SecureTransport': 'true',
    ...request.context,
  }
  const decide = (documents: PolicyDocument[]) =>
    evaluate(
      documents.map((document) => ({ source: '', document })),
      { ...request, context },
    ).decision
  const limit = (document: PolicyDocument | undefined) =>
    document === undefined ? 'allowed' : decide([document])
  const layers = [
    {
      decision: limit(caller.serviceControlPolicy),
      explicit: 'service-control-policy',
      implicit: 'no-service-control-policy',
    },
    {
      decision: decide(caller.rights.policies.map(({ document }) => document)),
      explicit: 'explicit-deny',
      implicit: 'missing-permission',
    },
    {
      decision: limit(caller.rights.boundary),
      explicit: 'permissions-boundary-deny',
      implicit: 'permissions-boundary',
    },
    {
      decision: limit(caller.sessionPolicy),
      explicit: 'session-policy-deny',
      implicit: 'session-policy',
    },
  ] as const
  return (
    layers.find(({ decision }) => decision === 'explicitDeny')?.explicit ??
    layers.find(({ decision }) => decision === 'implicitDeny')?.implicit
  )
}
