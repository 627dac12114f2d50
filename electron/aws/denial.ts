import type { ErrorCode } from '../errors.ts'

/**
 * The wordings in which AWS says who refused.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
const BY_WORDING: readonly (readonly [RegExp, ErrorCode])[] = [
  [/(service|resource) control policy/i, 'aws-denied-scp'],
  [/permissions boundary/i, 'aws-denied-boundary'],
  [/session policy/i, 'aws-denied-session-policy'],
  [
    /explicit deny in an? (resource-based policy|vpc endpoint policy)/i,
    'aws-denied-resource-policy',
  ],
  [/no resource-based policy allows/i, 'aws-denied-resource-policy'],
  [/explicit(ly)? den(y|ied)/i, 'aws-denied-explicit'],
]

/**
 * Why AWS refused a call, as its sentence tells. Facts `action` and `resource` (or ''). A bare
 * "Access Denied", as S3 sends it, is a missing permission for want of anything better.
 */
export function readDenial(message: string): {
  code: ErrorCode
  facts: { action: string; resource: string }
} {
  const action = /not authorized to perform:? ([\w-]+:[\w*]+)/i.exec(message)?.[1] ?? ''
  const resource = /on resource: "?([^\s"]+)"?/i.exec(message)?.[1] ?? ''
  const code = BY_WORDING.find(([wording]) => wording.test(message))?.[1] ?? 'aws-denied'
  return { code, facts: { action, resource } }
}

/** IAM prefixes that differ from the service's name here. */
const PREFIXES: Readonly<Record<string, string>> = { 'sso-oidc': 'sso-oauth' }

/** S3's actions whose names are not those of their operations. Source: Service Authorization Reference. */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  ListBuckets: 's3:ListAllMyBuckets',
  HeadBucket: 's3:ListBucket',
  GetPublicAccessBlock: 's3:GetBucketPublicAccessBlock',
  PutPublicAccessBlock: 's3:PutBucketPublicAccessBlock',
  GetBucketEncryption: 's3:GetEncryptionConfiguration',
  GetBucketNotificationConfiguration: 's3:GetBucketNotification',
}

/** The IAM action that an operation needs, for replies that do not name it. */
export function actionOf(service: string, operation: string): string {
  const special = service === 's3' ? S3_ACTIONS[operation] : undefined
  return special ?? `${PREFIXES[service] ?? service}:${operation}`
}
