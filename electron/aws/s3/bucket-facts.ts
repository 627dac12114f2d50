import { paginateListBuckets } from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { isCode } from '../../errors/failure.ts'
import { bucketRegionOf } from '../../errors/foreign/aws-error.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { REGION } from '../client/regions.ts'
import { awsCode, isDenied, unlessDenied, withSignal } from '../client/reply.ts'
import { deliveryVerdict, denyingStatement } from './bucket-policy.ts'
import type { DeliveryVerdict, ReportFolder, StatementPlace } from './bucket-policy.ts'
import { bucketReader, unlessAbsent } from './bucket-reader.ts'
import type { Encryption, Ownership } from './bucket-reader.ts'

/** What can be read of a bucket. `unknown` where this permission set may not look. */
export type BucketFacts = {
  readonly name: string
  readonly exists: boolean
  /** Whether it belongs to the account. */
  readonly mine: boolean | 'unknown'
  /** '' when it cannot be told. */
  readonly region: string
  readonly publicAccessBlocked: boolean | 'unknown'
  readonly encryption: Encryption
  readonly delivery: DeliveryVerdict | 'unknown'
  /** The statement of its policy that forbids delivery, or may forbid it, if one does. */
  readonly denying: StatementPlace | null
  readonly ownership: Ownership
  /** Event notifications by name. */
  readonly eventNotifications: readonly string[] | 'unknown'
}

/** What holds for a bucket without ownership controls. Source: S3 API, `GetBucketOwnershipControls`. */
const ABSENT = 'ObjectWriter' as const

const NOTHING = {
  publicAccessBlocked: 'unknown',
  encryption: { kind: 'unknown', keyArn: '' },
  delivery: 'unknown',
  denying: null,
  ownership: 'unknown',
  eventNotifications: 'unknown',
} as const

/** A policy that is not understood here may still let AWS deliver. */
function judged(
  policy: string | null | undefined,
  bucket: string,
  accountId: string,
  report?: ReportFolder,
): Pick<BucketFacts, 'delivery' | 'denying'> {
  const unknown = { delivery: 'unknown', denying: null } as const
  if (policy === undefined) return unknown
  try {
    return {
      delivery: deliveryVerdict(policy, bucket, accountId, report),
      denying: denyingStatement(policy, bucket, accountId, report),
    }
  } catch (error) {
    if (isCode(error, 'bucket-policy-unreadable')) return unknown
    throw error
  }
}

/** Names of the account's buckets, in all regions. */
export async function bucketNames(client: S3Client, signal?: AbortSignal): Promise<string[]> {
  const names: string[] = []
  const pages = paginateListBuckets({ client, pageSize: 1000 }, {}, withSignal(signal))
  const watch = pageWatch('s3', 'ListBuckets')
  for await (const page of watched(pages, watch, ({ ContinuationToken }) => ContinuationToken))
    for (const { Name } of page.Buckets ?? []) if (Name !== undefined) names.push(Name)
  return names
}

/** Where a bucket is and whose. The location answers from every region, and with S3's own words. */
export async function locateBucket(
  client: S3Client,
  name: string,
  accountId: string,
  signal?: AbortSignal,
): Promise<Pick<BucketFacts, 'exists' | 'mine' | 'region'>> {
  try {
    const region = await bucketReader(client, name, accountId, signal).location()
    return { exists: true, mine: true, region }
  } catch (error) {
    if (['NoSuchBucket', 'NotFound'].includes(awsCode(error)))
      return { exists: false, mine: false, region: '' }
    const elsewhere = bucketRegionOf(error instanceof Error ? error.cause : undefined)
    if (!isDenied(error) && !elsewhere) throw error
    const listed = bucketNames(client, signal).then((names) => names.includes(name))
    const mine = await unlessDenied(listed, 'unknown' as const)
    return { exists: true, mine, region: elsewhere }
  }
}

/** All that is read of a bucket that is there, asked at once. */
export function settingsOf(bucket: ReturnType<typeof bucketReader>) {
  return [
    unlessDenied(unlessAbsent(bucket.policy(), 'NoSuchBucketPolicy', null), undefined),
    unlessDenied(
      unlessAbsent(bucket.publicAccessBlocked(), 'NoSuchPublicAccessBlockConfiguration', false),
      'unknown' as const,
    ),
    unlessDenied(
      // Since 2023 every bucket encrypts with S3's own keys, told or not.
      unlessAbsent(bucket.encryption(), 'ServerSideEncryptionConfigurationNotFoundError', {
        kind: 'SSE-S3',
        keyArn: '',
      } as const),
      NOTHING.encryption,
    ),
    unlessDenied(
      unlessAbsent(bucket.ownership(), 'OwnershipControlsNotFoundError', ABSENT),
      NOTHING.ownership,
    ),
    unlessDenied(bucket.eventNotifications(), 'unknown' as const),
  ] as const
}

export async function readBucket(
  client: S3Client,
  name: string,
  accountId: string,
  signal?: AbortSignal,
  report?: ReportFolder,
): Promise<BucketFacts> {
  const place = await locateBucket(client, name, accountId, signal)
  const { exists, mine, region } = place
  const ours = exists && mine !== false && (region === REGION || region === '')
  if (!ours) return { name, ...place, ...NOTHING }
  const [policy, publicAccessBlocked, encryption, ownership, eventNotifications] =
    await Promise.all(settingsOf(bucketReader(client, name, accountId, signal)))
  return {
    name,
    ...place,
    publicAccessBlocked,
    encryption,
    ...judged(policy, name, accountId, report),
    ownership,
    eventNotifications,
  }
}
