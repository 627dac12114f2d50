import { paginateListBuckets } from '@aws-sdk/client-s3'
import { fail, isCode } from '../../errors/failure.ts'
import { bucketRegionOf } from '../../errors/foreign/aws-error.ts'
import { bucketReader, unlessAbsent } from './bucket-reader.ts'
import type { Encryption, Ownership } from './bucket-reader.ts'
import { parseBucketName, parseExistingBucketName } from '../client/bucket-name.ts'
import { deliveryVerdict, denyingStatement } from './bucket-policy.ts'
import type { DeliveryVerdict, StatementPlace } from './bucket-policy.ts'
import { REGION, s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { deliveryPermission, policyFingerprint } from './delivery-plan.ts'
import type { DeliveryPlan } from './delivery-plan.ts'
import { newBuckets } from './new-bucket.ts'
import type { Begun } from './new-bucket.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, isDenied, unlessDenied, withSignal } from '../client/reply.ts'

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
  /** The statement of its policy that forbids delivery, if one does. */
  readonly denying: StatementPlace | null
  readonly ownership: Ownership
  /** Event notifications by name. */
  readonly eventNotifications: readonly string[] | 'unknown'
}

export type Buckets = {
  /** Names of the account's buckets, in all regions. */
  readonly list: (signal?: AbortSignal) => Promise<string[]>
  readonly read: (name: string, accountId: string, signal?: AbortSignal) => Promise<BucketFacts>
  /**
   * Makes the bucket ready for reports; harmless to repeat. Creates it when there is none (private,
   * tagged, with a policy of its own); of one that is there only the policy is changed. Throws `bucket-taken`, `bucket-not-owned`,
   * `bucket-wrong-region`, `bucket-name-invalid`, `bucket-limit`, `bucket-busy`, and what
   * `allowDelivery` throws.
   */
  readonly prepare: (
    name: string,
    accountId: string,
    options?: {
      /** It is there, and `isUnfinished`: its creation is brought to its end. */
      readonly resumed?: boolean
      /** Whom a new bucket is tagged for. */
      readonly connectionId?: string
      /** Fingerprint of the policy that the person agreed to add to; not asked for a new bucket. */
      readonly reviewed?: string
      readonly signal?: AbortSignal
    },
  ) => Promise<void>
  /**
   * Whether a bucket is as its creation leaves it when it is interrupted: tagged for the connection,
   * or untagged, empty and without a policy. False where this permission set may not look.
   */
  readonly isUnfinished: (
    name: string,
    accountId: string,
    begun: Begun,
    signal?: AbortSignal,
  ) => Promise<boolean>
  /**
   * What `allowDelivery` would do to the policy of a bucket. Throws `bucket-policy-unreadable`,
   * `bucket-policy-too-large`.
   */
  readonly deliveryPlan: (
    name: string,
    accountId: string,
    signal?: AbortSignal,
  ) => Promise<DeliveryPlan>
  /**
   * Adds what is missing to the policy of a bucket, if it still is the one with the fingerprint
   * `reviewed`; harmless to repeat. Throws `bucket-policy-changed` (field `bucketName`),
   * `bucket-policy-denies`, `bucket-policy-refused`, `bucket-policy-unreadable`,
   * `bucket-policy-too-large`.
   */
  readonly allowDelivery: (
    name: string,
    accountId: string,
    reviewed: string,
    signal?: AbortSignal,
  ) => Promise<void>
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
): Pick<BucketFacts, 'delivery' | 'denying'> {
  const unknown = { delivery: 'unknown', denying: null } as const
  if (policy === undefined) return unknown
  try {
    return {
      delivery: deliveryVerdict(policy, bucket, accountId),
      denying: denyingStatement(policy, bucket, accountId),
    }
  } catch (error) {
    if (isCode(error, 'bucket-policy-unreadable')) return unknown
    throw error
  }
}

export function createBuckets(access: Access): Buckets {
  const client = s3Client(access)
  const permission = deliveryPermission(client)
  const { create, furnish, isUnfinished } = newBuckets(client)

  const list = async (signal?: AbortSignal): Promise<string[]> => {
    const names: string[] = []
    const pages = paginateListBuckets({ client, pageSize: 1000 }, {}, withSignal(signal))
    const watch = pageWatch('s3', 'ListBuckets')
    for await (const page of watched(pages, watch, ({ ContinuationToken }) => ContinuationToken))
      for (const { Name } of page.Buckets ?? []) if (Name !== undefined) names.push(Name)
    return names
  }

  /** Where a bucket is and whose. The location answers from every region, and with S3's own words. */
  const locate = async (
    name: string,
    accountId: string,
    signal?: AbortSignal,
  ): Promise<Pick<BucketFacts, 'exists' | 'mine' | 'region'>> => {
    try {
      const region = await bucketReader(client, name, accountId, signal).location()
      return { exists: true, mine: true, region }
    } catch (error) {
      if (['NoSuchBucket', 'NotFound'].includes(awsCode(error)))
        return { exists: false, mine: false, region: '' }
      const elsewhere = bucketRegionOf(error instanceof Error ? error.cause : undefined)
      if (!isDenied(error) && !elsewhere) throw error
      const listed = list(signal).then((names) => names.includes(name))
      const mine = await unlessDenied(listed, 'unknown' as const)
      return { exists: true, mine, region: elsewhere }
    }
  }

  const read = async (
    name: string,
    accountId: string,
    signal?: AbortSignal,
  ): Promise<BucketFacts> => {
    const place = await locate(name, accountId, signal)
    const { exists, mine, region } = place
    const ours = exists && mine !== false && (region === REGION || region === '')
    if (!ours) return { name, ...place, ...NOTHING }
    const bucket = bucketReader(client, name, accountId, signal)
    const [policy, publicAccessBlocked, encryption, ownership, eventNotifications] =
      await Promise.all([
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
      ])
    return {
      name,
      ...place,
      publicAccessBlocked,
      encryption,
      ...judged(policy, name, accountId),
      ownership,
      eventNotifications,
    }
  }

  return {
    list,
    read,
    async prepare(text, accountId, { resumed = false, connectionId = '', reviewed, signal } = {}) {
      const name = parseExistingBucketName(text)
      const place = await locate(name, accountId, signal)
      if (!place.exists) parseBucketName(name)
      const facts = { bucket: name, region: place.region, account: accountId }
      const more = { field: 'bucketName' }
      if (place.exists && place.mine === false) throw fail('bucket-not-owned', facts, more)
      if (place.exists && place.region !== REGION && place.region !== '')
        throw fail('bucket-wrong-region', facts, more)
      const justCreated = !place.exists && (await create(name, signal))
      const isNew = justCreated || resumed
      if (isNew) await furnish(name, accountId, { connectionId, justCreated }, signal)
      // What the app creates has no policy of anybody else's.
      const agreed = isNew ? policyFingerprint(null) : reviewed
      await permission.allow(name, accountId, agreed, signal)
    },
    isUnfinished,
    deliveryPlan: permission.plan,
    allowDelivery: permission.allow,
  }
}
