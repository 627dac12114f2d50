import { parseBucketName } from '../aws/bucket-name.ts'
import { judge, parsePrefix, parseReportName } from '../aws/report-verdict.ts'
import { REPORT_LIMIT } from '../aws/reports.ts'
import type { ActContext } from '../checklist/step.ts'
import type { ReportDraft } from '../contract.ts'
import { fail } from '../errors.ts'
import { accountIdOf } from './account.ts'

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
  const bucketName = parseBucketName(typed.bucketName)
  const prefix = parsePrefix(typed.prefix)

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
  const exists = await suitable(context, bucketName, typed.bucketIsNew)
  report({ kind: 'working', doing: exists ? 'setting-policy' : 'creating-bucket' })
  if (!exists) await remember({ begunBucket: bucketName })
  await buckets.prepare(bucketName, accountId, { isNew: typed.bucketIsNew, reviewed, signal })
  if (!namesake) {
    report({ kind: 'working', doing: 'defining-report' })
    await reports.define({ name: reportName, bucket: bucketName, prefix }, signal)
  }
  await remember({
    report: { accountId, name: reportName, bucket: bucketName, prefix, definedAt: clock.now() },
    typedBucket: null,
    begunBucket: '',
  })
  report({ kind: 'working', doing: 'reading-back' })
}

/** Whether the bucket is there. Throws, with the field `bucketName`, when it cannot be used. */
async function suitable(
  { buckets, choices, signal }: ActContext,
  name: string,
  isNew: boolean,
): Promise<boolean> {
  const account = accountIdOf(choices())
  const bucket = await buckets.read(name, account, signal)
  const facts = { bucket: name, account, region: bucket.region }
  const more = { field: 'bucketName' }
  if (!bucket.exists) {
    if (!isNew) throw fail('bucket-missing', facts, more)
    return false
  }
  if (bucket.mine === false) throw fail('bucket-taken', facts, more)
  if (bucket.region !== '' && bucket.region !== 'us-east-1') {
    throw fail('bucket-wrong-region', facts, more)
  }
  const begun = bucket.createdHere || choices().begunBucket === name
  if (isNew && !begun) throw fail('bucket-not-new', facts, more)
  if (bucket.encryption.kind.endsWith('KMS')) {
    throw fail('bucket-kms', { ...facts, key: bucket.encryption.keyArn }, more)
  }
  return true
}
