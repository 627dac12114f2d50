import { DeleteReportDefinitionCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { bucketReader, unlessAbsent } from '../s3/bucket-reader.ts'
import { reportClient, s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { isOwn } from '../client/own-tags.ts'
import type { Owner } from '../client/own-tags.ts'
import { reportTags } from '../cur/report-tags.ts'
import { createReports } from '../cur/reports.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, parseReply, unlessDenied, withSignal } from '../client/reply.ts'

/** What is to be known of a thing before it is removed; null where it is not there any more. */
export type RemovableReport = { readonly createdHere: boolean } | null
export type RemovableBucket = {
  readonly createdHere: boolean
  /** Objects in it, at least; null when they cannot be counted. */
  readonly objects: number | null
} | null

/** Takes back what this app created for a connection in S3 and in the report service, and nothing else. */
export type Removal = {
  readonly report: (name: string, owner: Owner, signal?: AbortSignal) => Promise<RemovableReport>
  /** Harmless to repeat. Throws `not-created-here`. */
  readonly deleteReport: (name: string, owner: Owner, signal?: AbortSignal) => Promise<void>
  readonly bucket: (
    name: string,
    accountId: string,
    owner: Owner,
    signal?: AbortSignal,
  ) => Promise<RemovableBucket>
  /**
   * Harmless to repeat. `withObjects` says that the person agreed to lose what is in it. Throws
   * `not-created-here`, `removal-order` (a report is still delivered into it) and `bucket-not-empty`
   * (fact `objects`: how many, or '' when only S3 knows of them, as of older versions).
   */
  readonly deleteBucket: (
    name: string,
    accountId: string,
    owner: Owner,
    options: { readonly withObjects: boolean; readonly signal?: AbortSignal },
  ) => Promise<void>
}

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

export function createRemoval(access: Access): Removal {
  const cur = reportClient(access)
  const s3 = s3Client(access)
  const reports = createReports(access)

  const report: Removal['report'] = async (name, owner, signal) => {
    const all = await reports.list(signal)
    if (!all.some((one) => one.name === name)) return null
    return { createdHere: isOwn(await reportTags(cur, name, signal), owner) }
  }

  const bucketCreatedHere = async (
    name: string,
    accountId: string,
    owner: Owner,
    signal?: AbortSignal,
  ): Promise<boolean | null> => {
    const read = unlessAbsent(bucketReader(s3, name, accountId, signal).tags(), 'NoSuchTagSet', [])
    const tags = await unlessAbsent(read, 'NoSuchBucket', null)
    return tags && isOwn(tags, owner)
  }

  const countObjects = async (input: BucketInput, signal?: AbortSignal): Promise<number> => {
    let objects = 0
    let pages = 0
    const all = paginateListObjectsV2({ client: s3 }, input, withSignal(signal))
    const watch = pageWatch('s3', 'ListObjectsV2')
    for await (const page of watched(all, watch, (one) => one.NextContinuationToken)) {
      objects += parseReply(pageSchema, page, 's3', 'ListObjectsV2').Contents.length
      pages += 1
      if (pages === COUNTED_PAGES) break
    }
    return objects
  }

  /** Always from the beginning: what was listed is gone by then. */
  const deleteObjects = async (input: BucketInput, signal?: AbortSignal): Promise<void> => {
    const watch = pageWatch('s3', 'ListObjectsV2')
    for (;;) {
      const reply = await s3.send(new ListObjectsV2Command(input), withSignal(signal))
      const { Contents } = parseReply(pageSchema, reply, 's3', 'ListObjectsV2')
      const [first] = Contents
      if (!first) return
      // One that is listed again after it was deleted will be for ever.
      watch(first.Key)
      const Delete = { Objects: Contents.map(({ Key }) => ({ Key })), Quiet: true }
      const command = new DeleteObjectsCommand({ ...input, Delete })
      const deleted = await s3.send(command, withSignal(signal))
      const [refused] = parseReply(deletedSchema, deleted, 's3', 'DeleteObjects').Errors
      if (refused) throw objectRefused(input.Bucket, refused)
    }
  }

  return {
    report,

    async deleteReport(name, owner, signal) {
      const found = await report(name, owner, signal)
      if (!found) return
      if (!found.createdHere) throw fail('not-created-here', { name })
      const command = new DeleteReportDefinitionCommand({ ReportName: name })
      try {
        await cur.send(command, withSignal(signal))
      } catch (error) {
        // After an answer that was lost on the way, AWS finds nothing to delete.
        if (awsCode(error) !== 'ValidationException') throw error
        if ((await reports.list(signal)).some((one) => one.name === name)) throw error
      }
    },

    async bucket(name, accountId, owner, signal) {
      const createdHere = await bucketCreatedHere(name, accountId, owner, signal)
      if (createdHere === null) return null
      const input = { Bucket: name, ExpectedBucketOwner: accountId }
      return { createdHere, objects: await unlessDenied(countObjects(input, signal), null) }
    },

    async deleteBucket(name, accountId, owner, { withObjects, signal }) {
      const createdHere = await bucketCreatedHere(name, accountId, owner, signal)
      if (createdHere === null) return
      if (!createdHere) throw fail('not-created-here', { name })
      // A report would bring new files while they are deleted, and then fail for want of its bucket.
      const user = (await reports.list(signal)).find((one) => one.bucket === name)
      if (user) throw fail('removal-order', { bucket: name, report: user.name })
      const input = { Bucket: name, ExpectedBucketOwner: accountId }
      if (withObjects) await deleteObjects(input, signal)
      try {
        await s3.send(new DeleteBucketCommand(input), withSignal(signal))
      } catch (error) {
        if (awsCode(error) === 'NoSuchBucket') return
        if (awsCode(error) !== 'BucketNotEmpty') throw error
        const objects = await unlessDenied(countObjects(input, signal), 0)
        throw fail(
          'bucket-not-empty',
          { bucket: name, objects: objects === 0 ? '' : String(objects) },
          { cause: error },
        )
      }
    },
  }
}

type BucketInput = { readonly Bucket: string; readonly ExpectedBucketOwner: string }

/** S3 answers 200 also when it kept some of the objects. */
function objectRefused(bucket: string, { Key, Code }: { Key: string; Code: string }) {
  const detail = { service: 's3', operation: 'DeleteObjects', code: Code }
  if (Code !== 'AccessDenied') return fail('bucket-not-empty', { bucket, objects: '' }, { detail })
  const resource = `arn:aws:s3:::${bucket}/${Key}`
  return fail('aws-denied', { service: 's3', action: 's3:DeleteObject', resource }, { detail })
}
