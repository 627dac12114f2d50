import { PutReportDefinitionCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import type { ReportDefinition } from '@aws-sdk/client-cost-and-usage-report-service'
import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { HeadBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { HttpRequest } from '@smithy/protocol-http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadContract, serviceNames } from './contract/contract.ts'
import { usedOperations } from './contract/operations.ts'
import { startSimulator } from './index.ts'
import type { Simulator } from './index.ts'
import { openServices, signedServices } from './services/index.ts'
import { awsClients } from './test-session.ts'
import type { AwsClients } from './test-session.ts'

const contract = loadContract()

const report: ReportDefinition = {
  ReportName: 'spot-eco',
  TimeUnit: 'HOURLY',
  Format: 'Parquet',
  Compression: 'Parquet',
  AdditionalSchemaElements: ['RESOURCES'],
  S3Bucket: 'any',
  S3Prefix: 'eco',
  S3Region: 'us-east-1',
}

describe.each(serviceNames.map((name) => [name]))('%s', (name) => {
  it('has every operation of the contract, and no other', () => {
    const modelled = Object.keys(contract.services[name].operations)
    expect(modelled).toEqual(usedOperations[name])
    const built = { ...signedServices[name], ...openServices[name] }
    expect(Object.keys(built).toSorted()).toEqual(modelled)
  })

  it('refers only to shapes that it holds', () => {
    const { operations, shapes } = contract.services[name]
    for (const { input, output, errors } of Object.values(operations)) {
      for (const shape of [input, output, ...errors.map((error) => error.name)])
        expect(shape === undefined || shape in shapes).toBe(true)
    }
  })
})

describe('a request that the model does not allow', () => {
  let simulator: Simulator
  let aws: AwsClients

  beforeEach(async () => {
    simulator = await startSimulator({ scenario: 'fresh' })
    const { accountId, permissionSet } = {
      accountId: '418207315602',
      permissionSet: 'AdministratorAccess',
    }
    aws = await awsClients(simulator, { accountId, permissionSet })
  })
  afterEach(() => simulator.stop())

  /** Sends with an input that TypeScript would not let through. */
  const put = async (definition: object): Promise<unknown> => {
    const command = new PutReportDefinitionCommand({ ReportDefinition: report })
    Object.assign(command.input, { ReportDefinition: definition })
    return aws.cur.send(command)
  }

  it.each([
    ['an enum', { ...report, TimeUnit: 'WEEKLY' }, 'TimeUnit must be one of'],
    ['a pattern', { ...report, ReportName: 'with spaces' }, 'ReportName must match'],
    ['a length', { ...report, S3Prefix: 'x'.repeat(257) }, 'S3Prefix must have length'],
    ['a required member', { ...report, S3Bucket: undefined }, 'S3Bucket is required'],
    ['a known name', { ...report, Colour: 'red' }, 'Colour is not in the model'],
  ])('is refused and noted when it breaks %s', async (_what, definition, problem) => {
    await expect(put(definition)).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    })
    expect(simulator.violations).toHaveLength(1)
    expect(simulator.violations[0]).toContain(`cur:PutReportDefinition request: input`)
    expect(simulator.violations[0]).toContain(problem)
  })

  it('is found in the query protocol and in headers too', async () => {
    const simulate = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'short',
      ActionNames: ['s3:GetObject'],
    })
    await expect(aws.iam.send(simulate)).rejects.toMatchObject({ name: 'ValidationError' })
    const head = new HeadBucketCommand({ Bucket: 'northwind-billing-archive' })
    head.middlewareStack.add(
      (next) => (args) => {
        if (HttpRequest.isInstance(args.request)) args.request.headers['x-amz-colour'] = 'red'
        return next(args)
      },
      { step: 'build' },
    )
    await expect(aws.s3.send(head)).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } })
    expect(simulator.violations).toEqual([
      'iam:SimulatePrincipalPolicy request: input.PolicySourceArn must have length {"min":20,"max":2048}, not 5',
      's3:HeadBucket request: input.x-amz-colour is not in the model',
    ])
  })

  it('is noted when the simulator itself answers what the model does not know', async () => {
    const account = simulator.world.accounts.get('418207315602')
    if (account === undefined) throw new Error('The scenario has lost its account')
    simulator.world.organization = { id: 'not-an-id', managementAccountId: account.id }
    await aws.organizations.send(new DescribeOrganizationCommand({}))
    expect(simulator.violations[0]).toContain('organizations:DescribeOrganization response: output')
  })

  it('is everything but what the SDK sends', async () => {
    await aws.s3.send(new ListBucketsCommand({ MaxBuckets: 10 }))
    await aws.sts.send(new GetCallerIdentityCommand({}))
    expect(simulator.violations).toEqual([])
  })
})
