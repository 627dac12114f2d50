import type { BucketFacts } from '../aws/buckets.ts'
import type { Report } from '../aws/reports.ts'
import type { Step } from '../checklist/step.ts'
import type { AppError, BucketFinding, Fact } from '../contract.ts'
import { fail } from '../errors.ts'
import { accountIdOf, reportOf } from './account.ts'

const HOUR = 60 * 60 * 1000
/** AWS promises the first report within a day. */
const FIRST_DELIVERY = 24 * HOUR
const LOOK_AGAIN = 10 * 60 * 1000

/** The bucket that the report names: there, ours, in the right region, writable by AWS, readable by Spot. */
export const bucket: Step = {
  id: 'bucket',
  needs: ['cost-report'],
  appliesTo: (choices) =>
    choices.plan?.managedBy === 'msp' ? { skip: 'msp-sets-up-reports' } : null,

  async check({ choices, buckets, reports, clock, signal }) {
    const chosen = reportOf(choices())
    if (!chosen) throw fail('report-gone', { report: '' })
    const accountId = accountIdOf(choices())
    const [facts, all] = await Promise.all([
      buckets.read(chosen.bucket, accountId, signal),
      reports.list(signal),
    ])
    const report = all.find(({ name }) => name === chosen.name)
    if (!report) throw fail('report-gone', { report: chosen.name })

    const findings = [...findingsOf(facts, accountId), deliveryFinding(report)]
    const error = firstProblem(findings, facts, accountId)
    if (error) return { kind: 'failed', error, ask: { step: 'bucket', findings } }
    const evidence = evidenceOf(facts, report)
    if (report.lastStatus === 'SUCCESS') return { kind: 'done', evidence, at: clock.now() }
    const dueAt = chosen.definedAt + FIRST_DELIVERY
    const overdue = clock.now() > dueAt + FIRST_DELIVERY
    return {
      kind: 'pending',
      blocks: false,
      lookAgainAt: clock.now() + LOOK_AGAIN,
      progress: { kind: 'delivery', dueAt, overdue, evidence },
    }
  },
}

export function findingsOf(facts: BucketFacts, accountId: string): BucketFinding[] {
  if (!facts.exists) return [{ id: 'exists', verdict: 'bad', value: facts.name }]
  const { delivery, encryption } = facts
  return [
    { id: 'exists', verdict: 'good', value: facts.name },
    {
      id: 'owner',
      verdict: facts.mine === false ? 'bad' : facts.mine === true ? 'good' : 'note',
      value: facts.mine === true ? accountId : String(facts.mine),
    },
    {
      id: 'region',
      verdict: facts.region === 'us-east-1' ? 'good' : facts.region === '' ? 'note' : 'bad',
      value: facts.region || 'unknown',
    },
    {
      id: 'policy',
      verdict: delivery === 'allowed' ? 'good' : delivery === 'unknown' ? 'note' : 'bad',
      value: delivery,
    },
    {
      id: 'encryption',
      verdict:
        encryption.kind === 'SSE-S3' ? 'good' : encryption.kind === 'unknown' ? 'note' : 'bad',
      value: encryption.kind,
    },
  ]
}

function deliveryFinding({ lastStatus }: Report): BucketFinding {
  if (lastStatus === 'SUCCESS') return { id: 'delivery', verdict: 'good', value: lastStatus }
  return { id: 'delivery', verdict: lastStatus === '' ? 'note' : 'bad', value: lastStatus }
}

function firstProblem(
  findings: readonly BucketFinding[],
  facts: BucketFacts,
  account: string,
): AppError | null {
  const bad = findings.find(({ verdict }) => verdict === 'bad')
  if (!bad) return null
  const about = {
    bucket: facts.name,
    account,
    region: facts.region,
    key: facts.encryption.keyArn,
    encryption: facts.encryption.kind,
  }
  switch (bad.id) {
    case 'exists':
      return fail('bucket-missing', about).error
    case 'owner':
      return fail('bucket-not-owned', about).error
    case 'region':
      return fail('bucket-wrong-region', about).error
    case 'policy':
      return fail(bad.value === 'denied' ? 'bucket-policy-denies' : 'bucket-policy-missing', about)
        .error
    case 'encryption':
      return fail('bucket-kms', about).error
    case 'delivery':
      return fail(
        bad.value === 'ERROR_NO_BUCKET'
          ? 'delivery-failed-no-bucket'
          : 'delivery-failed-permissions',
        about,
      ).error
  }
}

function evidenceOf(facts: BucketFacts, report: Report): Fact[] {
  return [
    { id: 'bucket', value: facts.name, copy: true },
    { id: 'bucket-region', value: facts.region },
    { id: 'bucket-owner', value: String(facts.mine) },
    { id: 'bucket-policy', value: facts.delivery },
    { id: 'bucket-encryption', value: facts.encryption.kind },
    { id: 'public-access', value: String(facts.publicAccessBlocked) },
    { id: 'delivery-status', value: report.lastStatus || 'none-yet' },
    ...(report.lastDelivery
      ? [{ id: 'last-delivery', value: new Date(report.lastDelivery).toISOString() }]
      : []),
  ]
}
