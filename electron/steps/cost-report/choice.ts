import { parseExistingBucketName } from '../../aws/client/bucket-name.ts'
import { judge, parsePrefix } from '../../aws/cur/report-verdict.ts'
import { requestFor } from '../../checklist/hand-over.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type { ReportVerdict } from '../../contract/ask/cost-report.ts'
import { AppFailure, fail } from '../../errors/failure.ts'
import { bucketRefusal, requireBucketName } from '../../managed/rules.ts'
import { accountIdOf, ofThisAccount, typedBucketOf } from '../shared/account.ts'
import { PROPOSED } from '../shared/proposed-names.ts'

/** Remembers that this report is the one. */
async function choose(
  { remember, choices, clock }: StepContext,
  { name, bucket, prefix }: ReportVerdict,
): Promise<void> {
  const accountId = accountIdOf(choices())
  const report = { accountId, name, bucket, prefix, definedAt: clock.now() }
  await remember({ report, typedBucket: null, begunBucket: null })
}

/** Takes a report that is there already. Throws `report-gone`, `report-not-fitting`, `set-by-organization`. */
export async function reuseReport(context: ActContext, name: string): Promise<void> {
  const { reports, signal } = context
  const report = (await reports.list(signal)).find((candidate) => candidate.name === name)
  if (!report) throw fail('report-gone', { report: name })
  const verdict = judge(report)
  if (!verdict.fits) throw fail('report-not-fitting', { report: name })
  requireBucketName(context.managed, verdict.bucket)
  await choose(context, verdict)
}

/**
 * Takes the report of a bucket that somebody told. By hand it is only noted what was told. Throws
 * `bucket-name-invalid`, `set-by-organization`, `report-prefix-invalid` (by hand), `no-report-in-bucket`,
 * `report-in-bucket-not-fitting`.
 */
export async function useBucket(
  context: ActContext,
  told: { readonly bucketName: string; readonly prefix: string },
): Promise<void> {
  const { choices, remember, reports, signal } = context
  if (choices().byHand) {
    const accountId = accountIdOf(choices())
    const bucketName = parseExistingBucketName(told.bucketName, accountId)
    requireBucketName(context.managed, bucketName)
    const prefix = parsePrefix(told.prefix)
    await remember({ typedBucket: { accountId, bucketName, prefix } })
    return
  }
  const verdicts = (await reports.list(signal)).map(judge)
  const found = reportIn(context, verdicts, told)
  if (found instanceof AppFailure) throw found
  await choose(context, found)
}

/** The fitting report that delivers into this bucket, or why there is none. */
function reportIn(
  { choices, managed }: Pick<StepContext, 'choices' | 'managed'>,
  verdicts: readonly ReportVerdict[],
  told: { readonly bucketName: string; readonly prefix: string },
): ReportVerdict | AppFailure {
  const bucket = parseExistingBucketName(told.bucketName, accountIdOf(choices()))
  const refusal = bucketRefusal(managed, bucket)
  if (refusal) return refusal
  const inBucket = verdicts.filter((verdict) => verdict.bucket === bucket)
  const fitting = inBucket.filter(({ fits }) => fits)
  const found = fitting.find(({ prefix }) => prefix === told.prefix.trim()) ?? fitting[0]
  if (found) return found
  const [unfit] = inBucket
  const more = { field: 'bucketName' }
  if (!unfit) return fail('no-report-in-bucket', { bucket }, more)
  return fail('report-in-bucket-not-fitting', { bucket, report: unfit.name }, more)
}

/**
 * Takes up what was done outside: the report of a bucket told by hand earlier, or the one that
 * somebody else was asked to create. Returns the report as it is chosen by then, or why what was
 * told is no use; null when there is nothing to take up.
 */
export async function takeUp(
  context: StepContext,
  verdicts: readonly ReportVerdict[],
): Promise<ReportVerdict | AppFailure | null> {
  const { choices, managed, signal } = context
  const told = typedBucketOf(choices())
  const allowed = verdicts.filter(({ bucket }) => bucketRefusal(managed, bucket) === null)
  const found = told ? reportIn(context, verdicts, told) : handedBack(choices(), allowed)
  if (!found || found instanceof AppFailure) return found
  signal.throwIfAborted()
  await choose(context, found)
  return found
}

/** What somebody else was asked for: one that was not there then, with the name asked or the only one. */
function handedBack(choices: Choices, verdicts: readonly ReportVerdict[]): ReportVerdict | null {
  const request = requestFor('cost-report', choices)
  if (!request) return null
  const theirs = verdicts.filter(({ name, fits }) => fits && !request.present.includes(name))
  const wanted = ofThisAccount(choices.reportDraft, choices)?.reportName ?? PROPOSED.reportName
  const named = theirs.find(({ name }) => name === wanted)
  return named ?? (theirs.length === 1 ? (theirs[0] ?? null) : null)
}
