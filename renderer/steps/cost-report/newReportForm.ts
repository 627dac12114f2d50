import { regionalPart, regionalSuffix } from '../../../electron/contract/bucket-namespace.ts'
import type {
  CostReportAsk,
  ExistingBucket,
  ReportDraft,
} from '../../../electron/contract/ask/cost-report.ts'

/** What is typed; `sent` says which of the step's forms was sent last. */
export type Field =
  | 'reportName'
  | 'prefix'
  | 'bucketKind'
  /** The person's part of a name in the account's own namespace. */
  | 'regionalBucket'
  | 'globalBucket'
  | 'ownBucket'
  | 'sent'

/** A new bucket under either kind of name, or one that is there. */
export type BucketKind = 'regional' | 'global' | 'own'

/** Why the report cannot be created right now; the words are in `texts/en/cost-report.ts`. */
export type NotYet = 'chooseBucket' | 'notReadYet' | 'bucketUnfit'

/** The form filled in with a suggestion: the name of its bucket is for its kind alone. */
export function fieldsOf({
  draft,
  proposed,
  accountId,
}: Pick<CostReportAsk, 'draft' | 'proposed' | 'accountId'>): Readonly<
  Record<Exclude<Field, 'sent'>, string>
> {
  const { reportName, prefix, bucketName } = draft
  const kind = kindOf(draft, accountId)
  const regional = kind === 'regional' ? bucketName : proposed.regional
  return {
    reportName,
    prefix,
    bucketKind: kind,
    regionalBucket: partOf(regional, accountId),
    globalBucket: kind === 'global' ? bucketName : proposed.global,
    ownBucket: kind === 'own' ? bucketName : '',
  }
}

function kindOf({ bucketIsNew, bucketName }: ReportDraft, accountId: string): BucketKind {
  if (!bucketIsNew) return 'own'
  return regionalPart(bucketName, accountId) === null ? 'global' : 'regional'
}

/** A name without the account's ending, also one that was typed or pasted whole. */
function partOf(name: string, accountId: string): string {
  return regionalPart(name, accountId) ?? name
}

/** The whole name of a new bucket in the account's own namespace, by the part that is typed. */
export function regionalName(typed: string, accountId: string): string {
  return `${partOf(typed.trim(), accountId)}${regionalSuffix(accountId)}`
}

/** What is typed, as it is sent: without spaces around it, and the bucket by its whole name. */
export function draftOf(get: (field: Field) => string, accountId: string): ReportDraft {
  return {
    reportName: get('reportName').trim(),
    bucketName: bucketNameOf(get, accountId),
    prefix: get('prefix').trim(),
    bucketIsNew: get('bucketKind') !== 'own',
  }
}

function bucketNameOf(get: (field: Field) => string, accountId: string): string {
  switch (get('bucketKind')) {
    case 'regional':
      return regionalName(get('regionalBucket'), accountId)
    case 'global':
      return get('globalBucket').trim()
    default:
      return get('ownBucket').trim()
  }
}

/** Tells drafts apart. */
export function keyOf({ reportName, bucketName, prefix, bucketIsNew }: ReportDraft): string {
  return JSON.stringify([reportName, bucketName, prefix, bucketIsNew])
}

/** What was read of the bucket that is chosen; null for a new one, and before it was read. */
export function bucketRead(ask: CostReportAsk, draft: ReportDraft): ExistingBucket | null {
  const { existingBucket } = ask
  return !draft.bucketIsNew && existingBucket?.name === draft.bucketName ? existingBucket : null
}

/** Null when the report can be created. */
export function whyNotYet(ask: CostReportAsk, draft: ReportDraft): NotYet | null {
  if (draft.bucketIsNew) return null
  if (draft.bucketName === '') return 'chooseBucket'
  const bucket = bucketRead(ask, draft)
  if (!bucket) return 'notReadYet'
  return takesReports(bucket) ? null : 'bucketUnfit'
}

/** Whether a report can be put into the bucket, once its policy lets AWS deliver. */
export function takesReports({ findings, policy }: ExistingBucket): boolean {
  return findings.every(
    ({ id, verdict }) => verdict !== 'bad' || (id === 'policy' && policy !== null),
  )
}
