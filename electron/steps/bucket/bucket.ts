import { parseBucketName } from '../../aws/client/bucket-name.ts'
import type { BucketFacts, ReportFolder } from '../../aws/s3/buckets.ts'
import { WAITS } from '../../base/waits.ts'
import { unverified } from '../../checklist/outcome.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { BucketFinding, PolicyChange } from '../../contract/ask/bucket.ts'
import type { Status } from '../../contract/status.ts'
import type { AppError } from '../../errors/app-error.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { bucketRefusal, newBucketRefusal } from '../../managed/rules.ts'
import { accountIdOf, bucketNameOf, ofThisAccount, reportOf } from '../shared/account.ts'
import {
  afterDelivery,
  deliveryFinding,
  evidenceOf,
  findingsOf,
  manifestFinding,
  problemOf,
  provenOtherwise,
} from './findings.ts'
import { deliveredFile, fileFacts, fileFindings } from './delivered-file.ts'
import { DELIVERED_WITHIN, freshnessOf, lookFor, repairOf } from './delivery.ts'
import { createBucket, isResumable, resumeBucket } from '../shared/new-bucket.ts'
import { mspReportOf } from '../shared/msp.ts'
import { policyChangeOf } from '../shared/policy-change.ts'

/** The bucket that the report names: there, ours, in the right region, writable by AWS, readable by Spot. */
export const bucket: Step<'bucket', never> = {
  id: 'bucket',
  needs: ['cost-report'],
  // Until the MSP has answered, the step waits with those that need its bucket.
  appliesTo: (choices) =>
    choices.plan?.managedBy === 'msp' && mspReportOf(choices) ? { skip: 'msp-keeps-bucket' } : null,

  async check(context) {
    const { choices, buckets, reports, clock, signal } = context
    if (choices().byHand) return byHand(context)
    const chosen = reportOf(choices())
    if (!chosen) throw fail('report-gone', { report: '' })
    const accountId = accountIdOf(choices())
    const [read, all] = await Promise.all([
      buckets.read(chosen.bucket, accountId, signal, chosen),
      reports.list(signal),
    ])
    const report = all.find(({ name }) => name === chosen.name)
    if (!report) throw fail('report-gone', { report: chosen.name })

    const repaired = repairedOf(choices(), chosen.bucket)
    const repair = repairOf(repaired, report, clock.now())
    const looked = await lookFor(context, report, read, accountId)
    const freshness = freshnessOf(report, looked, clock.now())
    const delivers = freshness.kind === 'fresh' && repair !== 'awaited'
    const facts = delivers ? afterDelivery(read) : read
    const refused = report.lastStatus === 'ERROR_PERMISSIONS' && repair !== 'awaited'
    const findings = [
      ...findingsOf(facts, accountId, refused).map((one) =>
        delivers ? provenOtherwise(one) : one,
      ),
      deliveryFinding(report, repair, freshness),
      ...manifestFinding(looked, repair, report),
    ]
    const problem = problemOf(findings, { facts, report, repair, freshness, account: accountId })
    if (problem) return failed(context, problem, findings, facts)

    const evidence = evidenceOf(facts, report, looked)
    if (freshness.kind !== 'stale' && report.lastStatus === 'SUCCESS' && looked.kind !== 'none') {
      const file = deliveredFile(context, chosen.bucket, looked)
      const found = fileFindings(file?.reading ?? null)
      const repair = await changeBeforeItFails(context, read)
      const more = { repair, recreatable: false, file }
      const ask = { step: 'bucket', findings: [...findings, ...found], ...more } as const
      const all = [...evidence, ...fileFacts(file?.reading ?? null)]
      return { kind: 'done', evidence: all, at: clock.now(), ask }
    }
    const since = Math.max(chosen.definedAt, repaired?.at ?? 0)
    const dueAt = since + DELIVERED_WITHIN
    const awaited = report.lastStatus === '' ? 'first' : 'after-repair'
    const overdue = clock.now() > dueAt + DELIVERED_WITHIN
    return {
      kind: 'pending',
      blocks: false,
      lookAgainAt: clock.now() + WAITS.delivery.everyMs,
      progress: { kind: 'delivery', awaited, dueAt, overdue, evidence },
    }
  },

  async ahead({ buckets, deliveries, managed, reports, choices, earlier, clock, signal }) {
    const chosen = reportOf(choices())
    if (!chosen || choices().byHand || bucketRefusal(managed, chosen.bucket)) return
    const { accountId } = chosen
    const delivered = earlier?.kind === 'done'
    await Promise.all([
      reports.list(signal),
      buckets.readAtOnce(chosen.bucket, accountId, signal),
      delivered ? deliveries.lookInto(chosen, accountId, clock.now(), signal) : null,
    ])
  },

  answers: {
    repair: (context, { reviewed }) => repairPolicy(context, reviewed),
    recreate,
    'read-file': readFile,
  },
  instant: {},
}

/** Nobody has read it from AWS; what was told by hand is verified after a sign-in. */
function byHand({ choices, clock }: StepContext): Status {
  const evidence = [{ id: 'bucket' as const, value: bucketNameOf(choices()), copy: true }]
  return unverified(clock.now(), evidence)
}

function repairedOf(choices: Choices, bucketName: string): Choices['repaired'] {
  const repaired = ofThisAccount(choices.repaired, choices)
  return repaired?.bucketName === bucketName ? repaired : null
}

/** A failure, with what the app could do about it after the person agreed. */
async function failed(
  { buckets, choices, managed, signal }: StepContext,
  problem: AppError,
  findings: readonly BucketFinding[],
  facts: BucketFacts,
): Promise<Status> {
  const bad = findings.find(({ verdict }) => verdict === 'bad')
  const failing = bad?.id === 'delivery' && bad.value !== 'stale'
  const folder = theBucket(choices()).report
  const byPolicy = failing || bad?.value === 'not-allowed'
  const { change, obstacle } = byPolicy
    ? await policyChangeOf(buckets, facts.name, accountIdOf(choices()), folder, signal)
    : { change: null, obstacle: null }
  const recreatable =
    !facts.exists &&
    canBeCreated(facts.name, accountIdOf(choices())) &&
    newBucketRefusal(managed, facts.name) === null
  return {
    kind: 'failed',
    error: obstacle ?? problem,
    ask: { step: 'bucket', findings, repair: change, recreatable, file: null },
  }
}

/**
 * What would let AWS go on delivering where its statements are gone from the policy since it has
 * delivered last: nobody has to wait for the failure that is to come.
 */
async function changeBeforeItFails(
  { buckets, choices, signal }: StepContext,
  { name, delivery }: BucketFacts,
): Promise<PolicyChange | null> {
  if (delivery !== 'not-allowed') return null
  const folder = theBucket(choices()).report
  const { change } = await policyChangeOf(buckets, name, accountIdOf(choices()), folder, signal)
  return change
}

/** Old buckets may have names that no new one should get. */
function canBeCreated(name: string, accountId: string): boolean {
  try {
    return parseBucketName(name, accountId) === name
  } catch (error) {
    if (isCode(error, 'bucket-name-invalid')) return false
    throw error
  }
}

function refuseByHand({ choices }: ActContext): void {
  if (choices().byHand) throw fail('not-now', { step: 'bucket' })
}

/** Adds what is missing to the policy that the person has read. From then on AWS's next try counts. */
async function repairPolicy(context: ActContext, reviewed: string): Promise<void> {
  refuseByHand(context)
  const { buckets, choices, report, signal } = context
  const { accountId, name, report: folder } = theBucket(choices())
  report({ kind: 'working', doing: 'setting-policy' })
  const unfinished = await isBegun(context, name)
  await buckets.allowDelivery(name, accountId, reviewed, signal, folder)
  // One whose creation was interrupted is brought to its end.
  if (unfinished) await resumeBucket(context, name)
  await rememberRepair(context, name)
}

/** Creates the bucket anew under its name. One that somebody else has created by now is left alone. */
async function recreate(context: ActContext): Promise<void> {
  refuseByHand(context)
  const { buckets, choices, report, signal } = context
  const { accountId, name } = theBucket(choices())
  const { exists } = await buckets.read(name, accountId, signal)
  if (exists && !(await isBegun(context, name))) return
  report({ kind: 'working', doing: 'creating-bucket' })
  await (exists ? resumeBucket(context, name) : createBucket(context, name))
  await rememberRepair(context, name)
}

/** Reads the end of the newest delivered file, as the person has just allowed. */
async function readFile(context: ActContext): Promise<void> {
  refuseByHand(context)
  const { choices, deliveries, fileRead, report, reportFiles, signal } = context
  const { accountId, name: bucket, report: folder } = theBucket(choices())
  report({ kind: 'working', doing: 'checking' })
  const delivery = await deliveries.latest({ ...folder, bucket }, accountId, signal)
  if (!delivery) throw fail('not-now', { step: 'bucket' })
  const { firstFile: key, writtenAt } = delivery
  const reading = await reportFiles.read({ bucket, key }, accountId, signal)
  fileRead.current = { bucket, key, writtenAt, reading }
}

/** Whether this bucket's creation was interrupted, and it still is as it was left. */
async function isBegun(context: ActContext, name: string): Promise<boolean> {
  const { choices } = context
  if (ofThisAccount(choices().begunBucket, choices())?.bucketName !== name) return false
  return isResumable(context, name)
}

async function rememberRepair(
  { choices, clock, remember }: ActContext,
  bucketName: string,
): Promise<void> {
  const accountId = accountIdOf(choices())
  const { begunBucket } = choices()
  await remember({
    repaired: { accountId, bucketName, at: clock.now() },
    begunBucket: begunBucket?.bucketName === bucketName ? null : begunBucket,
  })
}

function theBucket(choices: Choices): {
  readonly accountId: string
  readonly name: string
  readonly report: ReportFolder
} {
  const chosen = reportOf(choices)
  if (!chosen) throw fail('report-gone', { report: '' })
  return { accountId: accountIdOf(choices), name: chosen.bucket, report: chosen }
}
