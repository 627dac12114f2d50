import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import type { ListObjectsV2CommandInput, S3Client } from '@aws-sdk/client-s3'
import { fail } from '../../errors/failure.ts'
import { once } from '../../base/once.ts'
import { s3Client } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { parseManifest } from './manifest.ts'
import { pageWatch } from '../client/pages.ts'
import { awsCode, withSignal } from '../client/reply.ts'

/** What AWS has delivered of a report, read from the manifest in its bucket. */
export type Delivery = {
  /** Key of the newest manifest. */
  readonly manifest: string
  /** First day of the billing period and the day after its last, as `YYYY-MM-DD`. */
  readonly periodStart: string
  readonly periodEnd: string
  /** Report files that the manifest names. */
  readonly files: number
  /** The key of one of them, '' where the manifest names none of this report's own. */
  readonly firstFile: string
  readonly columns: number
  /** `Parquet` for reports as Eco needs them. */
  readonly compression: string
  /** When AWS wrote the manifest, in milliseconds since the epoch. */
  readonly writtenAt: number
}
/** The report whose deliveries are looked for. */
type DeliveredReport = { readonly bucket: string; readonly prefix: string; readonly name: string }

export type Deliveries = {
  /**
   * The newest delivery of a report; null when there is none in the bucket. Throws `aws-denied…`
   * when this permission set may not look, and `delivery-unreadable`.
   */
  readonly latest: (
    report: DeliveredReport,
    accountId: string,
    signal?: AbortSignal,
  ) => Promise<Delivery | null>
  /**
   * Asks at once what `latest` asks one after the other: for the months of the report, and for the files of
   * the one in which AWS delivers at `now` (ms); then for the manifest that lies there.
   */
  readonly lookInto: (
    report: DeliveredReport,
    accountId: string,
    now: number,
    signal: AbortSignal,
  ) => Promise<unknown>
}

type Listed = { readonly key: string; readonly writtenAt: number }
type Found = { readonly key: string; readonly period: string; readonly writtenAt: number }

/** Pages of a thousand entries: a report has one folder per month, and few files beside them. */
const MOST_PAGES = 20
/** Months to look into, should the newest ones be without a manifest. */
const MOST_PERIODS = 3
const PERIOD = /\/(\d{8}-\d{8})\/$/
const MANIFEST = '-Manifest.json'

/**
 * Looks for what AWS has delivered. A report's folder holds one folder per billing period, named
 * `YYYYMMDD-YYYYMMDD`, with a manifest in each. Source: CUR User Guide, "Report files".
 */
export function createDeliveries(access: Access): Deliveries {
  const client = once(() => s3Client(access))

  return {
    async latest({ bucket: Bucket, prefix, name }, accountId, signal) {
      const input = { Bucket, ExpectedBucketOwner: accountId }
      const options = withSignal(signal)
      const within = (folder: string) => listed(client(), { ...input, Prefix: folder }, signal)

      const newest = async (): Promise<Found | null> => {
        const { folders } = await within(`${prefix}/${name}/`)
        const periods = folders
          .filter((folder) => PERIOD.test(folder))
          .toSorted()
          .toReversed()
        for (const folder of periods.slice(0, MOST_PERIODS)) {
          const manifest = newestManifest((await within(folder)).files)
          if (manifest) return { ...manifest, period: PERIOD.exec(folder)?.[1] ?? '' }
        }
        return null
      }

      const read = async (key: string): Promise<string> => {
        const facts = { bucket: Bucket, manifest: key }
        try {
          const reply = await client().send(new GetObjectCommand({ ...input, Key: key }), options)
          return (await reply.Body?.transformToString('utf-8')) ?? ''
        } catch (error) {
          if (awsCode(error) === 'InvalidObjectState')
            throw fail('delivery-unreadable', { ...facts, reason: 'archived' }, { cause: error })
          // Deleted between two requests.
          if (awsCode(error) === 'NoSuchKey')
            throw fail('delivery-unreadable', { ...facts, reason: 'gone' }, { cause: error })
          throw error
        }
      }

      const found = await newest().catch((error: unknown) => {
        if (awsCode(error) !== 'NoSuchBucket') throw error
        throw fail('bucket-missing', { bucket: Bucket }, { cause: error })
      })
      if (!found) return null
      const manifest = parseManifest(await read(found.key), found.period)
      if (!manifest)
        throw fail('delivery-unreadable', { bucket: Bucket, manifest: found.key, reason: 'text' })
      // A manifest is a file like any other: it leads nowhere but into the report's own folder.
      const isOwn = manifest.firstFile.startsWith(`${prefix}/${name}/`)
      const firstFile = isOwn ? manifest.firstFile : ''
      return { manifest: found.key, writtenAt: found.writtenAt, ...manifest, firstFile }
    },
    lookInto({ bucket: Bucket, prefix, name }, accountId, now, signal) {
      const folder = `${prefix}/${name}/`
      const input = { Bucket, ExpectedBucketOwner: accountId }
      const within = (Prefix: string) => listed(client(), { ...input, Prefix }, signal)
      const inside = async (): Promise<unknown> => {
        const manifest = newestManifest((await within(`${folder}${periodAt(now)}/`)).files)
        if (!manifest) return null
        const command = new GetObjectCommand({ ...input, Key: manifest.key })
        return client().send(command, withSignal(signal))
      }
      return Promise.all([within(folder), inside()])
    },
  }
}

const newestManifest = (files: readonly Listed[]): Listed | undefined =>
  files.filter(({ key }) => key.endsWith(MANIFEST)).toSorted((a, b) => b.writtenAt - a.writtenAt)[0]

/** A month's first delivery may take a day: until then the newest one lies in the month before. */
const SETTLING = 24 * 60 * 60 * 1000

/** The billing period, `YYYYMMDD-YYYYMMDD`, that is most likely the newest with a delivery. */
function periodAt(now: number): string {
  const settled = new Date(now - SETTLING)
  const monthAfter = (months: number): string =>
    new Date(Date.UTC(settled.getUTCFullYear(), settled.getUTCMonth() + months, 1))
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '')
  return `${monthAfter(0)}-${monthAfter(1)}`
}

/** What lies directly in a folder: its files, and the folders in it. */
async function listed(
  client: S3Client,
  folder: Pick<ListObjectsV2CommandInput, 'Bucket' | 'ExpectedBucketOwner' | 'Prefix'>,
  signal: AbortSignal | undefined,
) {
  const files: Listed[] = []
  const folders: string[] = []
  const watch = pageWatch('s3', 'ListObjectsV2')
  let token: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const command = new ListObjectsV2Command({
      ...folder,
      Delimiter: '/',
      ...(token === undefined ? {} : { ContinuationToken: token }),
    })
    const reply = await client.send(command, withSignal(signal))
    for (const { Key, LastModified } of reply.Contents ?? [])
      if (Key !== undefined) files.push({ key: Key, writtenAt: LastModified?.getTime() ?? 0 })
    for (const { Prefix } of reply.CommonPrefixes ?? [])
      if (Prefix !== undefined) folders.push(Prefix)
    token = reply.NextContinuationToken
    watch(token)
    if (token === undefined) break
  }
  return { files, folders }
}
