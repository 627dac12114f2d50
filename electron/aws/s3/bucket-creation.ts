import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { fail, isCode } from '../../errors/failure.ts'
import { bucketReader, unlessAbsent } from './bucket-reader.ts'
import { deliveryVerdict } from './bucket-policy.ts'
import { isTaggedFor, tagsFor, withTags } from '../client/own-tags.ts'
import { awsCode, unlessDenied, withSignal } from '../client/reply.ts'

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

/** Creating a bucket, and bringing one whose creation was interrupted to its end. */
export function bucketCreation(client: S3Client) {
  /** Resolves false when it was there already and is the account's. */
  const create = async (name: string, signal?: AbortSignal): Promise<boolean> => {
    try {
      // us-east-1 is asked for by naming no location.
      await client.send(new CreateBucketCommand({ Bucket: name }), withSignal(signal))
      return true
    } catch (error) {
      const more = { field: 'bucketName', cause: error }
      switch (awsCode(error)) {
        case 'BucketAlreadyOwnedByYou':
          return false
        case 'BucketAlreadyExists':
          throw fail('bucket-taken', { bucket: name }, more)
        case 'InvalidBucketName':
          throw fail('bucket-name-invalid', { value: name, rule: 'aws' }, more)
        case 'TooManyBuckets':
          throw fail('bucket-limit', { bucket: name }, { cause: error })
        case 'OperationAborted':
          throw fail('bucket-busy', { bucket: name }, { cause: error })
        default:
          throw error
      }
    }
  }

  const tagsOf = (name: string, accountId: string, signal?: AbortSignal) =>
    unlessAbsent(bucketReader(client, name, accountId, signal).tags(), 'NoSuchTagSet', [])

  /** Tags it, which keeps what it carries already, and closes it to the public. */
  const furnish = async (
    name: string,
    accountId: string,
    options: { readonly connectionId: string; readonly justCreated: boolean },
    signal?: AbortSignal,
  ): Promise<void> => {
    const input = { Bucket: name, ExpectedBucketOwner: accountId }
    const present = options.justCreated ? [] : await tagsOf(name, accountId, signal)
    const TagSet = withTags(present, tagsFor(options.connectionId))
    const tagging = { ...input, Tagging: { TagSet } }
    await client.send(new PutBucketTaggingCommand(tagging), withSignal(signal))
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
    return deliveryVerdict(policy, name, accountId) === 'allowed'
  } catch (error) {
    if (isCode(error, 'bucket-policy-unreadable')) return false
    throw error
  }
}
