import { PutReportDefinitionCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import {
  CreateBucketCommand,
  GetBucketTaggingCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
} from '@aws-sdk/client-s3'
import type { CreateBucketCommandInput } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { startSimulator } from './index.ts'
import type { PolicyDocument, Simulator } from './index.ts'
import { awsClients } from './test-session.ts'

const payer = '418207315602'
const own = `eco-cur-${payer}-us-east-1-an`
const Tags = [{ Key: 'made-by', Value: 'eco-connect' }]

let simulator: Simulator
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

const start = async (policy?: PolicyDocument) => {
  simulator = await startSimulator({ scenario: 'fresh', ...(policy && { policy }) })
  return awsClients(simulator, { accountId: payer, permissionSet: 'AdministratorAccess' })
}

const allBut = (statement: Partial<PolicyDocument['Statement'][number]>): PolicyDocument => ({
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Resource: '*', ...statement },
  ],
})

describe("a name in the account's own namespace", () => {
  it.each<[string, CreateBucketCommandInput, string]>([
    ['without saying so', { Bucket: own }, 'MissingNamespaceHeader'],
    [
      'of another account',
      { Bucket: 'eco-730915264418-us-east-1-an', BucketNamespace: 'account-regional' },
      'InvalidBucketNamespace',
    ],
    [
      'of another region',
      { Bucket: `eco-${payer}-eu-west-1-an`, BucketNamespace: 'account-regional' },
      'InvalidBucketNamespace',
    ],
    [
      'that is not one',
      { Bucket: 'eco-reports', BucketNamespace: 'account-regional' },
      'InvalidBucketNamespace',
    ],
    ['as one for everybody', { Bucket: own, BucketNamespace: 'global' }, 'InvalidBucketNamespace'],
    [
      'that is too long',
      { Bucket: `${'e'.repeat(40)}-${payer}-us-east-1-an`, BucketNamespace: 'account-regional' },
      'InvalidBucketName',
    ],
  ])('is refused %s', async (_what, input, name) => {
    const { s3 } = await start()
    await expect(s3.send(new CreateBucketCommand(input))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    })
  })

  it('is taken with the header', async () => {
    const { s3 } = await start()
    await s3.send(new CreateBucketCommand({ Bucket: own, BucketNamespace: 'account-regional' }))
    expect(simulator.world.buckets.get(own)?.owner).toBe(payer)
  })

  it('can be all that a company allows', async () => {
    const { s3 } = await start(
      allBut({
        Action: 's3:CreateBucket',
        Condition: { StringNotEquals: { 's3:x-amz-bucket-namespace': 'account-regional' } },
      }),
    )
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'eco-reports' }))).rejects.toThrow(
      'with an explicit deny in an identity-based policy',
    )
    await s3.send(new CreateBucketCommand({ Bucket: own, BucketNamespace: 'account-regional' }))
  })

  it.each([
    [undefined, 'resolves'],
    [false, 'rejects'],
  ] as const)('takes reports, unless the world says otherwise (%s)', async (accepted, how) => {
    const { s3, cur } = await start()
    if (accepted !== undefined) simulator.world.settings.reportsToAccountRegional = accepted
    await s3.send(new CreateBucketCommand({ Bucket: own, BucketNamespace: 'account-regional' }))
    const Principal = { Service: 'billingreports.amazonaws.com' }
    const Statement = [
      { Effect: 'Allow', Principal, Action: 's3:GetBucketPolicy', Resource: `arn:aws:s3:::${own}` },
      { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::${own}/*` },
    ]
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
    await s3.send(new PutBucketPolicyCommand({ Bucket: own, Policy }))
    const put = cur.send(
      new PutReportDefinitionCommand({
        ReportDefinition: {
          ReportName: 'spot-eco',
          TimeUnit: 'HOURLY',
          Format: 'Parquet',
          Compression: 'Parquet',
          AdditionalSchemaElements: ['RESOURCES'],
          S3Bucket: own,
          S3Prefix: 'eco',
          S3Region: 'us-east-1',
        },
      }),
    )
    if (how === 'resolves') await expect(put).resolves.toBeDefined()
    else
      await expect(put).rejects.toMatchObject({
        name: 'ValidationException',
        message: 'Failed to verify customer bucket permission.',
      })
  })
})

describe('tags', () => {
  const tagged = { Bucket: 'eco-reports', CreateBucketConfiguration: { Tags } }

  it('are there from the first moment', async () => {
    const { s3 } = await start()
    await s3.send(new CreateBucketCommand(tagged))
    const { TagSet } = await s3.send(new GetBucketTaggingCommand({ Bucket: 'eco-reports' }))
    expect(TagSet).toEqual(Tags)
    expect([...simulator.actions]).toContain('s3:TagResource')
  })

  it('need a permission of their own, without which there is no bucket either', async () => {
    const { s3 } = await start(allBut({ Action: 's3:TagResource' }))
    await expect(s3.send(new CreateBucketCommand(tagged))).rejects.toThrow(
      'not authorized to perform: s3:TagResource on resource: "arn:aws:s3:::eco-reports"',
    )
    expect(simulator.world.buckets.has('eco-reports')).toBe(false)
    await s3.send(new CreateBucketCommand({ Bucket: 'eco-reports' }))
  })

  it('cannot be put on a bucket whose access goes by tags', async () => {
    const { s3 } = await start()
    await s3.send(new CreateBucketCommand(tagged))
    const bucket = simulator.world.buckets.get('eco-reports')
    if (bucket) bucket.abac = true
    const put = new PutBucketTaggingCommand({ Bucket: 'eco-reports', Tagging: { TagSet: [] } })
    await expect(s3.send(put)).rejects.toMatchObject({ name: 'MethodNotAllowed' })
    expect(bucket?.tags).toEqual({ 'made-by': 'eco-connect' })
  })
})
