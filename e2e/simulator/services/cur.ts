import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'
import { isAccountRegional, letsReportsIn } from './s3-bucket.ts'

const reportsPerAccount = 5
const pageSize = 5

const definitionSchema = z.object({
  ReportName: z.string(),
  TimeUnit: z.enum(['HOURLY', 'DAILY', 'MONTHLY']),
  Format: z.enum(['textORcsv', 'Parquet']),
  Compression: z.enum(['ZIP', 'GZIP', 'Parquet']),
  AdditionalSchemaElements: z.array(z.string()),
  S3Bucket: z.string(),
  S3Prefix: z.string(),
  S3Region: z.string(),
  AdditionalArtifacts: z.array(z.enum(['REDSHIFT', 'QUICKSIGHT', 'ATHENA'])).default([]),
  RefreshClosedReports: z.boolean().default(true),
  ReportVersioning: z.enum(['CREATE_NEW_REPORT', 'OVERWRITE_REPORT']).default('CREATE_NEW_REPORT'),
  BillingViewArn: z.string().optional(),
})

export type ReportDefinition = z.infer<typeof definitionSchema>

export type Report = {
  definition: ReportDefinition
  created: number
  tags: Record<string, string>
  delivery:
    | { time: number; status: 'SUCCESS' | 'ERROR_PERMISSIONS' | 'ERROR_NO_BUCKET' }
    | undefined
}

const invalid = (message: string): AwsError => new AwsError('ValidationException', message)

const tagList = z.array(z.object({ Key: z.string(), Value: z.string() }))
const tagsFrom = (tags: z.infer<typeof tagList>): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]))

/** Combinations that AWS refuses. Source: CUR API reference, `ReportDefinition`. */
const checkCombination = (definition: ReportDefinition): void => {
  const { AdditionalArtifacts: artifacts, Format, Compression } = definition
  if ((Format === 'Parquet') !== (Compression === 'Parquet'))
    throw invalid('The format and the compression do not go together.')
  if (!artifacts.includes('ATHENA')) {
    if (Format === 'Parquet' && artifacts.length > 0)
      throw invalid('Parquet cannot be used with Redshift or QuickSight.')
    return
  }
  if (artifacts.length > 1) throw invalid('ATHENA cannot be used with other artifacts.')
  if (Format !== 'Parquet') throw invalid('ATHENA requires the Parquet format.')
  if (definition.ReportVersioning !== 'OVERWRITE_REPORT')
    throw invalid('ATHENA requires report versioning OVERWRITE_REPORT.')
  if (definition.S3Prefix === '') throw invalid('ATHENA requires a prefix.')
}

const checkBucket = (definition: ReportDefinition, { world, account, now }: SignedCall): void => {
  const bucket = world.buckets.get(definition.S3Bucket)
  const reachable =
    bucket !== undefined &&
    bucket.region === definition.S3Region &&
    bucket.owner === account.id &&
    (world.settings.reportsToAccountRegional !== false || !isAccountRegional(bucket.name)) &&
    letsReportsIn(bucket, account.id)
  if (!reachable) throw invalid('Failed to verify customer bucket permission.')
  bucket.objects.set('aws-programmatic-access-test-object', { body: '', modified: now })
}

const compactTime = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const shown = ({ definition, delivery }: Report): Record<string, unknown> => ({
  ...definition,
  // Before its first delivery a report has no status at all.
  ...(delivery && {
    ReportStatus: { lastDelivery: compactTime(delivery.time), lastStatus: delivery.status },
  }),
})

const reportOf = (call: SignedCall, name: string): Report => {
  const report = call.account.reports.find((one) => one.definition.ReportName === name)
  if (report === undefined)
    throw new AwsError('ResourceNotFoundException', `Report ${name} does not exist.`)
  return report
}

const definitionArn = (name: string, { account }: SignedCall): string =>
  `arn:aws:cur:us-east-1:${account.id}:definition/${name}`

const named = z.object({ ReportName: z.string() })

export const cur: Record<string, Operation> = {
  DescribeReportDefinitions: signedOperation({
    action: 'cur:DescribeReportDefinitions',
    input: z.object({ NextToken: z.string().optional() }),
    run({ NextToken }, { account }) {
      const start = NextToken === undefined ? 0 : Number(NextToken)
      const end = start + pageSize
      return {
        ReportDefinitions: account.reports.slice(start, end).map(shown),
        ...(end < account.reports.length && { NextToken: String(end) }),
      }
    },
  }),

  PutReportDefinition: signedOperation({
    action: 'cur:PutReportDefinition',
    input: z.object({ ReportDefinition: definitionSchema, Tags: tagList.default([]) }),
    resource: ({ ReportDefinition }, call) => definitionArn(ReportDefinition.ReportName, call),
    run({ ReportDefinition: definition, Tags }, call) {
      if (Tags.length > 0)
        call.authorise('cur:TagResource', definitionArn(definition.ReportName, call))
      const { reports } = call.account
      if (reports.some((report) => report.definition.ReportName === definition.ReportName))
        throw new AwsError(
          'DuplicateReportNameException',
          'A report with this name already exists in the account. Specify a different report name.',
        )
      if (reports.length >= reportsPerAccount)
        throw new AwsError(
          'ReportLimitReachedException',
          'This account already has five reports defined. To define a new report, you must delete an existing report.',
        )
      checkCombination(definition)
      checkBucket(definition, call)
      reports.push({ definition, created: call.now, tags: tagsFrom(Tags), delivery: undefined })
      return {}
    },
  }),

  DeleteReportDefinition: signedOperation({
    action: 'cur:DeleteReportDefinition',
    input: named,
    resource: ({ ReportName }, call) => definitionArn(ReportName, call),
    run({ ReportName }, { account }) {
      const at = account.reports.findIndex((one) => one.definition.ReportName === ReportName)
      if (at < 0) throw invalid(`Report ${ReportName} does not exist.`)
      account.reports.splice(at, 1)
      return { ResponseMessage: 'Deleted the report definition.' }
    },
  }),

  TagResource: signedOperation({
    action: 'cur:TagResource',
    input: named.extend({ Tags: tagList }),
    resource: ({ ReportName }, call) => definitionArn(ReportName, call),
    run({ ReportName, Tags }, call) {
      Object.assign(reportOf(call, ReportName).tags, tagsFrom(Tags))
      return {}
    },
  }),

  ListTagsForResource: signedOperation({
    action: 'cur:ListTagsForResource',
    input: named,
    resource: ({ ReportName }, call) => definitionArn(ReportName, call),
    run({ ReportName }, call) {
      const tags = Object.entries(reportOf(call, ReportName).tags)
      return { Tags: tags.map(([Key, Value]) => ({ Key, Value })) }
    },
  }),
}
