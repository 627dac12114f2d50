import type { BucketFinding } from './ask/bucket.ts'
import type { FactId } from './steps.ts'

/** The fact that a finding becomes once it is proven. */
export const FACT_OF: Readonly<Partial<Record<BucketFinding['id'], FactId>>> = {
  region: 'bucket-region',
  owner: 'bucket-owner',
  policy: 'bucket-policy',
  encryption: 'bucket-encryption',
  ownership: 'bucket-ownership',
  notifications: 'bucket-notifications',
  delivery: 'delivery-status',
  manifest: 'manifest',
  'file-format': 'file-format',
  'file-columns': 'file-columns',
  'file-interval': 'file-interval',
}

/** What could not be read is neither right nor wrong. */
const UNREAD: readonly string[] = [
  'unknown',
  'denied',
  'unreadable',
  // Of a delivered file.
  'not-known',
  'too-large',
  'no-file',
  'gone',
  'changed',
  'no-parts',
]

/** Whether nobody could look at it; a policy that denies AWS to deliver was read well. */
export function isUnread({ verdict, value }: BucketFinding): boolean {
  return verdict === 'note' && UNREAD.includes(value)
}

/** The facts that the table of checks shows already. */
export function isInTable(factId: FactId): boolean {
  return Object.values(FACT_OF).includes(factId)
}
