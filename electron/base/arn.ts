const ASSUMED = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\/([\w+=,.@-]+)$/

/** Whose session an assumed role's ARN is; null for any other ARN. */
export function parseAssumedRole(
  arn: string,
): { accountId: string; roleName: string; sessionName: string } | null {
  const [, accountId, roleName, sessionName] = ASSUMED.exec(arn) ?? []
  return accountId && roleName && sessionName ? { accountId, roleName, sessionName } : null
}

/** `AWSReservedSSO_<permission set>_<16 hex digits>`, as Identity Center names its roles. */
export function permissionSetOf(roleName: string): string {
  return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(roleName)?.[1] ?? roleName
}

/**
 * An AWS principal as IAM keeps it: an account's number becomes the ARN of its root, and a template's
 * `${AWS::Partition}` the commercial one, where Spot's accounts are. Anything else stays as it is.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal", "AWS account principals".
 */
export function canonicalPrincipal(text: string): string {
  const principal = text.trim().replaceAll('${AWS::Partition}', 'aws')
  return /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal
}
