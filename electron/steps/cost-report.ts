import { parseBucketName, suggestBucketName } from '../aws/bucket-name.ts'
import { judge, parsePrefix, parseReportName } from '../aws/report-verdict.ts'
import { REPORT_LIMIT } from '../aws/reports.ts'
import type { ActContext, Step, StepContext } from '../checklist/step.ts'
import type { CostReportAsk, Fact, PlannedChange, ReportDraft, ReportVerdict } from '../contract.ts'
import { fail, toAppError } from '../errors.ts'
import { accountIdOf, ofThisAccount, reportOf } from './account.ts'

/** An hourly report in Eco's terms: one that is there already, or a new one beside it. */
export const costReport: Step = {
  id: 'cost-report',
  needs: ['plan', 'sign-in'],
  appliesTo: (choices) =>
    choices.plan?.managedBy === 'msp' ? { skip: 'msp-sets-up-reports' } : null,

  async check(context) {
    const { reports, choices, clock, signal } = context
    const verdicts = (await reports.list(signal)).map(judge)
    const chosen = reportOf(choices())
    if (!chosen) return { kind: 'todo', ask: await askOf(context, verdicts) }
    const found = verdicts.find(({ name }) => name === chosen.name)
    if (!found || !found.fits) {
      const code = found ? 'report-not-fitting' : 'report-gone'
      const { error } = fail(code, { report: chosen.name })
      return { kind: 'failed', error, ask: await askOf(context, verdicts) }
    }
    return { kind: 'done', evidence: evidenceOf(found), at: clock.now() }
  },

  instantActions: ['preview'],
  async instant({ status, remember, choices }, command) {
    if (command.step !== 'cost-report' || command.action !== 'preview') return null
    const ask = 'ask' in status && status.ask?.step === 'cost-report' ? status.ask : null
    const draft = draftOf(command)
    await remember({ reportDraft: { ...draft, accountId: accountIdOf(choices()) } })
    if (!ask) return null
    const changes = changesOf(draft, accountIdOf(choices()))
    return { kind: 'todo', ask: { ...ask, draft, changes } }
  },

  async act(context, command) {
    if (command.step !== 'cost-report') return
    if (command.action === 'reuse') return reuse(context, command.reportName)
    if (command.action === 'create') return create(context, draftOf(command))
    if (command.action === 'change') return context.remember({ report: null })
  },
}

async function reuse(context: ActContext, name: string): Promise<void> {
  const { reports, remember, choices, signal } = context
  const report = (await reports.list(signal)).find((candidate) => candidate.name === name)
  if (!report) throw fail('report-gone', { report: name })
  if (!judge(report).fits) throw fail('report-not-fitting', { report: name })
  const { name: found, bucket, prefix } = report
  const accountId = accountIdOf(choices())
  const definedAt = context.clock.now()
  await remember({ report: { accountId, name: found, bucket, prefix, definedAt } })
}

/**
 * Bucket, policy, report, in this order, each safe to repeat: a report of that name, place and
 * settings which exists already is this one, defined before the app was interrupted.
 */
async function create(context: ActContext, typed: ReportDraft): Promise<void> {
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
  const bucket = await buckets.read(bucketName, accountId, signal)
  const aboutBucket = { facts: { bucket: bucketName, account: accountId, region: bucket.region } }
  if (bucket.exists && bucket.mine === false) {
    throw fail('bucket-taken', aboutBucket.facts, { field: 'bucketName' })
  }
  if (!bucket.exists && !typed.bucketIsNew) {
    throw fail('bucket-missing', aboutBucket.facts, { field: 'bucketName' })
  }
  if (bucket.exists && bucket.region !== '' && bucket.region !== 'us-east-1') {
    throw fail('bucket-wrong-region', aboutBucket.facts, { field: 'bucketName' })
  }
  const begun = bucket.createdHere || choices().begunBucket === bucketName
  if (bucket.exists && typed.bucketIsNew && !begun) {
    throw fail('bucket-not-new', aboutBucket.facts, { field: 'bucketName' })
  }
  if (bucket.exists && bucket.encryption.kind.endsWith('KMS')) {
    const facts = { ...aboutBucket.facts, key: bucket.encryption.keyArn }
    throw fail('bucket-kms', facts, { field: 'bucketName' })
  }
  report({ kind: 'working', doing: bucket.exists ? 'setting-policy' : 'creating-bucket' })
  if (!bucket.exists) await remember({ begunBucket: bucketName })
  await buckets.prepare(bucketName, accountId, { isNew: typed.bucketIsNew, signal })
  if (!namesake) {
    report({ kind: 'working', doing: 'defining-report' })
    await reports.define({ name: reportName, bucket: bucketName, prefix }, signal)
  }
  await remember({
    report: { accountId, name: reportName, bucket: bucketName, prefix, definedAt: clock.now() },
  })
  report({ kind: 'working', doing: 'reading-back' })
}

async function askOf(
  context: StepContext,
  verdicts: readonly ReportVerdict[],
): Promise<CostReportAsk> {
  const { choices, buckets, signal } = context
  const accountId = accountIdOf(choices())
  const draft = ofThisAccount(choices().reportDraft, choices()) ?? {
    reportName: unusedName(verdicts.map(({ name }) => name)),
    bucketName: suggestBucketName(accountId),
    prefix: 'cur',
    bucketIsNew: true,
  }
  return {
    step: 'cost-report',
    accountId,
    reports: verdicts,
    limitReached: verdicts.length >= REPORT_LIMIT,
    draft,
    ownBuckets: await ownBuckets(buckets.list(signal)),
    changes: changesOf(draft, accountId),
  }
}

/** Whoever may not list buckets can still type a name: a list is a convenience, not a need. */
async function ownBuckets(listing: Promise<string[]>): Promise<string[]> {
  try {
    return await listing
  } catch (error) {
    if (toAppError(error).code.startsWith('aws-denied')) return []
    throw error
  }
}

function unusedName(taken: readonly string[]): string {
  const base = 'spot-eco'
  let name = base
  for (let n = 2; taken.includes(name); n += 1) name = `${base}-${n}`
  return name
}

function draftOf(typed: ReportDraft): ReportDraft {
  return {
    reportName: typed.reportName.trim(),
    bucketName: typed.bucketName.trim(),
    prefix: typed.prefix.trim(),
    bucketIsNew: typed.bucketIsNew,
  }
}

function changesOf(draft: ReportDraft, account: string): PlannedChange[] {
  const { bucketName: bucket, reportName: report, prefix } = draft
  return [
    ...(draft.bucketIsNew
      ? [
          { id: 'create-bucket', facts: { bucket, account } },
          { id: 'block-public-access', facts: { bucket } },
        ]
      : [{ id: 'use-bucket', facts: { bucket } }]),
    { id: 'merge-bucket-policy', facts: { bucket } },
    { id: 'define-report', facts: { report, bucket, prefix } },
  ]
}

function evidenceOf(verdict: ReportVerdict): Fact[] {
  return [
    { id: 'report-name', value: verdict.name },
    { id: 'bucket', value: verdict.bucket, copy: true },
    { id: 'prefix', value: verdict.prefix },
    {
      id: 'report-settings',
      value: verdict.requirements.map(({ found }) => found).join(', '),
    },
  ]
}
