import type { BucketFinding, PolicyChange } from './bucket.ts'
import type { PlannedChange } from '../facts.ts'
import type { AppError } from '../../errors/app-error.ts'

/** What Eco needs of a report, in the order in which it is told. */
export const REQUIREMENT_IDS = [
  'hourly',
  'resource-ids',
  'refresh',
  'athena',
  'overwrite',
  'parquet',
  'region',
  'prefix',
] as const

/** One requirement of Eco on a report, and whether this report meets it. */
export type RequirementVerdict = {
  readonly id: (typeof REQUIREMENT_IDS)[number]
  readonly met: boolean
  /** The value found, in AWS's own words, e.g. `DAILY`. */
  readonly found: string
}

export type ReportVerdict = {
  readonly name: string
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly fits: boolean
  readonly requirements: readonly RequirementVerdict[]
  /** `SUCCESS`, `ERROR_PERMISSIONS`, `ERROR_NO_BUCKET` or '' when AWS has not delivered yet. */
  readonly lastStatus: string
  /** What the organization has decided against its bucket, where it has: it cannot be used. */
  readonly refusal?: AppError
}

/** A bucket of the account that the draft of a new report names, as it was read. */
export type ExistingBucket = {
  readonly name: string
  readonly findings: readonly BucketFinding[]
  /** Null when AWS may already deliver, or when the policy cannot be read or repaired. */
  readonly policy: PolicyChange | null
  /** Event notifications by name, which Athena's set-up by AWS's template would remove. */
  readonly notifications: readonly string[]
}

export type CostReportAsk = {
  readonly step: 'cost-report'
  readonly stage: 'choose'
  readonly accountId: string
  readonly reports: readonly ReportVerdict[]
  readonly limitReached: boolean
  readonly draft: ReportDraft
  /** Buckets of this account, for those who want the report in one they have; [] if not listable. */
  readonly ownBuckets: readonly string[]
  /** What *create* will do with `draft` as it is. */
  readonly changes: readonly PlannedChange[]
  /** Names to propose for a new bucket: in the account's own namespace, and among those of everybody. */
  readonly proposed: { readonly regional: string; readonly global: string }
  /** Empty buckets that this app has created here, and that no report is delivered into. */
  readonly leftBuckets: readonly string[]
  /** Read when the draft names a bucket that is there; null for a new one. */
  readonly existingBucket: ExistingBucket | null
}

/** The same by hand: where the person finds what to select is in `texts/by-hand.ts`. */
export type CostReportByHandAsk = {
  readonly step: 'cost-report'
  readonly stage: 'by-hand'
  readonly accountId: string
  readonly bucketName: string
  readonly prefix: string
  /** Names to propose for what is created by hand. */
  readonly suggestion: ReportDraft
}

export type ReportDraft = {
  readonly reportName: string
  readonly bucketName: string
  readonly prefix: string
  readonly bucketIsNew: boolean
}

/** What an MSP is told of us: names and numbers. '' where unknown. */
export type MspRequest = {
  readonly accountId: string
  readonly accountName: string
  /** The AWS account that pays, as AWS or the person named it. */
  readonly mspAccountId: string
}

/** How a request left the app: to the clipboard, as a draft in the mail program, or as a file. */
export type MspAsked = {
  readonly how: 'copied' | 'email' | 'file'
  /** When that was, or when the person said that it is sent. */
  readonly at: number
  /** The person said so; a saved file counts as sent. */
  readonly sent: boolean
  /** '' unless it was saved. */
  readonly file: string
}

/** A bucket that something in the account names. */
export type FoundBucket = {
  readonly bucketName: string
  /** '' where it is not known. */
  readonly prefix: string
  readonly by: 'stack' | 'report'
  /** Of that stack or report. */
  readonly name: string
}

/** What the MSP is asked for that sets up the report, and the fields for its answer. */
export type AskMspAsk = {
  readonly step: 'cost-report'
  readonly stage: 'ask-msp'
  readonly request: MspRequest
  readonly asked: MspAsked | null
  /** As it was entered before; '' where it was not. */
  readonly answer: {
    readonly bucketName: string
    readonly prefix: string
    readonly mspAccountId: string
  }
  readonly found: readonly FoundBucket[]
  /** Why the account could not be looked through; null where it was, or may not be. */
  readonly unread: AppError | null
}
