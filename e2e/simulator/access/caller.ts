import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.ts'
import type { ServiceContract } from '../contract/contract.ts'
import type { World } from '../world.ts'
import { denialMessage } from './denial.ts'
import type { DenialKind } from './denial.ts'
import { administratorAccess, evaluate } from './policy.ts'
import type { PolicyDocument } from './policy.ts'

/** Who signed a request. */
export type Caller = {
  accountId: string
  /** ARN of the assumed role, as `GetCallerIdentity` returns it. */
  arn: string
  userId: string
  policy: PolicyDocument
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
    protocol === 'awsQuery' ? codes[0] : protocol === 'awsJson1_1' ? codes[1] : codes[2],
    message,
  )

export const missingSignature = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['MissingAuthenticationToken', 'MissingAuthenticationTokenException', 'AccessDenied'],
    protocol === 'restXml' ? 'Access Denied' : 'Request is missing Authentication Token',
  )

export const unknownCredentials = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'],
    protocol === 'restXml'
      ? 'The AWS Access Key Id you provided does not exist in our records.'
      : 'The security token included in the request is invalid.',
  )

export const expiredCredentials = (protocol: Protocol): AwsError =>
  refusal(
    protocol,
    ['ExpiredToken', 'ExpiredTokenException', 'ExpiredToken'],
    protocol === 'restXml'
      ? 'The provided token has expired.'
      : 'The security token included in the request is expired',
  )

/** The role that Identity Center makes in an account for a permission set has a fixed suffix. */
export const permissionSetRoleName = (permissionSet: string, accountId: string): string => {
  const suffix = createHash('sha256').update(`${permissionSet}/${accountId}`).digest('hex')
  return `AWSReservedSSO_${permissionSet}_${suffix.slice(0, 16)}`
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
  if (credentials === undefined || credentials.sessionToken !== sessionToken)
    throw unknownCredentials(protocol)
  if (credentials.expires <= now) throw expiredCredentials(protocol)
  const { accountId, permissionSet, user } = credentials
  const role = permissionSetRoleName(permissionSet, accountId)
  const roleId = createHash('sha256').update(role).digest('hex').slice(0, 17).toUpperCase()
  return {
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${user}`,
    userId: `AROA${roleId}:${user}`,
    policy: world.sso.permissionSets.get(permissionSet) ?? administratorAccess,
  }
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

/** Why the caller's own policy refuses an action; undefined when it allows it. */
export const refusedBy = (
  caller: Caller,
  request: { action: string; resource: string; context: Record<string, string | string[]> },
): DenialKind | undefined => {
  const context = {
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalArn': caller.arn,
    'aws:SecureTransport': 'true',
    ...request.context,
  }
  const policies = [{ source: 'permission set', document: caller.policy }]
  const { decision } = evaluate(policies, { ...request, context })
  if (decision === 'allowed') return undefined
  return decision === 'explicitDeny' ? 'explicit-deny' : 'missing-permission'
}
