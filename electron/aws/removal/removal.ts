import { DeleteReportDefinitionCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { DeleteBucketCommand } from '@aws-sdk/client-s3'
import { fail } from '../../errors/failure.ts'
import { bucketReader, unlessAbsent } from '../s3/bucket-reader.ts'
import { once } from '../../base/once.ts'
import { reportClient, s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { markOf } from '../client/own-tags.ts'
import type { Mark, Owner } from '../client/own-tags.ts'
import { reportTags } from '../cur/report-tags.ts'
import { createReports } from '../cur/reports.ts'
import { awsCode, unlessDenied, withSignal } from '../client/reply.ts'
import { countObjects, deleteObjects } from './objects.ts'

/** What is to be known of a thing before it is removed; null where it is not there any more. */
type RemovableReport = { readonly mark: Mark } | null
type RemovableBucket = {
  readonly mark: Mark
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

export function createRemoval(access: Access): Removal {
  const cur = once(() => reportClient(access))
  const s3 = once(() => s3Client(access))
  const reports = createReports(access)

  const report: Removal['report'] = async (name, owner, signal) => {
    const all = await reports.list(signal)
    if (!all.some((one) => one.name === name)) return null
    return { mark: markOf(await reportTags(cur(), name, signal), owner) }
  }

  const bucketMark = async (
    name: string,
    accountId: string,
    owner: Owner,
    signal?: AbortSignal,
  ): Promise<Mark | null> => {
    const read = unlessAbsent(
      bucketReader(s3(), name, accountId, signal).tags(),
      'NoSuchTagSet',
      [],
    )
    const tags = await unlessAbsent(read, 'NoSuchBucket', null)
    return tags && markOf(tags, owner)
  }

  return {
    report,

    async deleteReport(name, owner, signal) {
      const found = await report(name, owner, signal)
      if (!found) return
      if (found.mark !== 'own') throw fail('not-created-here', { name })
      const command = new DeleteReportDefinitionCommand({ ReportName: name })
      try {
        await cur().send(command, withSignal(signal))
      } catch (error) {
        // After an answer that was lost on the way, AWS finds nothing to delete.
        if (awsCode(error) !== 'ValidationException') throw error
        if ((await reports.list(signal)).some((one) => one.name === name)) throw error
      }
    },

    async bucket(name, accountId, owner, signal) {
      const mark = await bucketMark(name, accountId, owner, signal)
      if (mark === null) return null
      const input = { Bucket: name, ExpectedBucketOwner: accountId }
      return { mark, objects: await unlessDenied(countObjects(s3(), input, signal), null) }
    },

    async deleteBucket(name, accountId, owner, { withObjects, signal }) {
      const mark = await bucketMark(name, accountId, owner, signal)
      if (mark === null) return
      if (mark !== 'own') throw fail('not-created-here', { name })
      // A report would bring new files while they are deleted, and then fail for want of its bucket.
      const user = (await reports.list(signal)).find((one) => one.bucket === name)
      if (user) throw fail('removal-order', { bucket: name, report: user.name })
      const input = { Bucket: name, ExpectedBucketOwner: accountId }
      if (withObjects) await deleteObjects(s3(), input, signal)
      try {
        await s3().send(new DeleteBucketCommand(input), withSignal(signal))
      } catch (error) {
        if (awsCode(error) === 'NoSuchBucket') return
        if (awsCode(error) !== 'BucketNotEmpty') throw error
        const objects = await unlessDenied(countObjects(s3(), input, signal), 0)
        throw fail(
          'bucket-not-empty',
          { bucket: name, objects: objects === 0 ? '' : String(objects) },
          { cause: error },
        )
      }
    },
  }
}
