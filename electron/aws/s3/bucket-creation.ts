import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { fail, isCode, toAppError } from '../../errors/failure.ts'
import { isAccountRegional } from '../client/bucket-name.ts'
import { bucketReader, unlessAbsent } from './bucket-reader.ts'
import { deliveryVerdict } from './bucket-policy.ts'
import { isTaggedFor, tagsFor, withTags } from '../client/own-tags.ts'
import type { Tag } from '../client/own-tags.ts'
import { awsCode, isDenied, unlessDenied, withSignal } from '../client/reply.ts'

const ALL_BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

/** A bucket that the app began to create, and for whom. */
export type Begun = {
  readonly connectionId: string
  /** It may have been interrupted before it was tagged. */
  readonly untagged: boolean
}

/** How a new bucket came to be; `not-new` when it was there already and is the account's. */
type Creation = 'tagged' | 'untagged' | 'not-new'
type Furnishing = { readonly connectionId: string; readonly created: Creation }

/** What AWS says when it creates no bucket, in the words of the form. */
function refusalOf(error: unknown, name: string): unknown {
  const more = { field: 'bucketName', cause: error }
  switch (awsCode(error)) {
    case 'BucketAlreadyExists':
      return fail('bucket-taken', { bucket: name }, more)
    case 'InvalidBucketName':
      return fail('bucket-name-invalid', { value: name, rule: 'aws' }, more)
    case 'InvalidBucketNamespace':
    case 'MissingNamespaceHeader':
      return fail('bucket-namespace-refused', { bucket: name }, more)
    case 'TooManyBuckets':
      return fail('bucket-limit', { bucket: name }, { cause: error })
    case 'OperationAborted':
      return fail('bucket-busy', { bucket: name }, { cause: error })
    default:
      return error
  }
}

/** Whether the tags are what AWS did not allow, and not the bucket. */
const forbidsTags = (error: unknown): boolean =>
  isDenied(error) && toAppError(error).facts['action']?.toLowerCase() === 's3:tagresource'

/** Creates a bucket: with its tags from its first moment on, or without any where only those are forbidden. */
function creating(client: S3Client) {
  const send = async (
    name: string,
    accountId: string,
    Tags: Tag[],
    signal?: AbortSignal,
  ): Promise<Creation> => {
    const command = new CreateBucketCommand({
      Bucket: name,
      ...(isAccountRegional(name, accountId) && { BucketNamespace: 'account-regional' }),
      // us-east-1 is asked for by naming no location.
      ...(Tags.length > 0 && { CreateBucketConfiguration: { Tags } }),
    })
    try {
      await client.send(command, withSignal(signal))
      return Tags.length > 0 ? 'tagged' : 'untagged'
    } catch (error) {
      if (awsCode(error) === 'BucketAlreadyOwnedByYou') return 'not-new'
      throw refusalOf(error, name)
    }
  }

  return async (
    name: string,
    accountId: string,
    connectionId: string,
    signal?: AbortSignal,
  ): Promise<Creation> => {
    try {
      return await send(name, accountId, tagsFor(connectionId), signal)
    } catch (error) {
      if (!forbidsTags(error)) throw error
      return send(name, accountId, [], signal)
    }
  }
}

/** Creating a bucket, and bringing one whose creation was interrupted to its end. */
export function bucketCreation(client: S3Client) {
  const create = creating(client)
  const tagsOf = (name: string, accountId: string, signal?: AbortSignal) =>
    unlessAbsent(bucketReader(client, name, accountId, signal).tags(), 'NoSuchTagSet', [])

  /** Adds the connection's tags to those that a bucket carries, of which one just created has none. */
  const tag = async (
    name: string,
    accountId: string,
    { connectionId, created }: Furnishing,
    signal?: AbortSignal,
  ): Promise<void> => {
    const present = created === 'untagged' ? [] : await tagsOf(name, accountId, signal)
    if (isTaggedFor(present, connectionId)) return
    const TagSet = withTags(present, tagsFor(connectionId))
    const tagging = { Bucket: name, ExpectedBucketOwner: accountId, Tagging: { TagSet } }
    try {
      await client.send(new PutBucketTaggingCommand(tagging), withSignal(signal))
    } catch (error) {
      // A bucket whose access goes by tags takes them by another way, which needs the permission that
      // creating it with tags needs. Source: S3 User Guide, "Enabling ABAC in general purpose buckets".
      if (awsCode(error) !== 'MethodNotAllowed') throw error
      throw fail('bucket-tags-refused', { bucket: name, tag: connectionId }, { cause: error })
    }
  }

  /** Tags it, unless it was created with its tags, and closes it to the public. */
  const furnish = async (
    name: string,
    accountId: string,
    furnishing: Furnishing,
    signal?: AbortSignal,
  ): Promise<void> => {
    if (furnishing.created !== 'tagged') await tag(name, accountId, furnishing, signal)
    const input = { Bucket: name, ExpectedBucketOwner: accountId }
    const blocking = { ...input, PublicAccessBlockConfiguration: ALL_BLOCKED }
    await client.send(new PutPublicAccessBlockCommand(blocking), withSignal(signal))
  }

  const isEmpty = async (Bucket: string, ExpectedBucketOwner: string, signal?: AbortSignal) => {
    const command = new ListObjectsV2Command({ Bucket, ExpectedBucketOwner, MaxKeys: 1 })
    const { Contents } = await client.send(command, withSignal(signal))
    return (Contents ?? []).length === 0
  }

  const looksUnfinished = async (
    name: string,
    accountId: string,
    { connectionId, untagged }: Begun,
    signal?: AbortSignal,
  ): Promise<boolean> => {
    const [tags, policy] = await Promise.all([
      tagsOf(name, accountId, signal),
      unlessAbsent(
        bucketReader(client, name, accountId, signal).policy(),
        'NoSuchBucketPolicy',
        null,
      ),
    ])
    if (isTaggedFor(tags, connectionId))
      return policy === null || isAllowed(policy, name, accountId)
    if (!untagged || tags.length > 0 || policy !== null) return false
    return isEmpty(name, accountId, signal)
  }

  return {
    create,
    furnish,
    /** False also where this permission set may not look: what cannot be told is not taken over. */
    isUnfinished: (name: string, accountId: string, begun: Begun, signal?: AbortSignal) =>
      unlessDenied(looksUnfinished(name, accountId, begun, signal), false),
  }
}

function isAllowed(policy: string, name: string, accountId: string): boolean {
  try {
    return ['allowed', 'depends'].includes(deliveryVerdict(policy, name, accountId))
  } catch (error) {
    if (isCode(error, 'bucket-policy-unreadable')) return false
    throw error
  }
}
