import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { GetRoleCommand } from '@aws-sdk/client-iam'
import { GetBucketPolicyCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SPOT_DEMO_TOKEN, startSimulator } from './index.ts'
import type { DenialKind, Simulator } from './index.ts'
import { awsClients } from './test-session.ts'
import type { AwsClients } from './test-session.ts'

const administrator = { accountId: '418207315602', permissionSet: 'AdministratorAccess' }

let simulator: Simulator
let aws: AwsClients

beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'report-fits' })
  aws = await awsClients(simulator, administrator)
})

afterEach(() => simulator.stop())

const who = () => aws.sts.send(new GetCallerIdentityCommand({}))

describe('faults', () => {
  it('meets as many matching calls as it says, and can be lifted', async () => {
    simulator.inject({ kind: 'status', status: 503, service: 'sts', count: 1 })
    await expect(who()).rejects.toMatchObject({ name: 'ServiceUnavailable' })
    await who()
    const lift = simulator.inject({ kind: 'throttling' })
    await expect(who()).rejects.toMatchObject({ name: 'Throttling' })
    await expect(aws.s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'SlowDown',
    })
    await expect(aws.cur.send(new DescribeReportDefinitionsCommand({}))).rejects.toMatchObject({
      name: 'ThrottlingException',
    })
    lift()
    await who()
    expect(simulator.violations).toEqual([])
  })

  it('is survived by a client that tries again', async () => {
    const patient = await awsClients(simulator, administrator, 3)
    simulator.inject({ kind: 'reset', service: 'sts', count: 1 })
    simulator.inject({ kind: 'status', status: 500, service: 's3', count: 1 })
    await patient.sts.send(new GetCallerIdentityCommand({}))
    await patient.s3.send(new ListBucketsCommand({}))
  })

  it('lets a client correct its clock', async () => {
    const patient = await awsClients(simulator, administrator, 3)
    simulator.inject({ kind: 'clockSkew', minutes: 47 })
    await patient.s3.send(new ListBucketsCommand({}))
    await patient.cur.send(new DescribeReportDefinitionsCommand({}))
    expect(simulator.requests.some((one) => one.errorCode === 'RequestTimeTooSkewed')).toBe(true)
  })

  it('can hang until it is stopped, or be cut short', async () => {
    simulator.inject({ kind: 'truncated', service: 's3', count: 1 })
    await expect(aws.s3.send(new ListBucketsCommand({}))).rejects.toThrow()
    simulator.inject({ kind: 'hang', service: 'sts' })
    const stop = new AbortController()
    const hanging = aws.sts.send(new GetCallerIdentityCommand({}), { abortSignal: stop.signal })
    stop.abort()
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' })
  })

  it("answers with a captive portal's page", async () => {
    simulator.inject({ kind: 'html', service: 'cur', count: 1 })
    await expect(aws.cur.send(new DescribeReportDefinitionsCommand({}))).rejects.toThrow()
  })

  it.each<[DenialKind, string]>([
    ['missing-permission', 'because no identity-based policy allows the iam:GetRole action'],
    ['explicit-deny', 'with an explicit deny in an identity-based policy'],
    ['service-control-policy', 'with an explicit deny in a service control policy'],
    ['permissions-boundary', 'because no permissions boundary allows the iam:GetRole action'],
    ['session-policy', 'because no session policy allows the iam:GetRole action'],
  ])('denies in the words of a %s', async (denial, words) => {
    simulator.inject({ kind: 'accessDenied', denial, service: 'iam', operation: 'GetRole' })
    await expect(aws.iam.send(new GetRoleCommand({ RoleName: 'any' }))).rejects.toThrow(
      `on resource: role any ${words}`,
    )
  })

  it("spells expired credentials as each service's protocol does", async () => {
    simulator.world.sso.expireRoleCredentials()
    const expired = { name: 'ExpiredToken' }
    await expect(aws.s3.send(new ListBucketsCommand({}))).rejects.toMatchObject(expired)
    await expect(aws.cloudformation.send(new DescribeStacksCommand({}))).rejects.toMatchObject(
      expired,
    )
    await expect(aws.cur.send(new DescribeReportDefinitionsCommand({}))).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    })
  })
})

describe('permissions', () => {
  it('applies the permission set that was chosen', async () => {
    const reader = await awsClients(simulator, {
      ...administrator,
      permissionSet: 'ReadOnlyAccess',
    })
    await reader.s3.send(new ListBucketsCommand({}))
    const billing = { ...administrator, permissionSet: 'BillingAdministrator' }
    const { iam } = await awsClients(simulator, billing)
    await expect(iam.send(new GetRoleCommand({ RoleName: 'any' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    })
  })

  it("quotes the resource as S3 does, and obeys a bucket's own deny", async () => {
    const name = 'northwind-billing-archive'
    const bucket = simulator.world.buckets.get(name)
    if (bucket === undefined) throw new Error('The scenario has lost its bucket')
    bucket.policy = JSON.stringify({
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:GetBucketPolicy',
          Resource: `arn:aws:s3:::${name}`,
        },
      ],
    })
    await expect(aws.s3.send(new GetBucketPolicyCommand({ Bucket: name }))).rejects.toThrow(
      `on resource: "arn:aws:s3:::${name}" with an explicit deny in a resource-based policy`,
    )
  })

  it('knows only credentials that it issued', async () => {
    const credentials = { ...aws.credentials, accessKeyId: 'ASIAUNKNOWN' }
    const config = { endpoint: simulator.url, region: 'us-east-1', maxAttempts: 1, credentials }
    await expect(
      new STSClient(config).send(new GetCallerIdentityCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    await expect(new S3Client(config).send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    })
    const unsigned = await fetch(simulator.url, {
      method: 'POST',
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    })
    expect(await unsigned.text()).toContain('<Code>MissingAuthenticationToken</Code>')
  })
})

describe('Spot', () => {
  const trust = {
    Statement: [
      {
        Effect: 'Allow' as const,
        Principal: { AWS: 'arn:aws:iam::884866656237:root' },
        Action: 'sts:AssumeRole',
      },
    ],
  }

  const call = async (method: string, path: string, body?: unknown, token = SPOT_DEMO_TOKEN) => {
    const answer = await fetch(`${simulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  const iamRole = 'arn:aws:iam::418207315602:role/ForSpot'
  const account = '?accountId=act-3f9c1d27'

  const addRole = (): void => {
    simulator.world.accounts.get('418207315602')?.roles.set('ForSpot', {
      name: 'ForSpot',
      path: '/',
      arn: iamRole,
      id: 'AROAEXAMPLE',
      created: 0,
      description: undefined,
      trust,
      inline: new Map(),
      attached: new Set(),
      tags: {},
      maxSessionSeconds: 3600,
    })
  }

  it('lists accounts and takes a registration', async () => {
    const accounts = await call('GET', '/setup/account')
    expect(accounts.text).toContain('"accountId":"act-3f9c1d27"')
    addRole()
    simulator.world.spot.roleInvisibleTimes = 1
    const send = () =>
      call('POST', `/setup/credentials/aws${account}`, { credentials: { iamRole } })
    expect((await send()).text).toContain('CantAssumeRole')
    expect((await send()).status).toBe(200)
    const billingEngine = {
      cloudProvider: 'aws',
      billingAccountId: '418207315602',
      bucketName: 'northwind-cur-418207315602',
    }
    const setup = await call('POST', `/billingEngine/setup${account}`, { billingEngine })
    expect(setup.status).toBe(200)
    const valid = await call('POST', `/billingEngine/setup/validation${account}`)
    expect(valid.status).toBe(200)
    expect(simulator.world.spot.registrations.get('act-3f9c1d27')).toMatchObject({ iamRole })
  })

  it('refuses wrong tokens, unknown roles and, when told to, everything', async () => {
    expect((await call('GET', '/setup/account', undefined, 'wrong')).status).toBe(401)
    const body = { credentials: { iamRole } }
    expect((await call('POST', `/setup/credentials/aws${account}`, body)).status).toBe(400)
    simulator.world.spot.refuses = true
    expect((await call('POST', `/setup/credentials/aws${account}`, body)).status).toBe(403)
    simulator.world.spot.down = true
    expect((await call('GET', '/setup/account')).status).toBe(503)
  })
})
