import type { BucketFacts } from '../../aws/s3/buckets.ts'
import type { Delivery } from '../../aws/s3/deliveries.ts'
import { isDenied } from '../../aws/client/reply.ts'
import type { Report } from '../../aws/cur/reports.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { StepContext } from '../../checklist/step.ts'
import { isCode } from '../../errors/failure.ts'

const DAY = 24 * 60 * 60 * 1000
/** AWS promises a report within a day of its definition, and tries again at least daily. */
export const DELIVERED_WITHIN = DAY

/** Spot tells a customer that something is wrong after this time without new data. */
const STALE_AFTER = 2 * DAY

/** What was found in the bucket, if it was looked into at all. */
export type Looked =
  | { readonly kind: 'not-due' | 'denied' | 'unreadable' | 'none' }
  | { readonly kind: 'found'; readonly delivery: Delivery }

/**
 * Whether AWS's next try is awaited after this app has repaired the bucket, or is over. Until then
 * its last failure is one of before.
 */
export type Repair = 'none' | 'awaited' | 'over'

export function repairOf(repaired: Choices['repaired'], report: Report, now: number): Repair {
  if (repaired?.bucketName !== report.bucket) return 'none'
  const triedSince = report.lastDelivery !== null && report.lastDelivery > repaired.at
  return triedSince || now > repaired.at + DELIVERED_WITHIN ? 'over' : 'awaited'
}

/** How long ago AWS has delivered: by its own word or by its files, whichever is newer. */
export type Freshness =
  | { readonly kind: 'none' | 'unknown' }
  | { readonly kind: 'fresh' | 'stale'; readonly at: number }

export function freshnessOf(report: Report, looked: Looked, now: number): Freshness {
  if (report.lastStatus !== 'SUCCESS') return { kind: 'none' }
  const times = [report.lastDelivery, looked.kind === 'found' ? looked.delivery.writtenAt : null]
  const known = times.filter((time) => time !== null)
  if (known.length === 0) return { kind: 'unknown' }
  const at = Math.max(...known)
  return { kind: now - at > STALE_AFTER ? 'stale' : 'fresh', at }
}

/** Whether the files in the bucket are older than the delivery that AWS tells of. */
export function isOutdated(found: Delivery, { lastDelivery }: Report): boolean {
  return lastDelivery !== null && lastDelivery - found.writtenAt > STALE_AFTER
}

/**
 * Looks for what AWS says it has delivered. A person who may not look is no reason to stop: then
 * AWS's own word counts.
 */
export async function lookFor(
  { deliveries, signal }: StepContext,
  report: Report,
  facts: BucketFacts,
  accountId: string,
): Promise<Looked> {
  const readable = facts.exists && facts.mine !== false && ['us-east-1', ''].includes(facts.region)
  if (report.lastStatus !== 'SUCCESS' || !readable) return { kind: 'not-due' }
  try {
    const delivery = await deliveries.latest(report, accountId, signal)
    return delivery ? { kind: 'found', delivery } : { kind: 'none' }
  } catch (error) {
    if (isDenied(error)) return { kind: 'denied' }
    if (isCode(error, 'delivery-unreadable')) return { kind: 'unreadable' }
    throw error
  }
}

/** The last day of a period, from the day after it. Both as `YYYY-MM-DD`; '' stays ''. */
export function lastDayOf(end: string): string {
  const time = Date.parse(end)
  return Number.isNaN(time) ? '' : new Date(time - DAY).toISOString().slice(0, 10)
}
