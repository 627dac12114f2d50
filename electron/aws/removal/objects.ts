import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { parseReply, withSignal } from '../client/reply.ts'

/** Beyond this many, "at least" is said. */
const COUNTED_PAGES = 10

const pageSchema = z.object({
  Contents: z.array(z.object({ Key: z.string() })).default([]),
})
const deletedSchema = z.object({
  Errors: z
    .array(z.object({ Key: z.string().default(''), Code: z.string().default('') }))
    .default([]),
})

export type BucketInput = { readonly Bucket: string; readonly ExpectedBucketOwner: string }

/** Objects in a bucket, at least. */
export async function countObjects(
  client: S3Client,
  input: BucketInput,
  signal?: AbortSignal,
): Promise<number> {
  let objects = 0
  let pages = 0
  const all = paginateListObjectsV2({ client }, input, withSignal(signal))
  const watch = pageWatch('s3', 'ListObjectsV2')
  for await (const page of watched(all, watch, (one) => one.NextContinuationToken)) {
    objects += parseReply(pageSchema, page, 's3', 'ListObjectsV2').Contents.length
    pages += 1
    if (pages === COUNTED_PAGES) break
  }
  return objects
}

/** Empties a bucket; lists it always from the beginning: what was listed is gone by then. */
export async function deleteObjects(
  client: S3Client,
  input: BucketInput,
  signal?: AbortSignal,
): Promise<void> {
  const watch = pageWatch('s3', 'ListObjectsV2')
  for (;;) {
    const reply = await client.send(new ListObjectsV2Command(input), withSignal(signal))
    const { Contents } = parseReply(pageSchema, reply, 's3', 'ListObjectsV2')
    const [first] = Contents
    if (!first) return
    // One that is listed again after it was deleted will be for ever.
    watch(first.Key)
    const Delete = { Objects: Contents.map(({ Key }) => ({ Key })), Quiet: true }
    const command = new DeleteObjectsCommand({ ...input, Delete })
    const deleted = await client.send(command, withSignal(signal))
    const [refused] = parseReply(deletedSchema, deleted, 's3', 'DeleteObjects').Errors
    if (refused) throw objectRefused(input.Bucket, refused)
  }
}

/** S3 answers 200 also when it kept some of the objects. */
function objectRefused(bucket: string, { Key, Code }: { Key: string; Code: string }) {
  const detail = { service: 's3', operation: 'DeleteObjects', code: Code }
  if (Code !== 'AccessDenied') return fail('bucket-not-empty', { bucket, objects: '' }, { detail })
  const resource = `arn:aws:s3:::${bucket}/${Key}`
  return fail('aws-denied', { service: 's3', action: 's3:DeleteObject', resource }, { detail })
}
