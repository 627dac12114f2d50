/** Why AWS says no. Each has its own wording, on which people and programs rely. */
export type DenialKind =
  | 'missing-permission'
  | 'explicit-deny'
  | 'service-control-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'resource-policy'

const because = (kind: DenialKind, action: string): string => {
  switch (kind) {
    case 'missing-permission':
      return `because no identity-based policy allows the ${action} action`
    case 'explicit-deny':
      return 'with an explicit deny in an identity-based policy'
    case 'service-control-policy':
      return 'with an explicit deny in a service control policy'
    case 'permissions-boundary':
      return `because no permissions boundary allows the ${action} action`
    case 'session-policy':
      return `because no session policy allows the ${action} action`
    case 'resource-policy':
      return 'with an explicit deny in a resource-based policy'
  }
}

/**
 * AWS's sentence for a refused call. S3 puts the resource in quotes, the others do not.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
export const denialMessage = (denial: {
  kind: DenialKind
  callerArn: string
  action: string
  resource: string
}): string => {
  const { kind, callerArn, action, resource } = denial
  const shown = action.startsWith('s3:') ? `"${resource}"` : resource
  const on = resource === '*' ? '' : ` on resource: ${shown}`
  return `User: ${callerArn} is not authorized to perform: ${action}${on} ${because(kind, action)}`
}
