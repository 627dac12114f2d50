import type { ErrorCode } from '../failure.ts'
import { holderOf } from '../../base/holder.ts'

/**
 * The wordings in which AWS says who refused.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
const BY_WORDING: readonly (readonly [RegExp, ErrorCode])[] = [
  [/(service|resource) control policy/i, 'aws-denied-scp'],
  [/permissions boundary/i, 'aws-denied-boundary'],
  [/session policy/i, 'aws-denied-session-policy'],
  [/vpc endpoint policy/i, 'aws-denied-endpoint-policy'],
  [/resource-based policy|role trust policy/i, 'aws-denied-resource-policy'],
  [/explicit(ly)? den(y|ied)/i, 'aws-denied-explicit'],
]

/** Since 2026 the ARN of the policy may follow its kind; its name is no part of the wording. */
const POLICY_ARN =
  /(?:policy|boundary): ["']?(arn:aws[\w-]*:(?:iam|organizations)::[^\s"'()]*?policy\/[^\s"'(),;]+)/i

/** Where the name of a resource ends: at the reason, at what a client adds, or with the sentence. */
const END_OF_NAME =
  /[.,;:"']? {0,4}(?:$|\n|\b(?:because|with an explicit deny|status code|request id)\b|\((?:service|sdk|request ?(?:token|id))\b|\. )/
    .source
/** An ARN, or as IAM says it in many operations a kind and a name: `role Any`, `policy path /`. */
const RESOURCE = new RegExp(
  String.raw`\bon resource: *(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?)(?=${END_OF_NAME}))`,
  'im',
)

/** Several causes at once, as KMS and Identity Center say for what may not even exist: it is not known which. */
const SEVERAL = /because the resource does not exist in this region,/i
const BECAUSE =
  /\bbecause +([^\n]{1,300}?)\.?(?:$|\n| Encoded\b| ?\((?:Service|SDK|Request ?(?:Token|ID))\b|" \()/i

/** What AWS's sentence about a refusal tells; a fact that it does not tell is ''. */
export type Denial = {
  readonly code: ErrorCode
  readonly facts: {
    readonly action: string
    readonly resource: string
    /** Account, kind (`permission-set`, `role` …) and name of what the person is signed in as. */
    readonly account: string
    readonly holder: string
    readonly holderName: string
    /** ARN of the policy that refused. */
    readonly policy: string
    /** For `aws-denied` only: `missing` by AWS's own word, `told`, `encoded`, or `untold`. */
    readonly reason: string
    /** What AWS says behind `because` where that is the reason, and none of those that are known. */
    readonly because?: string
  }
}

/**
 * Why AWS refused a call, as its sentence tells. A bare "Access Denied", as S3 sends it, is a
 * missing permission for want of anything better.
 */
export function readDenial(message: string): Denial {
  // What an encoded message says is not to be guessed from its letters.
  const [said = '', encoded] = message.split(/encoded authorization failure message:/i)
  const policy = (POLICY_ARN.exec(said)?.[1] ?? '').replace(/\.$/, '')
  const resource =
    RESOURCE.exec(said)
      ?.slice(1)
      .find((name) => name !== undefined) ?? ''
  // Names may consist of the very words by which a reason is known.
  const wording = said.replace(RESOURCE, '').replace(policy, '')
  const who = holderOf(/\bUser: (arn:[^\s"']+?)[,;]?(?=[\s"'])/i.exec(said)?.[1] ?? '')
  const action = /not authorized to perform:? ([\w-]+:[\w*]+)/i.exec(said)?.[1] ?? ''
  const known = SEVERAL.test(wording)
    ? undefined
    : BY_WORDING.find(([pattern]) => pattern.test(wording))
  const code = known?.[1] ?? 'aws-denied'
  const because = BECAUSE.exec(wording)?.[1] ?? ''
  const reason = code === 'aws-denied' ? reasonOf(wording, because, encoded !== undefined) : ''
  return {
    code,
    facts: {
      action,
      resource,
      account: who.accountId,
      holder: who.kind,
      holderName: who.roleName || who.userName,
      policy,
      reason,
      ...(reason === 'told' ? { because } : {}),
    },
  }
}

function reasonOf(wording: string, because: string, isEncoded: boolean): string {
  if (/no identity-based polic(y|ies) allows?/i.test(wording)) return 'missing'
  if (because !== '') return 'told'
  return isEncoded ? 'encoded' : 'untold'
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
  // Several operations of the sign-in service have one action between them.
  if (operation === 'RevokeOAuth2TokenWithIAM') return 'signin:RevokeOAuth2Token'
  return special ?? `${PREFIXES[service] ?? service}:${operation}`
}
