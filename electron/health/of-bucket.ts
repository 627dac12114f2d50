import type { BucketFinding } from '../contract/ask/bucket.ts'
import type { HealthId } from '../contract/health.ts'
import type { Fact } from '../contract/facts.ts'
import type { Status } from '../contract/status.ts'
import type { FactId } from '../contract/steps.ts'
import { awaited, bad, good, unseen, type Told } from './reading.ts'

/** Spot tells a customer that something is wrong after this time without new data. */
const STALE_AFTER = 48 * 60 * 60 * 1000

/** What was read of a bucket, by the words of its findings and facts; undefined where nothing was. */
type BucketRead = {
  readonly owner: string | undefined
  readonly region: string | undefined
  readonly encryption: string | undefined
  readonly policy: string | undefined
  /** How AWS's last delivery went, '' for none yet. */
  readonly delivery: string | undefined
  /** When anything was delivered last; null where that is not known. */
  readonly deliveredAt: number | null
  readonly manifest: string | undefined
  readonly compression: string | undefined
}

/** What the bucket's step says of one thing. `at` is when it was read. */
export function bucketTold(id: HealthId, status: Status, at: number): Told {
  if (status.kind === 'failed') return ofFindings(id, status, at)
  if (status.kind === 'done') return ofRead(id, readIn(status.evidence), at)
  if (status.kind !== 'pending' || status.progress.kind !== 'delivery') return unseen('not-asked')
  const { overdue, evidence } = status.progress
  const isDelivery = id === 'delivery' || id === 'format'
  if (isDelivery) return overdue && id === 'delivery' ? bad('delivery-late') : awaited
  return ofRead(id, readIn(evidence), at)
}

function ofFindings(id: HealthId, status: Status, at: number): Told {
  const findings = 'ask' in status && status.ask?.step === 'bucket' ? status.ask.findings : null
  if (!findings) return unseen('not-asked')
  const value = (one: BucketFinding['id']): string | undefined =>
    findings.find((finding) => finding.id === one)?.value
  const verdict = (one: BucketFinding['id']): string | undefined =>
    findings.find((finding) => finding.id === one)?.verdict
  if (verdict('exists') === 'bad') return id === 'bucket' ? bad('bucket-gone') : unseen('not-asked')
  const manifest = value('manifest')
  // A condition that only AWS can judge counts once AWS was refused.
  const policy =
    verdict('policy') === 'bad' && value('policy') === 'depends' ? 'denied' : value('policy')
  return ofRead(
    id,
    {
      owner: verdict('owner') === 'good' ? 'true' : value('owner'),
      region: value('region'),
      encryption: value('encryption'),
      policy,
      delivery: value('delivery'),
      // A finding tells no time: that it is right is that it is new enough.
      deliveredAt: verdict('delivery') === 'good' ? at : null,
      manifest,
      compression: verdict('manifest') === 'good' ? 'Parquet' : undefined,
    },
    at,
  )
}

function readIn(evidence: readonly Fact[]): BucketRead {
  const value = (id: FactId): string | undefined => evidence.find((fact) => fact.id === id)?.value
  const times = [value('last-delivery'), value('delivered-at')].flatMap((text) =>
    text === undefined ? [] : [Date.parse(text)],
  )
  const delivery = value('delivery-status')
  return {
    owner: value('bucket-owner'),
    region: value('bucket-region'),
    encryption: value('bucket-encryption'),
    policy: value('bucket-policy'),
    delivery: delivery === 'none-yet' ? '' : delivery,
    deliveredAt: times.length === 0 ? null : Math.max(...times),
    manifest: value('manifest'),
    compression: value('report-compression'),
  }
}

function ofRead(id: HealthId, read: BucketRead, at: number): Told {
  switch (id) {
    case 'encryption':
      return encryptionTold(read)
    case 'policy':
      return policyTold(read)
    case 'delivery':
      return deliveryTold(read, at)
    case 'format':
      return formatTold(read)
    default:
      return bucketItself(read)
  }
}

function bucketItself({ owner, region }: BucketRead): Told {
  if (owner === 'false') return bad('bucket-not-ours')
  const isKnown = (text: string | undefined): boolean =>
    text !== undefined && text !== '' && text !== 'unknown'
  if (isKnown(region) && region !== 'us-east-1') return bad('bucket-elsewhere')
  return owner === 'true' && isKnown(region) ? good : unseen('denied')
}

function encryptionTold({ encryption }: BucketRead): Told {
  if (encryption === 'SSE-S3') return good
  const isRead = encryption !== undefined && encryption !== 'unknown'
  return isRead ? bad('encryption-unreadable') : unseen('denied')
}

function policyTold({ policy, deliveredAt }: BucketRead): Told {
  switch (policy) {
    case 'allowed':
      return good
    case 'not-allowed':
      return bad('policy-missing')
    case 'denied':
      return bad('policy-denies')
    case 'depends':
      return deliveredAt === null ? unseen('policy-depends') : good
    default:
      return unseen('denied')
  }
}

/** By AWS's word and by what lies in the bucket, whichever is newer. */
function deliveryTold({ delivery, deliveredAt, manifest }: BucketRead, at: number): Told {
  if (delivery === undefined) return unseen('not-asked')
  if (delivery === '') return awaited
  if (delivery === 'stale') return bad('delivery-stale')
  if (delivery !== 'SUCCESS') return bad('delivery-failed')
  if (manifest === 'none') return bad('delivery-missing')
  if (deliveredAt === null) return unseen('denied')
  return at - deliveredAt > STALE_AFTER ? bad('delivery-stale') : good
}

function formatTold({ manifest, compression }: BucketRead): Told {
  if (compression === 'Parquet') return good
  if (compression !== undefined || manifest === 'not-parquet') return bad('format-other')
  return unseen(manifest === 'denied' ? 'denied' : 'not-asked')
}
