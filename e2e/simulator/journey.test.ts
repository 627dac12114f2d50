import {
  DescribeReportDefinitionsCommand,
  PutReportDefinitionCommand,
} from '@aws-sdk/client-cost-and-usage-report-service'
import type { ReportDefinition } from '@aws-sdk/client-cost-and-usage-report-service'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manualClock, scenarios, startSimulator } from './index.ts'
import type { ManualClock, Simulator } from './index.ts'
import { awsClients } from './test-session.ts'
import type { AwsClients } from './test-session.ts'
import { signInToConsole } from './test-signin.ts'

const payer = '418207315602'
const bucket = `spot-eco-cur-${payer}`

const deliveryPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'billingreports.amazonaws.com' },
      Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
      Resource: `arn:aws:s3:::${bucket}`,
      Condition: {
        StringEquals: {
          'aws:SourceAccount': payer,
          'aws:SourceArn': `arn:aws:cur:us-east-1:${payer}:definition/*`,
        },
      },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'billingreports.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${bucket}/*`,
    },
  ],
})

const report: ReportDefinition = {
  ReportName: 'spot-eco',
  TimeUnit: 'HOURLY',
  Format: 'Parquet',
  Compression: 'Parquet',
  AdditionalSchemaElements: ['RESOURCES'],
  S3Bucket: bucket,
  S3Prefix: 'eco',
  S3Region: 'us-east-1',
  AdditionalArtifacts: ['ATHENA'],
  RefreshClosedReports: true,
  ReportVersioning: 'OVERWRITE_REPORT',
}

describe('the account, the bucket and the report', () => {
  let simulator: Simulator
  let clock: ManualClock
  let aws: AwsClients

  beforeEach(async () => {
    clock = manualClock()
    simulator = await startSimulator({ scenario: 'fresh', clock })
    aws = await awsClients(simulator, {
      accountId: payer,
      permissionSet: 'AdministratorAccess',
    })
  })

  afterEach(async () => {
    expect(simulator.violations).toEqual([])
    await simulator.stop()
  })

  /** Role credentials last an hour, so a later look at the world begins with new ones. */
  const laterBy = async (ms: number): Promise<void> => {
    clock.advance(ms)
    aws = await awsClients(simulator, { accountId: payer, permissionSet: 'AdministratorAccess' })
  }

  const prepareBucket = async (): Promise<void> => {
    await aws.s3.send(new CreateBucketCommand({ Bucket: bucket }))
    await aws.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: deliveryPolicy }))
  }

  it('names the caller and the management account', async () => {
    const caller = await aws.sts.send(new GetCallerIdentityCommand({}))
    expect(caller.Account).toBe(payer)
    expect(caller.Arn).toMatch(
      /^arn:aws:sts::418207315602:assumed-role\/AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}\/dana\.levi$/,
    )
    const { Organization } = await aws.organizations.send(new DescribeOrganizationCommand({}))
    expect(Organization?.MasterAccountId).toBe(payer)
  })

  it('says when no organization is in use', async () => {
    simulator.world.organization = undefined
    await expect(aws.organizations.send(new DescribeOrganizationCommand({}))).rejects.toMatchObject(
      {
        name: 'AWSOrganizationsNotInUseException',
      },
    )
  })

  it('makes a bucket and reads every setting back', async () => {
    await prepareBucket()
    await aws.s3.send(
      new PutPublicAccessBlockCommand({
        Bucket: bucket,
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
      }),
    )
    await aws.s3.send(
      new PutBucketTaggingCommand({
        Bucket: bucket,
        Tagging: { TagSet: [{ Key: 'made-by', Value: 'Eco & Connect <1>' }] },
      }),
    )
    const { Buckets = [] } = await aws.s3.send(new ListBucketsCommand({}))
    expect(Buckets.map((one) => one.Name)).toContain(bucket)
    const location = await aws.s3.send(new GetBucketLocationCommand({ Bucket: bucket }))
    expect(location.LocationConstraint).toBeFalsy()
    const { Policy } = await aws.s3.send(new GetBucketPolicyCommand({ Bucket: bucket }))
    expect(Policy).toBe(deliveryPolicy)
    const block = await aws.s3.send(new GetPublicAccessBlockCommand({ Bucket: bucket }))
    expect(block.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: false,
      RestrictPublicBuckets: false,
    })
    const encryption = await aws.s3.send(new GetBucketEncryptionCommand({ Bucket: bucket }))
    const [rule] = encryption.ServerSideEncryptionConfiguration?.Rules ?? []
    expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256')
    expect(simulator.world.buckets.get(bucket)?.tags).toEqual({ 'made-by': 'Eco & Connect <1>' })
  })

  it('answers for the buckets of others and of other regions as S3 does', async () => {
    const foreign = new HeadBucketCommand({ Bucket: 'spotinst-cur-report' })
    await expect(aws.s3.send(foreign)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
    const elsewhere = new HeadBucketCommand({ Bucket: 'northwind-analytics-eu' })
    await expect(aws.s3.send(elsewhere)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 301 },
    })
    const missing = new HeadBucketCommand({ Bucket: 'nobody-has-this' })
    await expect(aws.s3.send(missing)).rejects.toMatchObject({ name: 'NotFound' })
    const taken = new CreateBucketCommand({ Bucket: 'spotinst-cur-report' })
    await expect(aws.s3.send(taken)).rejects.toMatchObject({ name: 'BucketAlreadyExists' })
    const policy = new GetBucketPolicyCommand({ Bucket: 'northwind-analytics-eu' })
    await expect(aws.s3.send(policy)).rejects.toMatchObject({ name: 'PermanentRedirect' })
    const location = new GetBucketLocationCommand({ Bucket: 'northwind-analytics-eu' })
    expect((await aws.s3.send(location)).LocationConstraint).toBe('eu-west-1')
    const owner = { Bucket: 'northwind-billing-archive', ExpectedBucketOwner: '111122223333' }
    await expect(aws.s3.send(new GetBucketPolicyCommand(owner))).rejects.toMatchObject({
      name: 'AccessDenied',
    })
    const notifications = await aws.s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket: 'northwind-billing-archive' }),
    )
    expect(notifications.QueueConfigurations).toHaveLength(1)
  })

  it('lets an owner create a bucket of us-east-1 twice', async () => {
    await prepareBucket()
    await aws.s3.send(new CreateBucketCommand({ Bucket: bucket }))
  })

  it('defines a report, delivers it on time and lists its objects', async () => {
    await prepareBucket()
    await aws.cur.send(new PutReportDefinitionCommand({ ReportDefinition: report }))
    const first = await aws.cur.send(new DescribeReportDefinitionsCommand({}))
    expect(first.ReportDefinitions).toEqual([report])

    await laterBy(6 * 3_600_000)
    const later = await aws.cur.send(new DescribeReportDefinitionsCommand({}))
    expect(later.ReportDefinitions?.[0]).toMatchObject({ ReportStatus: { lastStatus: 'SUCCESS' } })

    const { Contents = [] } = await aws.s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'eco/spot-eco/' }),
    )
    const keys = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]))
    expect(keys).toHaveLength(3)
    const manifest = keys.find((key) => key.endsWith('spot-eco-Manifest.json')) ?? ''
    const object = await aws.s3.send(new GetObjectCommand({ Bucket: bucket, Key: manifest }))
    expect(await object.Body?.transformToString()).toContain('"reportName":"spot-eco"')
  })

  it('refuses a report that cannot be delivered, is a duplicate, or is one too many', async () => {
    const put = (fields: Partial<ReportDefinition> = {}) =>
      aws.cur.send(new PutReportDefinitionCommand({ ReportDefinition: { ...report, ...fields } }))
    await expect(put()).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Failed to verify customer bucket permission.',
    })
    await prepareBucket()
    await expect(put({ S3Prefix: '' })).rejects.toMatchObject({ name: 'ValidationException' })
    await put()
    await expect(put()).rejects.toMatchObject({ name: 'DuplicateReportNameException' })
    for (const name of ['b', 'c', 'd', 'e']) await put({ ReportName: name })
    await expect(put({ ReportName: 'f' })).rejects.toMatchObject({
      name: 'ReportLimitReachedException',
    })
  })

  it('marks a delivery that fails', async () => {
    await prepareBucket()
    await aws.cur.send(new PutReportDefinitionCommand({ ReportDefinition: report }))
    simulator.world.buckets.delete(bucket)
    await laterBy(6 * 3_600_000)
    const { ReportDefinitions } = await aws.cur.send(new DescribeReportDefinitionsCommand({}))
    expect(ReportDefinitions?.[0]).toMatchObject({
      ReportStatus: { lastStatus: 'ERROR_NO_BUCKET' },
    })
  })

  it('records calls without secrets', async () => {
    await aws.s3.send(new ListBucketsCommand({}))
    expect(simulator.requests.at(-1)).toMatchObject({
      service: 's3',
      operation: 'ListBuckets',
      action: 's3:ListAllMyBuckets',
      accountId: payer,
      status: 200,
    })
    const written = JSON.stringify(simulator.requests)
    expect(written).not.toContain(aws.credentials.sessionToken)
    for (const session of simulator.world.sso.sessions.values())
      for (const token of session.accessTokens.keys()) expect(written).not.toContain(token)
  })
})

/** STS for whoever is in the browser, signed in as to the console. */
const inConsole = async (simulator: Simulator): Promise<Pick<AwsClients, 'sts'>> => {
  const { accessToken: credentials } = await signInToConsole(simulator)
  return { sts: new STSClient({ endpoint: simulator.url, region: 'us-east-1', credentials }) }
}

it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'scenario %s lets its user in',
  async (id, { signIn, console: person }) => {
    const simulator = await startSimulator({ scenario: id })
    const { sts } =
      person === undefined ? await awsClients(simulator, signIn) : await inConsole(simulator)
    const { Account } = await sts.send(new GetCallerIdentityCommand({}))
    expect(Account).toBe(signIn.accountId)
    expect(simulator.violations).toEqual([])
    await simulator.stop()
  },
)
