import { parseBucketName, parseExistingBucketName } from '../../aws/client/bucket-name.ts'
import { judge, parsePrefix, parseReportName } from '../../aws/cur/report-verdict.ts'
import { REPORT_LIMIT, type NewReport } from '../../aws/cur/reports.ts'
import type { ActContext } from '../../checklist/step.ts'
import type { ReportDraft } from '../../contract/ask/cost-report.ts'
import { fail } from '../../errors/failure.ts'
import { requireBucketName, requireNewBucket } from '../../managed/rules.ts'
import { accountIdOf } from '../shared/account.ts'
import { remembering, wasRefused, withoutRefused } from '../shared/created.ts'
import { createBucket, isResumable, resumeBucket } from '../shared/new-bucket.ts'

/**
 * Bucket, policy, report, in this order, each safe to repeat: a report of that name, place and
 * settings which exists already is this one, defined before the app was interrupted. `reviewed` is
 * the fingerprint of the policy that the person has read, if the bucket is there already.
 */
export async function createReport(
  context: ActContext,
  typed: ReportDraft,
  reviewed: string,
): Promise<void> {
  const { reports, buckets, choices, remember, report, clock, signal } = context
  const accountId = accountIdOf(choices())
  await remember({ reportDraft: { ...typed, accountId } })
  const reportName = parseReportName(typed.reportName)
  const parseName = typed.bucketIsNew ? parseBucketName : parseExistingBucketName
  const bucketName = parseName(typed.bucketName, accountId)
  const prefix = parsePrefix(typed.prefix)
  const requireAllowed = typed.bucketIsNew ? requireNewBucket : requireBucketName
  requireAllowed(context.managed, bucketName)

  const existing = await reports.list(signal)
  const namesake = existing.find(({ name }) => name === reportName)
  const isThisOne =
    namesake?.bucket === bucketName && namesake.prefix === prefix && judge(namesake).fits
  if (namesake && !isThisOne) {
    throw fail('report-name-taken', { report: reportName }, { field: 'reportName' })
  }
  if (!namesake && existing.length >= REPORT_LIMIT) {
    throw fail('report-limit', { limit: String(REPORT_LIMIT) })
  }
  const found = await suitable(context, bucketName, typed.bucketIsNew)
  report({ kind: 'working', doing: found === 'missing' ? 'creating-bucket' : 'setting-policy' })
  if (found === 'missing') await createBucket(context, bucketName)
  else if (found === 'unfinished') await resumeBucket(context, bucketName)
  else {
    const folder = { prefix, name: reportName }
    await buckets.prepare(bucketName, accountId, { reviewed, report: folder, signal })
  }
  if (!namesake) await define(context, { name: reportName, bucket: bucketName, prefix })
  await remember({
    report: { accountId, name: reportName, bucket: bucketName, prefix, definedAt: clock.now() },
    typedBucket: null,
    begunBucket: null,
  })
  report({ kind: 'working', doing: 'reading-back' })
}

/** Defines the report. That it may be there is on disk before, and forgotten when AWS refuses. */
async function define(context: ActContext, wanted: NewReport): Promise<void> {
  const { reports, choices, connectionId, remember, report, signal } = context
  const accountId = accountIdOf(choices())
  const thing = { kind: 'report', accountId, name: wanted.name, id: '' } as const
  report({ kind: 'working', doing: 'defining-report' })
  await remember(remembering(choices(), thing))
  try {
    await reports.define({ ...wanted, connectionId }, signal)
  } catch (error) {
    if (wasRefused(error, 'PutReportDefinition')) await remember(withoutRefused(choices(), thing))
    throw error
  }
}

/**
 * What there is of the bucket: nothing, what an interrupted creation left of it, or a bucket of its
 * own. Throws, with the field `bucketName`, when it cannot be used.
 */
async function suitable(
  context: ActContext,
  name: string,
  isNew: boolean,
): Promise<'missing' | 'unfinished' | 'existing'> {
  const { buckets, choices, signal } = context
  const account = accountIdOf(choices())
  const bucket = await buckets.read(name, account, signal)
  const facts = { bucket: name, account, region: bucket.region }
  const more = { field: 'bucketName' }
  if (!bucket.exists) {
    if (!isNew) throw fail('bucket-missing', facts, more)
    return 'missing'
  }
  if (bucket.mine === false) throw fail('bucket-taken', facts, more)
  if (bucket.region !== '' && bucket.region !== 'us-east-1') {
    throw fail('bucket-wrong-region', facts, more)
  }
  if (isNew && !(await isResumable(context, name))) throw fail('bucket-not-new', facts, more)
  if (bucket.encryption.kind.endsWith('KMS')) {
    throw fail('bucket-kms', { ...facts, key: bucket.encryption.keyArn }, more)
  }
  return isNew ? 'unfinished' : 'existing'
}
