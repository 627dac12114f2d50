import { ListPoliciesCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import {
  CreateBucketCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { evaluate } from './access/policy.ts'
import { permissionSetRoleName, startSimulator } from './index.ts'
import type { Simulator } from './index.ts'
import { awsClients, oidcOf } from './test-session.ts'
import type { AwsClients } from './test-session.ts'

const payer = '418207315602'

let simulator: Simulator
let aws: AwsClients

beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'stack-fails' })
  aws = await awsClients(simulator, { accountId: payer, permissionSet: 'AdministratorAccess' })
})
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

it.each(['s3:HeadBucket', 's3:ListBuckets', 'nonsense', 's3:Get*'])(
  'IAM simulates no action that it does not know: %s',
  async (action) => {
    const name = permissionSetRoleName('AdministratorAccess', payer)
    const simulate = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::${payer}:role/aws-reserved/sso.amazonaws.com/${name}`,
      ActionNames: ['s3:GetObject', action],
    })
    await expect(aws.iam.send(simulate)).rejects.toMatchObject({
      name: 'InvalidInputException',
      $metadata: { httpStatusCode: 400 },
    })
  },
)

it('IAM lists the policies of the account, page by page', async () => {
  const page = await aws.iam.send(new ListPoliciesCommand({ Scope: 'Local', MaxItems: 1 }))
  expect(page).toMatchObject({
    IsTruncated: false,
    Policies: [{ PolicyName: 'SpotByNetApp_Finops_ReadOnly_Policy', AttachmentCount: 0 }],
  })
  const attached = await aws.iam.send(new ListPoliciesCommand({ OnlyAttached: true }))
  expect(attached.Policies ?? []).toEqual([])
})

it('S3 answers 204 to a policy and to tags, and 200 to a public access block', async () => {
  const Bucket = 'eco-reports'
  await aws.s3.send(new CreateBucketCommand({ Bucket }))
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::${Bucket}/*` },
    ],
  })
  const status = async (sent: Promise<{ $metadata: { httpStatusCode?: number | undefined } }>) =>
    (await sent).$metadata.httpStatusCode
  expect(await status(aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy })))).toBe(204)
  const tags = new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [] } })
  expect(await status(aws.s3.send(tags))).toBe(204)
  const block = new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: {} })
  expect(await status(aws.s3.send(block))).toBe(200)
})

it('S3 tells a wrong session token from an unknown key; STS does not', async () => {
  const credentials = { ...aws.credentials, sessionToken: 'not-this-one' }
  const config = { endpoint: simulator.url, region: 'us-east-1', maxAttempts: 1, credentials }
  await expect(new S3Client(config).send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'InvalidToken',
    $metadata: { httpStatusCode: 400 },
  })
  await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  })
})

it.each(['/', '/northwind-billing-archive?list-type=2', '/northwind-billing-archive/a/b'])(
  'S3 denies what is not signed, in XML: %s',
  async (path) => {
    const answer = await fetch(simulator.url + path)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toContain('xml')
    expect(await answer.text()).toContain('<Code>AccessDenied</Code>')
  },
)

it('Identity Center can be asked too often to register', async () => {
  simulator.inject({ kind: 'throttling', service: 'sso-oidc', count: 1 })
  const register = new RegisterClientCommand({ clientName: 'Eco Connect', clientType: 'public' })
  await expect(oidcOf(simulator).send(register)).rejects.toMatchObject({
    name: 'SlowDownException',
    error: 'slow_down',
    $metadata: { httpStatusCode: 400 },
  })
})

it("Identity Center says why the company's own key refuses", async () => {
  const reason = 'KMS_AccessDeniedException'
  simulator.inject({
    kind: 'error',
    service: 'sso-oidc',
    code: 'AccessDeniedException',
    message: 'Access denied',
    status: 400,
    details: { reason },
  })
  const register = new RegisterClientCommand({ clientName: 'Eco Connect', clientType: 'public' })
  await expect(oidcOf(simulator).send(register)).rejects.toMatchObject({ reason })
})

it.each([
  ['ForAnyValue:StringEquals', 'implicitDeny'],
  ['ForAnyValue:StringNotEquals', 'implicitDeny'],
  ['ForAllValues:StringEquals', 'allowed'],
  ['ForAllValues:StringNotLike', 'allowed'],
  ['StringNotEquals', 'allowed'],
  ['StringEquals', 'implicitDeny'],
])('IAM takes %s of a key that is not there for %s', (operator, decision) => {
  const Condition = { [operator]: { 'aws:TagKeys': ['team'] } }
  const document = {
    Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*', Condition }],
  }
  const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::a/b', context: {} }
  expect(evaluate([{ source: '', document }], request).decision).toBe(decision)
})
