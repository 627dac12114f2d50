import type { ReportVerdict, RequirementVerdict } from '../../contract/ask/cost-report.ts'
import { fail } from '../../errors/failure.ts'
import { REGION } from '../client/regions.ts'
import type { Report } from './reports.ts'

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

/**
 * Eco's requirements, one by one. Extra schema elements do no harm.
 * Source: Spot's documentation, "Connect your AWS account", and the CUR API's `ReportDefinition`.
 */
function requirements(report: Report): RequirementVerdict[] {
  const resources = report.schemaElements.includes('RESOURCES')
  return [
    { id: 'hourly', met: report.timeUnit === 'HOURLY', found: report.timeUnit },
    { id: 'resource-ids', met: resources, found: report.schemaElements.join(', ') },
    {
      id: 'refresh',
      met: report.refreshClosedReports,
      found: yesNo(report.refreshClosedReports),
    },
    {
      id: 'athena',
      met: report.artifacts.includes('ATHENA'),
      found: report.artifacts.join(', '),
    },
    {
      id: 'overwrite',
      met: report.versioning === 'OVERWRITE_REPORT',
      found: report.versioning,
    },
    {
      id: 'parquet',
      met: report.format === 'Parquet' && report.compression === 'Parquet',
      found: [...new Set([report.format, report.compression])].filter(Boolean).join(' / '),
    },
    { id: 'region', met: report.region === REGION, found: report.region },
    { id: 'prefix', met: report.prefix !== '', found: report.prefix },
  ]
}

/** Whether Eco can read this report as it is, and if not, what it lacks. */
export function judge(report: Report): ReportVerdict {
  const verdicts = requirements(report)
  return {
    name: report.name,
    bucket: report.bucket,
    prefix: report.prefix,
    region: report.region,
    fits: verdicts.every(({ met }) => met),
    requirements: verdicts,
    lastStatus: report.lastStatus,
  }
}

/** What AWS takes for a report's name. Source: CUR API Reference, `ReportDefinition`. */
export const REPORT_NAME = /^[0-9A-Za-z!\-_.*'()]{1,256}$/
/** And for the prefix of its files. */
export const PREFIX = /^[0-9A-Za-z!\-_.*'()/]{1,256}$/

/** A report's name as typed. Throws `report-name-invalid` (field `reportName`). */
export function parseReportName(text: string): string {
  const name = text.trim()
  if (REPORT_NAME.test(name)) return name
  throw fail('report-name-invalid', { value: name }, { field: 'reportName' })
}

/** A folder without the slashes around it, as people type them. */
export function barePrefix(text: string): string {
  return text.trim().replaceAll(/^\/+|\/+$/g, '')
}

/** A prefix as typed, without slashes around it. Throws `report-prefix-invalid` (field `prefix`). */
export function parsePrefix(text: string): string {
  const prefix = barePrefix(text)
  if (PREFIX.test(prefix) && !prefix.includes('//')) return prefix
  throw fail('report-prefix-invalid', { value: text.trim() }, { field: 'prefix' })
}
