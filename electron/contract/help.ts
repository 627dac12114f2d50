import { STEP_IDS, type StepId } from './steps.ts'

/** What Help tells besides the steps, in the order in which it is listed. */
export const GUIDE_IDS = [
  'journey',
  'costs',
  'signing-in',
  'msp',
  'hand-over',
  'undo',
  'afterwards',
  'privacy',
  'shortcuts',
  'support',
] as const
export type GuideId = (typeof GUIDE_IDS)[number]

/** The words that Help explains. */
export const TERM_IDS = [
  'access-portal',
  'arn',
  'athena',
  'aws-cli',
  'bucket',
  'bucket-policy',
  'capability',
  'cloudformation',
  'compression',
  'cost-explorer',
  'cost-report',
  'delivery',
  'event-notifications',
  'external-id',
  'fingerprint',
  'iam',
  'identity-center',
  'identity-center-region',
  'keychain',
  'management-account',
  'manifest',
  'member-account',
  'msp',
  'parameter',
  'parquet',
  'permission-set',
  'policy',
  'prefix',
  'proxy',
  'public-access',
  'region',
  'request-id',
  'resource-id',
  'role',
  'savings-plans',
  'short-lived-keys',
  'simulation',
  'spot-eco',
  'spot-organization',
  'spot-token',
  'sse-s3',
  'stack',
  'template',
  'unverified',
] as const
export type TermId = (typeof TERM_IDS)[number]

/** A page of Help. */
export type TopicId = `guide/${GuideId}` | `step/${StepId}` | `term/${TermId}`

export const TOPIC_IDS: readonly TopicId[] = [
  ...GUIDE_IDS.map((id) => `guide/${id}` as const),
  ...STEP_IDS.map((id) => `step/${id}` as const),
  ...TERM_IDS.map((id) => `term/${id}` as const),
]

/** Help, while it is open. */
export type Help = {
  /** The page that it was opened at; '' for its contents. */
  readonly topic: TopicId | ''
  /** Grows each time that it is asked for: it then goes to that page, wherever the person was. */
  readonly asked: number
  /** The details for support, as they are copied; '' until they were asked for. */
  readonly details: string
}
