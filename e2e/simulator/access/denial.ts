/**
 * Why AWS says no. Each has its own wording, on which people and programs rely. A kind that begins
 * with `no-` lacks an allow where one of the same name meets an explicit deny.
 */
export type DenialKind =
  | 'missing-permission'
  | 'explicit-deny'
  | 'service-control-policy'
  | 'no-service-control-policy'
  | 'resource-control-policy'
  | 'permissions-boundary'
  | 'permissions-boundary-deny'
  | 'session-policy'
  | 'session-policy-deny'
  | 'resource-policy'
  | 'no-resource-policy'
  | 'vpc-endpoint-policy'
  | 'no-vpc-endpoint-policy'
  /** A bucket's policy that lets everybody in where that is blocked. */
  | 'public-policy'
  /** KMS says all that it may be, for keys of other accounts too. */
  | 'several-causes'
  /** Services that give no reason, such as S3 for a bucket of another account. */
  | 'bare'
  /** The reason is in a code that only `sts:DecodeAuthorizationMessage` reads. */
  | 'encoded'

type Explained = Exclude<DenialKind, 'bare' | 'encoded'>

const because = (kind: Explained, action: string): string => {
  const noneAllows = (policy: string): string => `because no ${policy} allows the ${action} action`
  switch (kind) {
    case 'missing-permission':
      return noneAllows('identity-based policy')
    case 'explicit-deny':
      return 'with an explicit deny in an identity-based policy'
    case 'service-control-policy':
      return 'with an explicit deny in a service control policy'
    case 'no-service-control-policy':
      return noneAllows('service control policy')
    case 'resource-control-policy':
      return 'with an explicit deny in a resource control policy'
    case 'permissions-boundary':
      return noneAllows('permissions boundary')
    case 'permissions-boundary-deny':
      return 'with an explicit deny in a permissions boundary'
    case 'session-policy':
      return noneAllows('session policy')
    case 'session-policy-deny':
      return 'with an explicit deny in a session policy'
    case 'resource-policy':
      return 'with an explicit deny in a resource-based policy'
    case 'no-resource-policy':
      return noneAllows('resource-based policy')
    case 'vpc-endpoint-policy':
      return 'with an explicit deny in a VPC endpoint policy'
    case 'no-vpc-endpoint-policy':
      return noneAllows('VPC endpoint policy')
    case 'public-policy':
      return 'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.'
    case 'several-causes':
      return 'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access'
  }
}

const ENCODED =
  'You are not authorized to perform this operation. Encoded authorization failure message: 4wUaF0yFMCk2J9b1RnYgkYt3sEw'

/** IAM's calls that say where their resource is, or is to be: the others name it as they were asked. */
const BY_ARN = /^iam:(Create|Tag|Untag|PassRole|Simulate)/
const WITH_NAME = /^arn:[\w-]+:iam::[^:]*:(role|user|group|instance-profile)\/(?:.*\/)?([^/]+)$/

/** How a service names the resource of a refused call. */
const shownResource = (action: string, resource: string): string => {
  if (action.startsWith('s3:')) return `"${resource}"`
  if (!action.startsWith('iam:') || BY_ARN.test(action)) return resource
  if (/:policy\//.test(resource)) return `policy ${resource}`
  const [, kind, name] = WITH_NAME.exec(resource) ?? []
  return kind && name ? `${kind.replace('-', ' ')} ${name}` : resource
}

/**
 * AWS's sentence for a refused call. S3 puts the resource in quotes, IAM often says only
 * its kind and name.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
export const denialMessage = (denial: {
  kind: DenialKind
  callerArn: string
  action: string
  resource: string
}): string => {
  const { kind, callerArn, action, resource } = denial
  if (kind === 'bare') return 'Access Denied'
  if (kind === 'encoded') return ENCODED
  const on = resource === '*' ? '' : ` on resource: ${shownResource(action, resource)}`
  return `User: ${callerArn} is not authorized to perform: ${action}${on} ${because(kind, action)}`
}
