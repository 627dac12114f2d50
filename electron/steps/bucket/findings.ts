import type { BucketFacts } from '../../aws/s3/buckets.ts'
import type { Report } from '../../aws/cur/reports.ts'
import type { BucketFinding } from '../../contract/ask/bucket.ts'
import type { Fact } from '../../contract/facts.ts'
import type { AppError } from '../../errors/app-error.ts'
import { fail } from '../../errors/failure.ts'
import type { ErrorCode } from '../../errors/failure.ts'
import { isOutdated, lastDayOf } from './delivery.ts'
import type { Freshness, Looked, Repair } from './delivery.ts'

/**
 * What was read of a bucket, in the order in which a problem stops the step. `refused` is whether AWS
 * was not let in when it tried last.
 */
export function findingsOf(
  facts: BucketFacts,
  accountId: string,
  refused = false,
): BucketFinding[] {
  if (!facts.exists) return [{ id: 'exists', verdict: 'bad', value: facts.name }]
  const { delivery, encryption, ownership } = facts
  const notifications = notificationsOf(facts)
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
      id: 'encryption',
      verdict:
        encryption.kind === 'SSE-S3' ? 'good' : encryption.kind === 'unknown' ? 'note' : 'bad',
      value: encryption.kind,
    },
    {
      id: 'policy',
      verdict: delivery === 'allowed' ? 'good' : isOpen(delivery, refused) ? 'note' : 'bad',
      value: delivery,
    },
    {
      id: 'ownership',
      verdict: ownership.startsWith('BucketOwner') ? 'good' : 'note',
      value: ownership,
    },
    {
      id: 'notifications',
      verdict: notifications === 'none' ? 'good' : 'note',
      value: notifications,
    },
  ]
}

/** Not read, or read and not to be judged before AWS delivers. */
const isOpen = (delivery: BucketFacts['delivery'], refused: boolean): boolean =>
  delivery === 'unknown' || (delivery === 'depends' && !refused)

/** What only a delivery could show, once AWS has delivered. */
export function afterDelivery(facts: BucketFacts): BucketFacts {
  return facts.delivery === 'depends' ? { ...facts, delivery: 'allowed' } : facts
}

/** Names, or `none`, or `unknown`. */
function notificationsOf({ eventNotifications: found }: BucketFacts): string {
  if (found === 'unknown') return found
  return found.length === 0 ? 'none' : found.join(', ')
}

/** What AWS has just done it may do, whatever a policy seems to say. */
export function provenOtherwise(finding: BucketFinding): BucketFinding {
  return finding.id === 'policy' && finding.verdict === 'bad'
    ? { ...finding, verdict: 'note' }
    : finding
}

/** How AWS's last try went. One of before the bucket was repaired says nothing of today. */
export function deliveryFinding(
  { lastStatus }: Report,
  repair: Repair,
  freshness: Freshness,
): BucketFinding {
  if (freshness.kind === 'stale')
    return { id: 'delivery', verdict: repair === 'awaited' ? 'note' : 'bad', value: 'stale' }
  if (lastStatus === 'SUCCESS') return { id: 'delivery', verdict: 'good', value: lastStatus }
  const excused = lastStatus === '' || repair === 'awaited'
  return { id: 'delivery', verdict: excused ? 'note' : 'bad', value: lastStatus }
}

/** What lies in the bucket; nothing is said as long as nothing is due. */
export function manifestFinding(looked: Looked, repair: Repair, report: Report): BucketFinding[] {
  switch (looked.kind) {
    case 'not-due':
      return []
    case 'denied':
    case 'unreadable':
      return [{ id: 'manifest', verdict: 'note', value: looked.kind }]
    case 'none':
      return [
        { id: 'manifest', verdict: repair === 'awaited' ? 'note' : 'bad', value: looked.kind },
      ]
    case 'found': {
      const { manifest, compression } = looked.delivery
      if (isOutdated(looked.delivery, report))
        return [{ id: 'manifest', verdict: 'note', value: 'outdated' }]
      return compression === 'Parquet'
        ? [{ id: 'manifest', verdict: 'good', value: manifest }]
        : [{ id: 'manifest', verdict: 'note', value: 'not-parquet' }]
    }
  }
}

type Trouble = Extract<
  ErrorCode,
  | `bucket-${'missing' | 'not-owned' | 'wrong-region' | 'kms' | 'policy-denies' | 'policy-depends' | 'policy-missing'}`
  | `delivery-${'not-found' | 'stale' | 'failed-after-repair' | 'failed-no-bucket' | 'failed-permissions'}`
>

/** The first of the bad findings as an error; null when there is none. */
export function problemOf(
  findings: readonly BucketFinding[],
  read: {
    readonly facts: BucketFacts
    readonly report: Report
    readonly repair: Repair
    readonly freshness: Freshness
    readonly account: string
  },
): AppError | null {
  const { facts, report, repair, freshness, account } = read
  const bad = findings.find(({ verdict }) => verdict === 'bad')
  if (!bad) return null
  return fail(codeOf(bad, repair), {
    bucket: facts.name,
    account,
    region: facts.region,
    key: facts.encryption.keyArn,
    folder: `${report.prefix}/${report.name}`,
    delivered: 'at' in freshness ? new Date(freshness.at).toISOString().slice(0, 10) : '',
    statement: facts.denying?.sid ?? '',
    position: facts.denying ? String(facts.denying.position) : '',
  }).error
}

function codeOf({ id, value }: BucketFinding, repair: Repair): Trouble {
  switch (id) {
    case 'exists':
      return 'bucket-missing'
    case 'owner':
      return 'bucket-not-owned'
    case 'region':
      return 'bucket-wrong-region'
    case 'encryption':
      return 'bucket-kms'
    case 'policy':
      if (value === 'depends') return 'bucket-policy-depends'
      return value === 'denied' ? 'bucket-policy-denies' : 'bucket-policy-missing'
    case 'manifest':
      return 'delivery-not-found'
    case 'delivery':
      if (value === 'stale') return 'delivery-stale'
      if (repair === 'over') return 'delivery-failed-after-repair'
      return value === 'ERROR_NO_BUCKET'
        ? 'delivery-failed-no-bucket'
        : 'delivery-failed-permissions'
    case 'ownership':
    case 'notifications':
    case 'file-format':
    case 'file-columns':
    case 'file-interval':
      throw fail('unexpected', { finding: id })
  }
}

/** Whether nothing of the bucket could be read that would bear out what AWS says of its delivery. */
function byWordOnly({ encryption, delivery }: BucketFacts, looked: Looked): boolean {
  return encryption.kind === 'unknown' && delivery === 'unknown' && looked.kind !== 'found'
}

/** What is proven of the bucket, and of what AWS has delivered into it. */
export function evidenceOf(facts: BucketFacts, report: Report, looked: Looked): Fact[] {
  return [
    { id: 'bucket', value: facts.name, copy: true },
    ...(byWordOnly(facts, looked) ? [{ id: 'proven-by' as const, value: 'word-only' }] : []),
    { id: 'bucket-region', value: facts.region },
    { id: 'bucket-owner', value: String(facts.mine) },
    { id: 'bucket-policy', value: facts.delivery },
    { id: 'bucket-encryption', value: facts.encryption.kind },
    { id: 'public-access', value: String(facts.publicAccessBlocked) },
    { id: 'bucket-ownership', value: facts.ownership },
    { id: 'bucket-notifications', value: notificationsOf(facts) },
    { id: 'delivery-status', value: report.lastStatus || 'none-yet' },
    ...(report.lastDelivery
      ? [{ id: 'last-delivery' as const, value: new Date(report.lastDelivery).toISOString() }]
      : []),
    ...deliveredFacts(looked),
  ]
}

function deliveredFacts(looked: Looked): Fact[] {
  if (looked.kind === 'not-due') return []
  if (looked.kind !== 'found') return [{ id: 'manifest', value: looked.kind }]
  const { manifest, periodStart, periodEnd, files, compression, writtenAt } = looked.delivery
  return [
    { id: 'manifest', value: manifest, copy: true },
    { id: 'billing-period', value: `${periodStart} – ${lastDayOf(periodEnd)}` },
    { id: 'delivered-files', value: String(files) },
    { id: 'report-compression', value: compression },
    { id: 'delivered-at', value: new Date(writtenAt).toISOString() },
  ]
}
