import type {
  CostReportAsk,
  ExistingBucket,
  ReportDraft,
} from '../../../electron/contract/ask/cost-report.ts'

/** What is typed; `sent` says which of the step's forms was sent last. */
export type Field = 'reportName' | 'prefix' | 'bucketKind' | 'newBucket' | 'ownBucket' | 'sent'

/** Why the report cannot be created right now; the words are in `texts/en/cost-report.ts`. */
export type NotYet = 'chooseBucket' | 'notReadYet' | 'bucketUnfit'

/** The form filled in with a suggestion: the name of its bucket is for the one kind alone. */
export function fieldsOf(draft: ReportDraft): Readonly<Record<Exclude<Field, 'sent'>, string>> {
  const { reportName, prefix, bucketName, bucketIsNew } = draft
  return {
    reportName,
    prefix,
    bucketKind: bucketIsNew ? 'new' : 'own',
    newBucket: bucketIsNew ? bucketName : '',
    ownBucket: bucketIsNew ? '' : bucketName,
  }
}

/** What is typed, as it is sent: without spaces around it. */
export function draftOf(get: (field: Field) => string): ReportDraft {
  const bucketIsNew = get('bucketKind') === 'new'
  return {
    reportName: get('reportName').trim(),
    bucketName: get(bucketIsNew ? 'newBucket' : 'ownBucket').trim(),
    prefix: get('prefix').trim(),
    bucketIsNew,
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
