import type { AppError } from '../errors/app-error.ts'
import type { ActionClass } from './ask/template.ts'
import type { StepId } from './steps.ts'

/** What is looked at of a connection, in the order in which it is told, and the step that is about it. */
export const HEALTH_STEPS = {
  account: 'sign-in',
  bill: 'sign-in',
  report: 'cost-report',
  bucket: 'bucket',
  encryption: 'bucket',
  policy: 'bucket',
  delivery: 'bucket',
  format: 'bucket',
  role: 'stack',
  trust: 'stack',
  permissions: 'stack',
  boundary: 'stack',
  reading: 'stack',
  costs: 'stack',
} as const satisfies Readonly<Record<string, StepId>>
export type HealthId = keyof typeof HEALTH_STEPS
export const isHealthId = (id: string): id is HealthId => Object.hasOwn(HEALTH_STEPS, id)
export const HEALTH_IDS: readonly HealthId[] = Object.keys(HEALTH_STEPS).filter(isHealthId)

/** What a look can tell of something besides that it is right. */
const HEALTH_CODES = [
  /** Whoever signed in is in another account, or not let in. */
  'account-wrong',
  /** The account has come under another one since. */
  'account-member',
  'bill-elsewhere',
  /** Another account pays, and was known to when the connection was made. */
  'bill-known',
  'report-gone',
  'report-changed',
  'bucket-gone',
  'bucket-not-ours',
  'bucket-elsewhere',
  'encryption-unreadable',
  'policy-missing',
  'policy-denies',
  'delivery-late',
  'delivery-stale',
  'delivery-failed',
  'delivery-missing',
  'format-other',
  'role-gone',
  'role-other-path',
  /** Spot was given another role. */
  'role-not-told',
  /** It is another role than at first, and the person says that Spot was given it. */
  'role-by-word',
  'stack-changed',
  'trust-more',
  'trust-less',
  'trust-changed',
  'permissions-more',
  'permissions-less',
  /** A policy says something that this app does not understand. */
  'permissions-unclear',
  'boundary-set',
  'boundary-gone',
  'reading-refused',
  'costs-refused',
  /** It could not be looked at: AWS refused it, or did not answer. */
  'denied',
  'not-answered',
  /** Something before it is not right, so that there is nothing to look at. */
  'not-asked',
  /** The connection was made by hand, and nobody has signed in. */
  'by-hand',
  /** What the template gives depends on values that are not kept. */
  'template-open',
  /** Only AWS can say what a condition in the policy means. */
  'policy-depends',
] as const
export type HealthCode = (typeof HEALTH_CODES)[number]
export const isHealthCode = (code: string): code is HealthCode =>
  HEALTH_CODES.some((one) => one === code)

/** What somebody has seen: `awaited` is right as far as it goes, and AWS's turn. */
type Seen = 'good' | 'bad' | 'awaited'

export type Finding = {
  readonly id: HealthId
  /** `unseen` is neither right nor wrong. */
  readonly state: Seen | 'unseen'
  readonly codes: readonly HealthCode[]
  /** When it was looked at, or was to be (ms since the epoch). */
  readonly at: number
  /** Of what could not be looked at: what was seen last, and when. */
  readonly before: { readonly state: Seen; readonly at: number } | null
}

/** Permissions of one statement by which a role differs from its approved template. */
export type Difference = {
  /** More than was approved, or less. */
  readonly way: 'more' | 'less'
  readonly effect: 'Allow' | 'Deny'
  /** The policy in which it stands, or would have to. */
  readonly policy: string
  /** As they are written. */
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly conditional: boolean
  /** What the strongest of the actions may do. */
  readonly may: ActionClass
}

/** How a connection that was made stands. */
export type Health = {
  /** When it was made (ms since the epoch). */
  readonly since: number
  /** When the last look was over; null if nobody has looked since. */
  readonly lookedAt: number | null
  /** A look that goes on: somebody has to sign in, it is being read, or it is all there. */
  readonly look: 'closed' | 'signing-in' | 'looking' | 'looked'
  readonly findings: readonly Finding[]
  /** As the look that goes on has found them; they are not kept. */
  readonly differences: readonly Difference[]
  /** Whom the role trusts beyond whom it should, and who is missing; of that look, too. */
  readonly trust: { readonly more: readonly string[]; readonly less: readonly string[] }
  /** What kept the look from reading the role, as it was told; null for nothing. */
  readonly problem: AppError | null
  /** A policy with what the look was refused, as JSON; '' for nothing. */
  readonly statement: string
  /** What a look needs beyond the operator's policy: `health-policy.json` as it is. */
  readonly policy: string
  /** The role that was found, for its page in the console; '' for none. */
  readonly roleName: string
}

export type HealthVerdict =
  | { readonly kind: 'works' }
  | { readonly kind: 'broken' | 'unseen'; readonly count: number }
  | { readonly kind: 'waits' }

/** The one sentence to which all findings come. What is broken outweighs what nobody could look at. */
export function verdictOf(findings: readonly Finding[]): HealthVerdict {
  const count = (state: Finding['state']): number =>
    findings.filter((one) => one.state === state).length
  if (count('bad') > 0) return { kind: 'broken', count: count('bad') }
  if (count('unseen') > 0) return { kind: 'unseen', count: count('unseen') }
  return { kind: count('awaited') > 0 ? 'waits' : 'works' }
}

/** The messages that Spot shows or mails later, each with what it can come from, likeliest first. */
const MESSAGES = {
  'invalid-arn': ['role', 'trust'],
  'no-bucket-access': ['reading', 'permissions', 'encryption', 'boundary', 'trust'],
  'bucket-gone': ['bucket'],
  'no-new-data': ['delivery', 'policy', 'report', 'bucket'],
  'no-cost-access': ['costs', 'permissions', 'boundary'],
  'not-parquet': ['format', 'report'],
  'bucket-unlisted': ['report', 'bucket'],
  'permissions-missing': ['permissions', 'boundary', 'reading', 'costs', 'role'],
} as const satisfies Readonly<Record<string, readonly HealthId[]>>
export type MessageId = keyof typeof MESSAGES
const isMessageId = (id: string): id is MessageId => Object.hasOwn(MESSAGES, id)
export const MESSAGE_IDS: readonly MessageId[] = Object.keys(MESSAGES).filter(isMessageId)

/** What a message is about, as it was found; the first that is wrong first. */
export function causesOf(id: MessageId, findings: readonly Finding[]): readonly Finding[] {
  const about: readonly HealthId[] = MESSAGES[id]
  const found = about.flatMap((one) => findings.filter((finding) => finding.id === one))
  return [
    ...found.filter(({ state }) => state === 'bad'),
    ...found.filter(({ state }) => state !== 'bad'),
  ]
}
