import { createHash } from 'node:crypto'
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { fail, toAppError } from '../../errors/failure.ts'
import { deliveryVerdict, denyingStatement, mergeDeliveryPolicy } from './bucket-policy.ts'
import type { DeliveryVerdict, ReportFolder } from './bucket-policy.ts'
import { bucketReader, unlessAbsent } from './bucket-reader.ts'
import { awsCode, withSignal } from '../client/reply.ts'

/** What letting AWS deliver would do to a bucket's policy. */
export type DeliveryPlan = {
  /** Pretty-printed policies; '' for none. Equal when nothing would change. */
  readonly before: string
  readonly after: string
  readonly verdict: DeliveryVerdict
  /** Fingerprint of the policy that was read. */
  readonly reviewed: string
}

/** SHA-256 of a policy's text as AWS gave it; a bucket without one has a fingerprint too. */
export function policyFingerprint(policy: string | null): string {
  return createHash('sha256')
    .update(policy ?? '')
    .digest('hex')
}

const pretty = (policy: string | null): string =>
  policy === null ? '' : JSON.stringify(JSON.parse(policy), null, 2)

/** Throws `bucket-policy-unreadable`, `bucket-policy-too-large`. */
export function planDelivery(
  policy: string | null,
  bucket: string,
  accountId: string,
  report?: ReportFolder,
): DeliveryPlan {
  const verdict = deliveryVerdict(policy, bucket, accountId, report)
  const before = pretty(policy)
  const after =
    verdict === 'denied'
      ? before
      : pretty(mergeDeliveryPolicy(policy, bucket, accountId, report).policy)
  return { before, after, verdict, reviewed: policyFingerprint(policy) }
}

/** Reading a bucket's policy to say how it would change, and changing it. */
export function deliveryPermission(client: S3Client) {
  const policyOf = (
    name: string,
    accountId: string,
    signal: AbortSignal | undefined,
  ): Promise<string | null> =>
    unlessAbsent(bucketReader(client, name, accountId, signal).policy(), 'NoSuchBucketPolicy', null)

  const plan = async (
    name: string,
    accountId: string,
    signal?: AbortSignal,
    report?: ReportFolder,
  ): Promise<DeliveryPlan> =>
    planDelivery(await policyOf(name, accountId, signal), name, accountId, report)

  /** Writes nothing when AWS may deliver already, whatever was reviewed. */
  const allow = async (
    name: string,
    accountId: string,
    reviewed: string | undefined,
    signal?: AbortSignal,
    report?: ReportFolder,
  ): Promise<void> => {
    const existing = await policyOf(name, accountId, signal)
    if (existing !== null && deliveryVerdict(existing, name, accountId, report) === 'denied') {
      const { sid = '', position = 0 } = denyingStatement(existing, name, accountId, report) ?? {}
      const facts = { statement: sid, position: String(position) }
      throw fail('bucket-policy-denies', { bucket: name, ...facts })
    }
    const { policy, changed } = mergeDeliveryPolicy(existing, name, accountId, report)
    if (!changed) return
    if (reviewed !== undefined && reviewed !== policyFingerprint(existing))
      throw fail('bucket-policy-changed', { bucket: name }, { field: 'bucketName' })
    const input = { Bucket: name, ExpectedBucketOwner: accountId, Policy: policy }
    try {
      await client.send(new PutBucketPolicyCommand(input), withSignal(signal))
    } catch (error) {
      // S3 judges the policy as a whole: one that was public stays so with every addition.
      if (/BlockPublicPolicy/i.test(toAppError(error).facts['because'] ?? ''))
        throw fail('bucket-policy-public', { bucket: name }, { cause: error })
      if (awsCode(error) !== 'MalformedPolicy') throw error
      throw fail('bucket-policy-refused', { bucket: name }, { cause: error })
    }
  }

  return { plan, allow }
}
