import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { bytesOf, type StoredObject } from '../world.ts'
import type { Operation } from './operation.ts'
import { openBucket } from './s3-bucket.ts'

const named = z.object({ Bucket: z.string(), ExpectedBucketOwner: z.string().optional() })
const keyed = named.extend({ Key: z.string() })

const etag = (object: StoredObject): string =>
  `"${createHash('md5').update(bytesOf(object)).digest('hex')}"`

const RANGE = /^bytes=(\d*)-(\d*)$/

/**
 * The first and the last byte of the part that is asked for; null for the whole object, as for what
 * is no range. Throws `InvalidRange` for a part that begins behind the end.
 */
const partOf = (range: string | undefined, size: number): [first: number, last: number] | null => {
  const [, from = '', to = ''] = RANGE.exec(range ?? '') ?? []
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first > last)
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', {
      details: { RangeRequested: range ?? '', ActualObjectSize: String(size) },
    })
  return [first, last]
}

const listing = named.extend({
  Prefix: z.string().default(''),
  Delimiter: z.string().optional(),
  MaxKeys: z.number().default(1000),
  ContinuationToken: z.string().optional(),
  StartAfter: z.string().optional(),
  EncodingType: z.string().optional(),
})

export const s3Objects: Record<string, Operation> = {
  ListObjectsV2: {
    action: 's3:ListBucket',
    run(raw, call) {
      const input = listing.parse(raw)
      const bucket = openBucket(call, 's3:ListBucket', input)
      const { Prefix, Delimiter, MaxKeys } = input
      const token = input.ContinuationToken
      const after =
        token === undefined
          ? (input.StartAfter ?? '')
          : Buffer.from(token, 'base64url').toString('utf8')
      const keys = [...bucket.objects.keys()]
        .filter((key) => key.startsWith(Prefix) && key > after)
        .toSorted()
      const shown: string[] = []
      const folders = new Set<string>()
      let last: string | undefined
      for (const key of keys) {
        if (shown.length + folders.size >= MaxKeys) break
        const end = Delimiter === undefined ? -1 : key.indexOf(Delimiter, Prefix.length)
        if (Delimiter === undefined || end < 0) shown.push(key)
        else folders.add(key.slice(0, end + Delimiter.length))
        last = key
      }
      const more = last !== undefined && last !== keys.at(-1)
      return {
        Name: bucket.name,
        Prefix,
        ...(Delimiter !== undefined && { Delimiter }),
        MaxKeys,
        KeyCount: shown.length + folders.size,
        IsTruncated: more,
        ...(token !== undefined && { ContinuationToken: token }),
        ...(more && { NextContinuationToken: Buffer.from(last ?? '').toString('base64url') }),
        Contents: shown.flatMap((key) => {
          const object = bucket.objects.get(key)
          if (object === undefined) return []
          return {
            Key: key,
            LastModified: new Date(object.modified),
            ETag: etag(object),
            Size: bytesOf(object).byteLength,
            StorageClass: 'STANDARD',
          }
        }),
        CommonPrefixes: [...folders].map((folder) => ({ Prefix: folder })),
      }
    },
  },

  GetObject: {
    action: 's3:GetObject',
    run(raw, call) {
      const input = keyed
        .extend({ Range: z.string().optional(), IfMatch: z.string().optional() })
        .parse(raw)
      const object = openBucket(call, 's3:GetObject', input).objects.get(input.Key)
      if (object === undefined)
        throw new AwsError('NoSuchKey', 'The specified key does not exist.', {
          status: 404,
          details: { Key: input.Key },
        })
      if (input.IfMatch !== undefined && input.IfMatch !== etag(object))
        throw new AwsError(
          'PreconditionFailed',
          'At least one of the pre-conditions you specified did not hold',
          { details: { Condition: 'If-Match' } },
        )
      const bytes = bytesOf(object)
      const part = partOf(input.Range, bytes.byteLength)
      const body = part ? bytes.subarray(part[0], part[1] + 1) : bytes
      return {
        Body: body,
        AcceptRanges: 'bytes',
        ...(part && { ContentRange: `bytes ${part[0]}-${part[1]}/${bytes.byteLength}` }),
        ContentLength: body.byteLength,
        ContentType: 'application/octet-stream',
        ETag: etag(object),
        LastModified: new Date(object.modified),
      }
    },
  },

  DeleteObject: {
    action: 's3:DeleteObject',
    run(raw, call) {
      const input = keyed.parse(raw)
      openBucket(call, 's3:DeleteObject', input).objects.delete(input.Key)
      return {}
    },
  },

  DeleteObjects: {
    action: 's3:DeleteObject',
    run(raw, call) {
      const { Delete, ...input } = named
        .extend({
          Delete: z.object({
            Objects: z.array(z.object({ Key: z.string() })),
            Quiet: z.boolean().default(false),
          }),
        })
        .parse(raw)
      for (const { Key } of Delete.Objects)
        openBucket(call, 's3:DeleteObject', { ...input, Key }).objects.delete(Key)
      return { Deleted: Delete.Quiet ? [] : Delete.Objects.map(({ Key }) => ({ Key })) }
    },
  },
}
