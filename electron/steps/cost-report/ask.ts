import { barePrefix } from '../../aws/cur/report-verdict.ts'
import {
  bareBucketName,
  parseExistingBucketName,
  suggestedBucketNames,
} from '../../aws/client/bucket-name.ts'
import { isDenied } from '../../aws/client/reply.ts'
import { REPORT_LIMIT } from '../../aws/cur/reports.ts'
import type { StepContext } from '../../checklist/step.ts'
import type {
  CostReportAsk,
  CostReportByHandAsk,
  ExistingBucket,
  ReportDraft,
  ReportVerdict,
} from '../../contract/ask/cost-report.ts'
import type { PlannedChange } from '../../contract/facts.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isCode, toAppError, type AppFailure } from '../../errors/failure.ts'
import { bucketRefusal, newBucketRefusal } from '../../managed/rules.ts'
import { accountIdOf, bucketNameOf, ofThisAccount, typedBucketOf } from '../shared/account.ts'
import { findingsOf } from '../bucket/findings.ts'
import { leftBuckets } from './left-buckets.ts'
import { policyChangeOf } from '../shared/policy-change.ts'
import { PROPOSED } from '../shared/proposed-names.ts'

/** What a draft would do, as far as its bucket can be read. `problem` is about the bucket's name. */
export type Preview = Pick<CostReportAsk, 'draft' | 'changes' | 'existingBucket'> & {
  readonly problem: AppError | null
}

/** What is asked when no report is chosen, and what is wrong with the draft as it is remembered. */
export async function askOf(
  context: StepContext,
  verdicts: readonly ReportVerdict[],
): Promise<{ readonly ask: CostReportAsk; readonly problem: AppError | null }> {
  const { choices, buckets, managed, signal } = context
  const accountId = accountIdOf(choices())
  const draft = draftFor(
    context,
    verdicts.map(({ name }) => name),
  )
  const [listed, left, { problem, ...preview }] = await Promise.all([
    ownBuckets(buckets.list(signal)),
    leftBuckets(context, verdicts),
    previewOf(context, draft),
  ])
  const ask: CostReportAsk = {
    step: 'cost-report',
    stage: 'choose',
    accountId,
    reports: verdicts.map((verdict) => {
      const refusal = bucketRefusal(managed, verdict.bucket)
      return refusal ? { ...verdict, refusal: refusal.error } : verdict
    }),
    limitReached: verdicts.length >= REPORT_LIMIT,
    ownBuckets: listed,
    proposed: suggestedBucketNames(accountId, managed),
    leftBuckets: left,
    ...preview,
  }
  return { ask, problem }
}

/** The same for people who do it in AWS's console. Reads nothing. */
export function askByHand(context: StepContext): CostReportByHandAsk {
  const { choices } = context
  return {
    step: 'cost-report',
    stage: 'by-hand',
    accountId: accountIdOf(choices()),
    bucketName: bucketNameOf(choices()),
    prefix: typedBucketOf(choices())?.prefix ?? '',
    suggestion: draftFor(context, []),
  }
}

/** Reads the bucket that a draft names, unless a new one is wanted. */
export async function previewOf(context: StepContext, draft: ReportDraft): Promise<Preview> {
  const { choices } = context
  const accountId = accountIdOf(choices())
  const refusal = draftRefusal(context, draft)
  if (refusal) {
    const changes = changesOf(draft, accountId, null)
    return { draft, changes, existingBucket: null, problem: refusal.error }
  }
  try {
    const existingBucket = await existingBucketOf(context, draft, accountId)
    const changes = changesOf(draft, accountId, existingBucket)
    return { draft, changes, existingBucket, problem: null }
  } catch (error) {
    if (!isCode(error, 'bucket-name-invalid')) throw error
    const changes = changesOf(draft, accountId, null)
    return { draft, changes, existingBucket: null, problem: toAppError(error) }
  }
}

/** What the organization has decided against the bucket of a draft; nothing while none is named. */
export function draftRefusal(
  { managed }: Pick<StepContext, 'managed'>,
  { bucketName, bucketIsNew }: ReportDraft,
): AppFailure | null {
  const name = bareBucketName(bucketName)
  if (name === '') return null
  return bucketIsNew ? newBucketRefusal(managed, name) : bucketRefusal(managed, name)
}

async function existingBucketOf(
  { buckets, signal }: StepContext,
  draft: ReportDraft,
  accountId: string,
): Promise<ExistingBucket | null> {
  if (draft.bucketIsNew || draft.bucketName === '') return null
  const name = parseExistingBucketName(draft.bucketName, accountId)
  const report = { prefix: barePrefix(draft.prefix), name: draft.reportName.trim() }
  const facts = await buckets.read(name, accountId, signal, report)
  const findings = findingsOf(facts, accountId)
  const bad = findings.filter(({ verdict }) => verdict === 'bad')
  const correctable = bad.length === 1 && facts.delivery === 'not-allowed'
  const { change } = correctable
    ? await policyChangeOf(buckets, name, accountId, report, signal)
    : { change: null }
  return {
    name: draft.bucketName,
    // What creating the report would correct stops nobody, unless it cannot be corrected.
    findings: findings.map((one) =>
      one.value === 'not-allowed' && (change || !correctable)
        ? { ...one, verdict: 'note' as const }
        : one,
    ),
    policy: change,
    notifications: facts.eventNotifications === 'unknown' ? [] : facts.eventNotifications,
  }
}

/** Whoever may not list buckets can still type a name: a list is a convenience, not a need. */
async function ownBuckets(listing: Promise<string[]>): Promise<string[]> {
  try {
    return await listing
  } catch (error) {
    if (isDenied(error)) return []
    throw error
  }
}

/** The draft as it was left, or names that are free. */
function draftFor({ choices, managed }: StepContext, taken: readonly string[]): ReportDraft {
  const left = ofThisAccount(choices().reportDraft, choices())
  if (left) return draftOf(left)
  const proposed = suggestedBucketNames(accountIdOf(choices()), managed)
  return {
    reportName: unusedName(taken),
    bucketName: proposed.regional || proposed.global,
    prefix: PROPOSED.prefix,
    bucketIsNew: true,
  }
}

function unusedName(taken: readonly string[]): string {
  let name: string = PROPOSED.reportName
  for (let n = 2; taken.includes(name); n += 1) name = `${PROPOSED.reportName}-${n}`
  return name
}

export function draftOf(typed: ReportDraft): ReportDraft {
  return {
    reportName: typed.reportName.trim(),
    bucketName: typed.bucketName.trim(),
    prefix: typed.prefix.trim(),
    bucketIsNew: typed.bucketIsNew,
  }
}

function changesOf(
  draft: ReportDraft,
  account: string,
  existing: ExistingBucket | null,
): PlannedChange[] {
  const { bucketName: bucket, reportName: report, prefix } = draft
  const open = existing?.findings.some(({ id, value }) => id === 'policy' && value === 'allowed')
  return [
    ...(draft.bucketIsNew
      ? [
          { id: 'create-bucket' as const, facts: { bucket, account } },
          { id: 'block-public-access' as const, facts: { bucket } },
        ]
      : [{ id: 'use-bucket' as const, facts: { bucket } }]),
    ...(open ? [] : [{ id: 'merge-bucket-policy' as const, facts: { bucket } }]),
    { id: 'define-report', facts: { report, bucket, prefix } },
  ]
}
