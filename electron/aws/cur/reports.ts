import {
  DescribeReportDefinitionsCommand,
  PutReportDefinitionCommand,
} from '@aws-sdk/client-cost-and-usage-report-service'
import { z } from 'zod'
import { namespaceOf } from '../../contract/bucket-namespace.ts'
import { fail } from '../../errors/failure.ts'
import { once } from '../../base/once.ts'
import { reportClient } from '../client/clients.ts'
import { REGION } from '../client/regions.ts'
import type { Access } from '../client/clients.ts'
import { tagsFor } from '../client/own-tags.ts'
import { judge, parsePrefix, parseReportName } from './report-verdict.ts'
import { pageWatch } from '../client/pages.ts'
import { awsCode, awsMessage, parseReply, withSignal } from '../client/reply.ts'

/** A report definition, and how its last delivery went. */
export type Report = {
  readonly name: string
  readonly timeUnit: string
  readonly format: string
  readonly compression: string
  readonly schemaElements: readonly string[]
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly artifacts: readonly string[]
  readonly refreshClosedReports: boolean
  readonly versioning: string
  /** Milliseconds since the epoch; null before the first delivery. */
  readonly lastDelivery: number | null
  /** `SUCCESS`, `ERROR_PERMISSIONS`, `ERROR_NO_BUCKET`, or '' before the first delivery. */
  readonly lastStatus: string
}
export type NewReport = {
  readonly name: string
  readonly bucket: string
  readonly prefix: string
  /** Whom it is tagged for. */
  readonly connectionId?: string
}
export type Reports = {
  readonly list: (signal?: AbortSignal) => Promise<Report[]>
  /**
   * Defines a report as Eco needs it; harmless to repeat. Throws `report-name-taken`,
   * `report-limit`, `report-bucket-refused`, `report-namespace-refused`, `report-rejected`,
   * `report-name-invalid`, `report-prefix-invalid`.
   */
  readonly define: (report: NewReport, signal?: AbortSignal) => Promise<void>
}

/** Reports per account. Source: AWS CUR User Guide, "Quotas and restrictions". */
export const REPORT_LIMIT = 5
/** The API's model says "at most 5", and its service takes nothing else. */
const PAGE_SIZE = 5

const strings = z.array(z.string()).default([])
const definitionSchema = z.object({
  ReportName: z.string(),
  TimeUnit: z.string().default(''),
  Format: z.string().default(''),
  Compression: z.string().default(''),
  AdditionalSchemaElements: strings,
  S3Bucket: z.string().default(''),
  S3Prefix: z.string().default(''),
  S3Region: z.string().default(''),
  AdditionalArtifacts: strings,
  RefreshClosedReports: z.boolean().default(false),
  ReportVersioning: z.string().default(''),
  // Newer than the client's types, which let unknown members through.
  ReportStatus: z
    .object({ lastDelivery: z.string().default(''), lastStatus: z.string().default('') })
    .default({ lastDelivery: '', lastStatus: '' }),
})
const pageSchema = z.object({
  ReportDefinitions: z.array(definitionSchema).default([]),
  NextToken: z.string().optional(),
})

/** `20260131T120000Z` or `…+0100` as milliseconds since the epoch; null for anything else. */
export function parseDelivery(text: string): number | null {
  const [, year, month, day, hour, minute, second, zone] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})$/.exec(text) ?? []
  if (zone === undefined) return null
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(time) ? null : time
}

const reportFrom = (definition: z.infer<typeof definitionSchema>): Report => ({
  name: definition.ReportName,
  timeUnit: definition.TimeUnit,
  format: definition.Format,
  compression: definition.Compression,
  schemaElements: definition.AdditionalSchemaElements,
  bucket: definition.S3Bucket,
  prefix: definition.S3Prefix,
  region: definition.S3Region,
  artifacts: definition.AdditionalArtifacts,
  refreshClosedReports: definition.RefreshClosedReports,
  versioning: definition.ReportVersioning,
  lastDelivery: parseDelivery(definition.ReportStatus.lastDelivery),
  lastStatus: definition.ReportStatus.lastStatus,
})

/** Eco's requirements as a definition. `Tags` is newer than the client's types. */
const inputFor = ({ name, bucket, prefix, connectionId = '' }: NewReport) => ({
  ReportDefinition: {
    ReportName: name,
    TimeUnit: 'HOURLY',
    Format: 'Parquet',
    Compression: 'Parquet',
    AdditionalSchemaElements: ['RESOURCES'],
    S3Bucket: bucket,
    S3Prefix: prefix,
    S3Region: REGION,
    AdditionalArtifacts: ['ATHENA'],
    RefreshClosedReports: true,
    ReportVersioning: 'OVERWRITE_REPORT',
  },
  Tags: tagsFor(connectionId),
})

/** What `PutReportDefinition` can say of its bucket, in whatever words. Source: its model. */
const MAY_MEAN_BUCKET = ['ValidationException', 'ResourceNotFoundException']

function explain(error: unknown, { name, bucket }: NewReport): unknown {
  const facts = { report: name, bucket }
  const message = awsMessage(error)
  // Nobody has seen yet whether reports go to such buckets, nor how AWS would say that they do not.
  if (namespaceOf(bucket) && MAY_MEAN_BUCKET.includes(awsCode(error)))
    return fail(
      'report-namespace-refused',
      { ...facts, message },
      { field: 'bucketName', cause: error },
    )
  switch (awsCode(error)) {
    case 'DuplicateReportNameException':
      return fail('report-name-taken', facts, { field: 'reportName', cause: error })
    case 'ReportLimitReachedException':
      return fail('report-limit', { ...facts, limit: String(REPORT_LIMIT) }, { cause: error })
    case 'ValidationException':
      // AWS's sentence is this one, or none at all, when it could not write to the bucket.
      return /bucket/i.test(message) || /^(|ValidationException|UnknownError)$/.test(message)
        ? fail('report-bucket-refused', facts, { field: 'bucketName', cause: error })
        : fail('report-rejected', { ...facts, message }, { cause: error })
    case 'ResourceNotFoundException':
      return fail('report-gone', facts, { cause: error })
    default:
      return error
  }
}

export function createReports(access: Access): Reports {
  const client = once(() => reportClient(access))

  const list = async (signal?: AbortSignal): Promise<Report[]> => {
    const reports: Report[] = []
    const watch = pageWatch('cur', 'DescribeReportDefinitions')
    let token: string | undefined
    do {
      const command = new DescribeReportDefinitionsCommand({
        MaxResults: PAGE_SIZE,
        ...(token === undefined ? {} : { NextToken: token }),
      })
      const reply = await client().send(command, withSignal(signal))
      const page = parseReply(pageSchema, reply, 'cur', 'DescribeReportDefinitions')
      reports.push(...page.ReportDefinitions.map(reportFrom))
      token = page.NextToken === '' ? undefined : page.NextToken
      watch(token)
    } while (token !== undefined)
    return reports
  }

  /** Whether the report of that name is the one we asked for, by a reply that got lost. */
  const isThere = async (wanted: NewReport, signal?: AbortSignal): Promise<boolean> => {
    const found = (await list(signal)).find(({ name }) => name === wanted.name)
    return (
      found !== undefined &&
      found.bucket === wanted.bucket &&
      found.prefix === wanted.prefix &&
      judge(found).fits
    )
  }

  return {
    list,
    async define(report, signal) {
      const wanted = {
        ...report,
        name: parseReportName(report.name),
        prefix: parsePrefix(report.prefix),
      }
      const input = inputFor(wanted)
      try {
        await client().send(new PutReportDefinitionCommand(input), withSignal(signal))
      } catch (error) {
        const duplicate = awsCode(error) === 'DuplicateReportNameException'
        if (duplicate && (await isThere(wanted, signal))) return
        throw explain(error, wanted)
      }
    },
  }
}
