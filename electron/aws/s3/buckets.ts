import { fail } from '../../errors/failure.ts'
import { parseBucketName, parseExistingBucketName } from '../client/bucket-name.ts'
import { once } from '../../base/once.ts'
import { s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { REGION } from '../client/regions.ts'
import { bucketCreation } from './bucket-creation.ts'
import type { Begun } from './bucket-creation.ts'
import { bucketNames, locateBucket, readBucket, settingsOf } from './bucket-facts.ts'
import type { BucketFacts } from './bucket-facts.ts'
import { bucketReader } from './bucket-reader.ts'
import type { ReportFolder } from './bucket-policy.ts'
import { deliveryPermission, policyFingerprint } from './delivery-plan.ts'
import type { DeliveryPlan } from './delivery-plan.ts'

export type { BucketFacts, ReportFolder }

export type Buckets = {
  /** Names of the account's buckets, in all regions. */
  readonly list: (signal?: AbortSignal) => Promise<string[]>
  /** What can be read of a bucket; delivery is judged for `report`, or for any where none is named. */
  readonly read: (
    name: string,
    accountId: string,
    signal?: AbortSignal,
    report?: ReportFolder,
  ) => Promise<BucketFacts>
  /** Asks all that `read` may ask of a bucket in this region, without waiting for where it is. */
  readonly readAtOnce: (name: string, accountId: string, signal: AbortSignal) => Promise<unknown>
  /**
   * Makes the bucket ready for reports; harmless to repeat. Creates it when there is none (private,
   * tagged, with a policy of its own, and in the account's namespace if its name is); of one that is
   * there only the policy is changed. Throws `bucket-taken`, `bucket-not-owned`, `bucket-wrong-region`,
   * `bucket-name-invalid`, `bucket-namespace-refused`, `bucket-limit`, `bucket-busy`,
   * `bucket-tags-refused`, and what `allowDelivery` throws.
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
      /** What is to be delivered; any report where none is named. */
      readonly report?: ReportFolder
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
    report?: ReportFolder,
  ) => Promise<DeliveryPlan>
  /**
   * Adds what is missing to the policy of a bucket, if it still is the one with the fingerprint
   * `reviewed`; harmless to repeat. Throws `bucket-policy-changed` (field `bucketName`),
   * `bucket-policy-denies`, `bucket-policy-public`, `bucket-policy-refused`,
   * `bucket-policy-unreadable`, `bucket-policy-too-large`.
   */
  readonly allowDelivery: (
    name: string,
    accountId: string,
    reviewed: string,
    signal?: AbortSignal,
    report?: ReportFolder,
  ) => Promise<void>
}

export function createBuckets(access: Access): Buckets {
  const client = once(() => s3Client(access))
  const permission = once(() => deliveryPermission(client()))
  const creation = once(() => bucketCreation(client()))

  return {
    list: (signal) => bucketNames(client(), signal),
    read: (name, accountId, signal, report) =>
      readBucket(client(), name, accountId, signal, report),
    readAtOnce: (name, accountId, signal) => {
      const bucket = bucketReader(client(), name, accountId, signal)
      return Promise.all([bucket.location(), ...settingsOf(bucket)])
    },
    async prepare(text, accountId, options = {}) {
      const { resumed = false, connectionId = '', reviewed, report, signal } = options
      const name = parseExistingBucketName(text)
      const place = await locateBucket(client(), name, accountId, signal)
      if (!place.exists) parseBucketName(name, accountId)
      const facts = { bucket: name, region: place.region, account: accountId }
      const more = { field: 'bucketName' }
      if (place.exists && place.mine === false) throw fail('bucket-not-owned', facts, more)
      if (place.exists && place.region !== REGION && place.region !== '')
        throw fail('bucket-wrong-region', facts, more)
      const created = place.exists
        ? 'not-new'
        : await creation().create(name, accountId, connectionId, signal)
      const isNew = created !== 'not-new' || resumed
      if (isNew) await creation().furnish(name, accountId, { connectionId, created }, signal)
      // What the app creates has no policy of anybody else's.
      const agreed = isNew ? policyFingerprint(null) : reviewed
      await permission().allow(name, accountId, agreed, signal, report)
    },
    isUnfinished: (...given) => creation().isUnfinished(...given),
    deliveryPlan: (...given) => permission().plan(...given),
    allowDelivery: (...given) => permission().allow(...given),
  }
}
