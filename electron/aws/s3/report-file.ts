import { Readable } from 'node:stream'
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3'
import type { FileReading, UnreadReason } from '../../contract/report-file.ts'
import { toAppError } from '../../errors/failure.ts'
import { once } from '../../base/once.ts'
import { s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { awsCode, isDenied, withSignal } from '../client/reply.ts'
import { readFooter, readTail, TAIL } from './parquet-footer.ts'

export type ReportFiles = {
  /**
   * Reads the end of one delivered file: its last 8 bytes, and the footer whose length they tell. No line
   * of the report is read, and nothing is kept. Only for somebody who has allowed it. `key` is the file's
   * by the manifest, '' where that names none. Throws what any call of AWS may, besides a refusal.
   */
  readonly read: (
    file: { readonly bucket: string; readonly key: string },
    accountId: string,
    signal?: AbortSignal,
  ) => Promise<FileReading>
}

/** A part of a file, its place and the file's size, and which file that was. */
type Part = { readonly bytes: Uint8Array; readonly size: number; readonly etag: string }

const unread = (because: UnreadReason): FileReading => ({ kind: 'unread', because })

/** How S3 refuses a file that is there or was there. Source: S3 API Reference, "Error responses". */
const REFUSALS: Readonly<Record<string, UnreadReason>> = {
  InvalidObjectState: 'archived',
  NoSuchKey: 'gone',
  PreconditionFailed: 'changed',
  // Of an empty file there is no last byte.
  InvalidRange: 'cut',
}

export function createReportFiles(access: Access): ReportFiles {
  const client = once(() => s3Client(access))

  return {
    async read({ bucket: Bucket, key: Key }, accountId, signal) {
      if (Key === '') return unread('no-file')
      if (!Key.endsWith('.parquet')) return unread('not-parquet')
      const input = { Bucket, Key, ExpectedBucketOwner: accountId }

      const part = async (Range: string, length: number, etag?: string): Promise<Part | null> => {
        const condition = etag === undefined ? {} : { IfMatch: etag }
        const command = new GetObjectCommand({ ...input, Range, ...condition })
        return partOf(await client().send(command, withSignal(signal)), length)
      }

      try {
        const last = await part(`bytes=-${TAIL}`, TAIL)
        if (!last) return unread('no-parts')
        const tail = readTail(last.bytes, last.size)
        if (tail.kind !== 'footer') return unread(tail.kind)
        const length = tail.length + TAIL
        const range = `bytes=${last.size - length}-${last.size - 1}`
        const footer = await part(range, length, last.etag)
        return footer?.bytes.length === length ? readFooter(footer.bytes) : unread('no-parts')
      } catch (error) {
        const because = refusedAs(error)
        if (!because) throw error
        return unread(because)
      }
    },
  }
}

/**
 * Why S3 does not give out the file; null for any other failure. Of a key the answer tells by a code of
 * KMS's, or by the action that was refused (seen in public reports of 2025); S3 may also refuse with no
 * word of the key (issue 2952 of boto/boto3), which is told as any refusal.
 */
function refusedAs(error: unknown): UnreadReason | null {
  const code = awsCode(error)
  if (code.startsWith('KMS.')) return 'denied-key'
  if (!isDenied(error)) return REFUSALS[code] ?? null
  const { action = '' } = toAppError(error).facts
  return action.startsWith('kms:') ? 'denied-key' : 'denied'
}

/**
 * The last `length` bytes of a file, or the whole of a shorter one; null where something else came. A
 * reply with the whole file is not taken in.
 */
async function partOf(reply: GetObjectCommandOutput, length: number): Promise<Part | null> {
  const { Body: body, ContentRange: range, ETag: etag = '' } = reply
  const [, first = '', last = '', size = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range ?? '') ?? []
  const asked = Math.min(length, Number(size))
  const isPart =
    range !== undefined &&
    reply.$metadata.httpStatusCode === 206 &&
    Number(last) === Number(size) - 1 &&
    Number(last) - Number(first) + 1 === asked
  if (!(body instanceof Readable)) return null
  if (!isPart) {
    body.destroy()
    return null
  }
  const bytes = await firstOf(body, asked)
  return bytes.length === asked ? { bytes, size: Number(size), etag } : null
}

/** Reads to the end of a reply, or until it is longer than what it promised. */
async function firstOf(body: Readable, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > length) break
  }
  return Buffer.concat(chunks)
}
