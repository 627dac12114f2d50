import { expect, test } from 'vitest'
import { addVersion, setDefaultVersion } from '../../e2e/simulator/index.ts'
import { causesOf, type MessageId } from '../contract/health.ts'
import type { StackAsk } from '../contract/ask/stack.ts'
import { madeConnection, type MadeConnection } from '../steps/testing/made-connection.ts'

const HOUR = 60 * 60 * 1000

/** What the app says to one of Spot's messages: each cause that it has found, likeliest first. */
const said = ({ health }: MadeConnection, message: MessageId): string[] =>
  causesOf(message, health().findings)
    .filter(({ state }) => state === 'bad')
    .flatMap(({ codes }) => codes)

/** A day on which everything was right in the morning. */
async function made(): Promise<MadeConnection> {
  const connection = await madeConnection()
  expect(await connection.lookAgain()).toBe('works')
  return connection
}

test('“Invalid ARN”: the stack was deleted, and is created again under the same name', async () => {
  const connection = await made()
  const { account, stage, journey, lookAnew, verdict } = connection
  await journey.undoing.stacks.delete(account.stacks[0]?.id ?? '')
  stage.clock.advance(HOUR / 2)
  stage.simulator.settle()
  expect(account.roles.size).toBe(0)
  await lookAnew()
  expect(said(connection, 'invalid-arn')).toEqual(['role-gone'])
  const status = journey.status('stack')
  const ask = 'ask' in status ? status.ask : undefined
  await journey.send(createFrom(ask?.step === 'stack' ? ask : undefined))
  await journey.reaches('stack', 'acting')
  await journey.reaches('stack', 'done')
  expect(await verdict()).toBe('works')
  expect(said(connection, 'invalid-arn')).toEqual([])
})

function createFrom(ask: StackAsk | object | undefined) {
  if (!ask || !('stage' in ask) || ask.stage !== 'create') throw new Error('nothing to create')
  const { form, values } = ask
  const decided = { acknowledged: true, withoutExternalId: true }
  return { step: 'stack', action: 'create', ...decided, ...form, values } as const
}

test('“No access to S3 bucket”: the role is kept from reading', async () => {
  const connection = await made()
  const { role, lookAnew } = connection
  role.inline.set('Closed', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: ['s3:GetObject'], Resource: ['*'] }],
  })
  await lookAnew()
  expect(said(connection, 'no-bucket-access')).toEqual(['reading-refused', 'permissions-less'])
  role.inline.clear()
  expect(await lookAnew()).toBe('works')
})

test('“No access to S3 bucket”: files that only a key of the company’s opens', async () => {
  const connection = await made()
  const { bucket, lookAnew } = connection
  bucket.encryption = { algorithm: 'aws:kms', kmsKeyId: 'arn:aws:kms:us-east-1:418207315602:key/1' }
  await lookAnew()
  expect(said(connection, 'no-bucket-access')).toEqual(['encryption-unreadable'])
  bucket.encryption = { algorithm: 'AES256' }
  expect(await lookAnew()).toBe('works')
})

test('“S3 bucket no longer exists”: it is created again, and AWS delivers into it', async () => {
  const connection = await made()
  const { buckets, bucket, journey, stage, account, lookAnew, verdict } = connection
  buckets.delete(bucket.name)
  await lookAnew()
  expect(said(connection, 'bucket-gone')).toEqual(['bucket-gone'])
  await journey.send({ step: 'bucket', action: 'recreate' })
  await journey.reaches('bucket', 'pending')
  expect(await verdict()).toBe('waits')
  const again = buckets.get(bucket.name)
  for (const [key, object] of bucket.objects)
    again?.objects.set(key, { ...object, modified: stage.clock.now() })
  for (const report of account.reports)
    report.delivery = { time: stage.clock.now() + 1, status: 'SUCCESS' }
  expect(await lookAnew()).toBe('works')
})

test('“No new data in S3 bucket for over 48 hours”: the policy is corrected, and AWS delivers', async () => {
  const connection = await made()
  const { bucket, account, stage, journey, lookAgain, lookAnew, verdict, deliver } = connection
  bucket.policy = undefined
  const [report] = account.reports
  if (report) report.delivery = { time: stage.clock.now(), status: 'ERROR_PERMISSIONS' }
  stage.clock.advance(49 * HOUR)
  await lookAgain()
  expect(said(connection, 'no-new-data')).toEqual(['delivery-failed', 'policy-missing'])
  const status = journey.status('bucket')
  const repair = 'ask' in status && status.ask?.step === 'bucket' ? status.ask.repair : null
  await journey.send({ step: 'bucket', action: 'repair', reviewed: repair?.reviewed ?? '' })
  await journey.reaches('bucket', 'pending')
  expect(await verdict()).toBe('waits')
  stage.clock.advance(HOUR)
  deliver()
  expect(await lookAnew()).toBe('works')
})

test('a policy without AWS’s statements is corrected before a delivery fails by it', async () => {
  const connection = await made()
  const { bucket, stage, journey, lookAnew, verdict, deliver } = connection
  bucket.policy = undefined
  expect(await lookAnew()).toBe('policy: policy-missing')
  const status = journey.status('bucket')
  const shown = status.kind === 'done' && status.ask?.step === 'bucket' ? status.ask.repair : null
  expect(shown?.diff.some(({ kind }) => kind === 'added')).toBe(true)
  await journey.send({ step: 'bucket', action: 'repair', reviewed: shown?.reviewed ?? '' })
  await journey.reaches('bucket', 'pending', 'done')
  expect(await verdict()).toBe('works')
  stage.clock.advance(HOUR)
  deliver()
  expect(await lookAnew()).toBe('works')
})

test('what only whoever administers the bucket can correct is not offered', async () => {
  const { bucket, journey, lookAnew } = await made()
  const forbidding = { Sid: 'Closed', Effect: 'Deny', Principal: '*', Action: 's3:PutObject' }
  bucket.policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...forbidding, Resource: `arn:aws:s3:::${bucket.name}/*` }],
  })
  expect(await lookAnew()).toBe('policy: policy-denies')
  const status = journey.status('bucket')
  expect(status.kind === 'done' && status.ask?.step === 'bucket' && status.ask.repair).toBe(null)
})

test('“No new data in S3 bucket for over 48 hours”: AWS has stopped to deliver', async () => {
  const connection = await made()
  const { stage, lookAgain, lookAnew, deliver } = connection
  stage.clock.advance(47 * HOUR)
  expect(await lookAgain()).toBe('works')
  stage.clock.advance(2 * HOUR)
  await lookAnew()
  expect(said(connection, 'no-new-data')).toEqual(['delivery-stale'])
  deliver()
  expect(await lookAnew()).toBe('works')
})

test('“No CE access”: somebody made a version of the policy without Cost Explorer', async () => {
  const connection = await made()
  const { policy, stage, lookAnew } = connection
  const { Statement, ...rest } = policy.document
  const without = Statement.map((one) => ({
    ...one,
    Action: [one.Action ?? []].flat().filter((action) => !action.startsWith('ce:')),
  }))
  addVersion(policy, { ...rest, Statement: without }, stage.clock.now())
  await lookAnew()
  expect(said(connection, 'no-cost-access')).toEqual(['costs-refused', 'permissions-less'])
  expect(connection.health().differences.flatMap(({ actions }) => actions)).toContain(
    'ce:GetCostAndUsage',
  )
  setDefaultVersion(policy, 'v1')
  expect(await lookAnew()).toBe('works')
})

test('“Expecting parquet format”: the report was changed, and a new one takes its place', async () => {
  const connection = await made()
  const { account, bucket, stage, journey, lookAgain, lookAnew } = connection
  const [report] = account.reports
  if (report) report.definition = { ...report.definition, Format: 'textORcsv', Compression: 'GZIP' }
  for (const [key, object] of bucket.objects)
    if (key.endsWith('-Manifest.json'))
      object.body = JSON.stringify({ ...JSON.parse(object.body), compression: 'GZIP' })
  await lookAnew()
  expect(said(connection, 'not-parquet')).toEqual(['report-changed'])
  await defineAnother(connection)
  await journey.reaches('bucket', 'pending', 'done')
  stage.simulator.settle()
  stage.clock.advance(25 * HOUR)
  stage.simulator.settle()
  expect(await lookAgain()).toBe('works')
})

/** A new report in Eco's terms, in the bucket that Spot knows. */
async function defineAnother({ journey, bucket }: MadeConnection): Promise<void> {
  const status = journey.status('cost-report')
  const ask = 'ask' in status && status.ask?.step === 'cost-report' ? status.ask : null
  if (ask?.stage !== 'choose') throw new Error('nothing to define')
  const draft = { ...ask.draft, bucketName: bucket.name, bucketIsNew: false }
  await journey.send({ step: 'cost-report', action: 'preview', ...draft })
  await journey.engine.idle()
  const now = journey.status('cost-report')
  const shown = 'ask' in now && now.ask?.step === 'cost-report' ? now.ask : null
  const reviewed = shown?.stage === 'choose' ? (shown.existingBucket?.policy?.reviewed ?? '') : ''
  await journey.send({ step: 'cost-report', action: 'create', reviewed, ...draft })
  await journey.reaches('cost-report', 'done')
}

test('the bucket name is missing from the report list: the report was deleted', async () => {
  const connection = await made()
  const { account, stage, journey, lookAgain, lookAnew } = connection
  account.reports.length = 0
  await lookAnew()
  expect(said(connection, 'bucket-unlisted')).toEqual(['report-gone'])
  await defineAnother(connection)
  await journey.reaches('bucket', 'pending', 'done')
  stage.simulator.settle()
  stage.clock.advance(25 * HOUR)
  stage.simulator.settle()
  expect(await lookAgain()).toBe('works')
})

test('role permissions are missing: the policy was detached', async () => {
  const connection = await made()
  const { role, policy, lookAnew } = connection
  role.attached.delete(policy.arn)
  await lookAnew()
  expect(said(connection, 'permissions-missing')).toEqual([
    'permissions-less',
    'reading-refused',
    'costs-refused',
  ])
  role.attached.add(policy.arn)
  expect(await lookAnew()).toBe('works')
})
