import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { applies, policySchema, statementsOf } from '../iam/policy-document.ts'
import type { PolicyStatement, ServiceRequest } from '../iam/policy-document.ts'

/** `depends`: it is allowed, and forbidden under a condition that only AWS can judge. */
export type DeliveryVerdict = 'allowed' | 'not-allowed' | 'denied' | 'depends'

/** S3's limit for a bucket policy, in bytes. Source: S3 User Guide, "Bucket policies". */
const LIMIT = 20_480
const SERVICE = 'billingreports.amazonaws.com'
/** Written by AWS when a report is defined. */
const TEST_OBJECT = 'aws-programmatic-access-test-object'

/** Where a report of this name lands: a statement may be about its folder only. */
export type ReportFolder = { readonly prefix: string; readonly name: string }

/** Stands for any report, as long as none is named. */
const SOME_REPORT: ReportFolder = { prefix: 'reports', name: 'report' }

/**
 * One object of each kind that AWS writes for a report, in some month. Source: CUR User Guide,
 * "Athena specifications" and "Cost and Usage Report delivery timeline".
 */
function objectsOf({ prefix, name }: ReportFolder): string[] {
  const folder = `${prefix}/${name}`
  return [
    TEST_OBJECT,
    `${folder}/20260101-20260201/${name}-Manifest.json`,
    `${folder}/${name}/year=2026/month=1/${name}-00001.snappy.parquet`,
  ]
}

const sourceArn = (accountId: string): string => `arn:aws:cur:us-east-1:${accountId}:definition/*`

/**
 * The calls that delivering a report takes: no more than what AWS itself allows where it makes the
 * policy. Source: Data Exports User Guide, "Setting up an Amazon S3 bucket for data exports".
 */
function deliveries(
  bucket: string,
  accountId: string,
  { document }: Read,
  report: ReportFolder = SOME_REPORT,
): ServiceRequest[] {
  const arn = `arn:aws:s3:::${bucket}`
  const context = {
    'aws:sourceaccount': accountId,
    'aws:resourceaccount': accountId,
    's3:resourceaccount': accountId,
    'aws:requestedregion': 'us-east-1',
    'aws:sourcearn': sourceArn(accountId),
    'aws:securetransport': 'true',
    'aws:principalisawsservice': 'true',
    'aws:principalservicename': SERVICE,
    // AWS may carry further names of the service, which no statement is known to be about.
    'aws:principalservicenameslist': [SERVICE],
    'aws:viaawsservice': 'false',
  }
  const request = (action: string, resource: string): ServiceRequest => ({
    service: SERVICE,
    action,
    resource,
    variables: document['Version'] === '2012-10-17',
    context,
  })
  return [
    request('s3:GetBucketPolicy', arn),
    ...objectsOf(report).map((key) => request('s3:PutObject', `${arn}/${key}`)),
  ]
}

/**
 * What the app adds. The older page of AWS's guide has `s3:GetBucketAcl` too: it is given, and not
 * demanded. Source: CUR User Guide, "Setting up an S3 bucket".
 */
function ours(bucket: string, accountId: string, taken: ReadonlySet<string>): object[] {
  const arn = `arn:aws:s3:::${bucket}`
  const sid = (name: string): string => {
    let free = name
    for (let next = 2; taken.has(free); next += 1) free = `${name}${next}`
    return free
  }
  const statement = (name: string, actions: string | string[], resource: string): object => ({
    Sid: sid(name),
    Effect: 'Allow',
    Principal: { Service: SERVICE },
    Action: actions,
    Resource: resource,
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId, 'aws:SourceArn': sourceArn(accountId) },
    },
  })
  return [
    statement('EcoConnectReportBucket', ['s3:GetBucketAcl', 's3:GetBucketPolicy'], arn),
    statement('EcoConnectReportObjects', 's3:PutObject', `${arn}/*`),
  ]
}

type Read = {
  /** The policy as it is written, its members in their order. */
  readonly document: Readonly<Record<string, unknown>>
  readonly written: readonly object[]
  readonly statements: PolicyStatement[]
}

const documentSchema = z.record(z.string(), z.unknown())

function read(policy: string, bucket: string): Read {
  try {
    const json: unknown = JSON.parse(policy)
    const parsed = policySchema.parse(json)
    return {
      document: documentSchema.parse(json),
      written: [parsed.Statement].flat(),
      statements: statementsOf(parsed),
    }
  } catch (cause) {
    throw fail('bucket-policy-unreadable', { bucket }, { cause })
  }
}

const some = (
  statements: PolicyStatement[],
  effect: 'Allow' | 'Deny',
  request: ServiceRequest,
  answer: 'yes' | 'unknown' = 'yes',
): boolean =>
  statements.some(
    (statement) => statement.Effect === effect && applies(statement, request) === answer,
  )

/**
 * Whether AWS may deliver this report into the bucket, or any where none is named, by its policy (null:
 * it has none). `denied` means that a statement forbids it, which no added statement can undo. Throws
 * `bucket-policy-unreadable`.
 */
export function deliveryVerdict(
  policy: string | null,
  bucket: string,
  accountId: string,
  report?: ReportFolder,
): DeliveryVerdict {
  if (policy === null) return 'not-allowed'
  const found = read(policy, bucket)
  const { statements } = found
  const calls = deliveries(bucket, accountId, found, report)
  if (calls.some((call) => some(statements, 'Deny', call))) return 'denied'
  if (!calls.every((call) => some(statements, 'Allow', call))) return 'not-allowed'
  return calls.some((call) => some(statements, 'Deny', call, 'unknown')) ? 'depends' : 'allowed'
}

/** A statement of a policy: its name, or '', and its place, counted from 1. */
export type StatementPlace = { readonly sid: string; readonly position: number }

/**
 * The first statement that forbids AWS to deliver, else the first of which that is not known. Throws
 * `bucket-policy-unreadable`.
 */
export function denyingStatement(
  policy: string | null,
  bucket: string,
  accountId: string,
  report?: ReportFolder,
): StatementPlace | null {
  if (policy === null) return null
  const found = read(policy, bucket)
  const calls = deliveries(bucket, accountId, found, report)
  const first = (answer: 'yes' | 'unknown'): number =>
    found.statements.findIndex((one) => calls.some((call) => some([one], 'Deny', call, answer)))
  const at = [first('yes'), first('unknown')].find((place) => place >= 0)
  return at === undefined ? null : { sid: found.statements[at]?.Sid ?? '', position: at + 1 }
}

/**
 * The policy with delivery allowed: the statements that are there, untouched and in their order,
 * then ours. Unchanged, byte for byte, when they allow it already. Throws
 * `bucket-policy-unreadable`, `bucket-policy-too-large`.
 */
export function mergeDeliveryPolicy(
  existing: string | null,
  bucket: string,
  accountId: string,
  report?: ReportFolder,
): { policy: string; changed: boolean } {
  const found: Read =
    existing === null
      ? { document: { Version: '2012-10-17' }, written: [], statements: [] }
      : read(existing, bucket)
  const { document, written, statements } = found
  const calls = deliveries(bucket, accountId, found, report)
  if (existing !== null && calls.every((call) => some(statements, 'Allow', call)))
    return { policy: existing, changed: false }
  const sids = new Set(statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid])))
  const policy = JSON.stringify({
    ...document,
    Statement: [...written, ...ours(bucket, accountId, sids)],
  })
  const bytes = Buffer.byteLength(policy)
  if (bytes > LIMIT)
    throw fail('bucket-policy-too-large', { bucket, bytes: String(bytes), limit: String(LIMIT) })
  return { policy, changed: true }
}
