import { createHash } from 'node:crypto'
import type { Faults } from '../faults.ts'
import type { Bucket, StoredObject, World } from '../world.ts'
import type { Report } from './cur.ts'
import { reportParquet } from './cur-parquet.ts'
import { letsReportsIn } from './s3-bucket.ts'

const day = (time: Date): string => time.toISOString().slice(0, 10).replaceAll('-', '')

/** A few of the hundred columns of a report. */
const columns = [
  { category: 'identity', name: 'line_item_id', type: 'OptionalString' },
  { category: 'identity', name: 'time_interval', type: 'Interval' },
  { category: 'bill', name: 'payer_account_id', type: 'OptionalString' },
  { category: 'lineItem', name: 'usage_start_date', type: 'DateTime' },
  { category: 'lineItem', name: 'resource_id', type: 'OptionalString' },
  { category: 'lineItem', name: 'unblended_cost', type: 'OptionalBigDecimal' },
]

const HOUR = 60 * 60 * 1000

/** The report's lines since the month's beginning as Parquet, in base64; one line for each hour or day. */
const linesOf = ({ definition }: Report, start: number, time: number): string => {
  const unit = definition.TimeUnit === 'HOURLY' ? 'HOURLY' : 'DAILY'
  const past = Math.floor((time - start) / (unit === 'HOURLY' ? HOUR : 24 * HOUR))
  const resources = definition.AdditionalSchemaElements.includes('RESOURCES')
  const bytes = reportParquet({ start, lines: Math.max(past, 1), unit, resources })
  return Buffer.from(bytes).toString('base64')
}

/** The objects that AWS writes for one month, by their documented names. */
const objectsOf = (
  bucket: Bucket,
  report: Report,
  time: number,
): [string, Omit<StoredObject, 'modified'>][] => {
  const { ReportName: name, S3Prefix: prefix } = report.definition
  const delivered = new Date(time)
  const [year, month] = [delivered.getUTCFullYear(), delivered.getUTCMonth()]
  const [start, end] = [
    day(new Date(Date.UTC(year, month))),
    day(new Date(Date.UTC(year, month + 1))),
  ]
  const period = `${start}-${end}`
  const folder = `${prefix}/${name}`
  const data = `${folder}/${name}/year=${year}/month=${month + 1}/${name}-00001.snappy.parquet`
  const manifest = JSON.stringify({
    assemblyId: `${period}-0001`,
    account: bucket.owner,
    columns,
    charset: 'UTF-8',
    compression: report.definition.Compression,
    contentType: report.definition.Format,
    reportId: createHash('sha256').update(name).digest('hex'),
    reportName: name,
    billingPeriod: { start: `${start}T000000.000Z`, end: `${end}T000000.000Z` },
    bucket: bucket.name,
    reportKeys: [data],
    additionalArtifactKeys: [],
  })
  return [
    [data, { body: linesOf(report, Date.UTC(year, month), time), encoding: 'base64' }],
    [`${folder}/${period}/${name}-Manifest.json`, { body: manifest }],
    [`${folder}/crawler-cfn.yml`, { body: "AWSTemplateFormatVersion: '2010-09-09'\n" }],
  ]
}

const deliver = (
  report: Report,
  accountId: string,
  world: World,
  faults: Faults,
  time: number,
): void => {
  const bucket = world.buckets.get(report.definition.S3Bucket)
  const objects = bucket === undefined ? [] : objectsOf(bucket, report, time)
  const keys = objects.map(([key]) => key)
  const failure =
    faults.forDelivery() ??
    (bucket === undefined
      ? 'ERROR_NO_BUCKET'
      : letsReportsIn(bucket, accountId, keys)
        ? undefined
        : 'ERROR_PERMISSIONS')
  report.delivery = { time, status: failure ?? 'SUCCESS' }
  if (failure !== undefined) return
  for (const [key, object] of objects) bucket?.objects.set(key, { ...object, modified: time })
}

/**
 * Makes the first deliveries that were due by now. AWS delivers several times a day: of a report that
 * is older than that, the last delivery is a recent one.
 */
export const deliverReports = (world: World, faults: Faults, now: number): void => {
  for (const account of world.accounts.values()) {
    for (const report of account.reports) {
      const due = report.created + world.settings.deliverySeconds * 1000
      if (report.delivery === undefined && due <= now)
        deliver(report, account.id, world, faults, Math.max(due, now - 3 * HOUR))
    }
  }
}
