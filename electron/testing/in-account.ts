import { createHash } from 'node:crypto'
import {
  parsePolicy,
  type Account,
  type Bucket,
  type PolicyDocument,
  type World,
} from '../../e2e/simulator/index.ts'

/** What a page says, without its markup: one space between words. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<(?!\/?bdi)[^>]*>/g, ' ')
    .replaceAll(/<\/?bdi>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

/** How the plan says what AWS's own values of a report mean. */
const REPORT_WORDS: Readonly<Record<string, string>> = {
  HOURLY: 'Hourly detail: Hourly',
  RESOURCES: 'Resource IDs: Included',
  true: 'Refresh of closed months: Switched on',
  ATHENA: 'Amazon Athena integration: Switched on',
  OVERWRITE_REPORT: 'Overwrite existing report: Overwrite',
  Parquet: 'Parquet files: Parquet',
}
const wordFor = (value: unknown): string =>
  REPORT_WORDS[String(value)] ?? `no word for ${String(value)}`

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const actionsIn = ({ Statement }: PolicyDocument): string[] =>
  Statement.flatMap(({ Action }) => list(Action))

const tagLines = (tags: Readonly<Record<string, string>>): string[] =>
  Object.entries(tags)
    // The stack's fingerprint stands in the plan once, as that of the template.
    .map(([key, value]) => (key === 'eco-connect-template' ? value : `${key}: ${value}`))

/**
 * What there is in an account of the simulator by now, in the words in which a plan in English has to have
 * announced it: names, settings, tags, permissions. Read from AWS's side only.
 */
export function inAccount(world: World, accountId: string): readonly string[] {
  const account = world.accounts.get(accountId)
  if (!account) throw new Error(`no account ${accountId}`)
  return [
    ...account.reports.flatMap((report) => ofReport(report, world.buckets)),
    ...account.stacks.flatMap((stack) => ofStack(stack, account)),
  ]
}

function ofReport(
  { definition, tags }: Account['reports'][number],
  buckets: ReadonlyMap<string, Bucket>,
): string[] {
  const bucket = buckets.get(definition.S3Bucket)
  if (!bucket) throw new Error(`no bucket ${definition.S3Bucket}`)
  const { publicAccessBlock: blocked, encryption } = bucket
  const isClosed = blocked !== undefined && Object.values(blocked).every(Boolean)
  const policy = parsePolicy(bucket.policy ?? '{"Statement":[]}')
  const services = policy.Statement.flatMap(({ Principal }) =>
    typeof Principal === 'object' ? Object.values(Principal).flat() : [],
  )
  return [
    definition.ReportName,
    `Folder: ${definition.S3Prefix}.`,
    wordFor(definition.TimeUnit),
    ...definition.AdditionalSchemaElements.map(wordFor),
    wordFor(definition.RefreshClosedReports),
    ...definition.AdditionalArtifacts.map(wordFor),
    wordFor(definition.ReportVersioning),
    wordFor(definition.Format),
    wordFor(definition.Compression),
    ...tagLines(tags),
    bucket.name,
    `In ${bucket.region}`,
    isClosed ? 'Closed to the public: all four' : 'bucket is open',
    (encryption?.algorithm ?? 'AES256') === 'AES256' ? 'SSE-S3' : 'other encryption',
    ...tagLines(bucket.tags),
    policy.Statement.length === 2 ? 'Two statements' : `${policy.Statement.length} statements`,
    ...services,
    ...actionsIn(policy),
  ]
}

function ofStack(
  { name, region, tags, templateBody, resources }: Account['stacks'][number],
  { roles, policies }: Account,
): string[] {
  const ids = [...resources.values()].map(({ physicalId }) => physicalId)
  const made = [...policies.values()].filter(({ arn }) => ids.includes(arn))
  const theirs = [...roles.values()].filter((role) => ids.includes(role.name))
  const count = made.flatMap(({ document }) => actionsIn(document)).length
  return [
    name,
    `In ${region}.`,
    ...tagLines(tags),
    createHash('sha256').update(templateBody).digest('hex'),
    ...made.map((policy) => policy.name),
    `${count} permissions in all`,
    ...theirs.flatMap((role) => [
      role.name,
      ...role.trust.Statement.flatMap(({ Principal }) =>
        typeof Principal === 'object' ? Object.values(Principal).flat() : [],
      ).map((arn) => arn.split(':')[4] ?? arn),
      ...role.trust.Statement.flatMap(({ Condition }) =>
        Object.values(Condition ?? {}).flatMap((one) => Object.values(one).map(String)),
      ).map((id) => `External ID: ${id}.`),
    ]),
  ]
}
