import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Bucket } from '../../../e2e/simulator/index.ts'
import { PAYER } from '../../aws/testing/simulated.ts'
import type { BucketAsk, BucketFinding } from '../../contract/ask/bucket.ts'
import type { Status } from '../../contract/status.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { factValue } from '../../texts/facts.ts'
import { answer, FITTING, withFittingReport, type ReportStage } from '../testing/report-journey.ts'

const HOUR = 60 * 60 * 1000
const check = { step: 'bucket', action: 'check' } as const

/** Reuses the report, so that its bucket is looked at. */
async function chosen(
  change?: Parameters<typeof withFittingReport>[0],
): Promise<ReportStage & { readonly status: Status }> {
  const stage = await withFittingReport(change)
  onTestFinished(() => stage.journey.engine.stop())
  await answer(stage.journey, { step: 'cost-report', action: 'reuse', reportName: FITTING.name })
  return { ...stage, status: stage.journey.status('bucket') }
}

function askOf(status: Status): BucketAsk {
  if (!('ask' in status) || status.ask?.step !== 'bucket') throw new Error(`no ask: ${status.kind}`)
  return status.ask
}
function finding(status: Status, id: BucketFinding['id']): Omit<BucketFinding, 'id'> | undefined {
  const found = askOf(status).findings.find((one) => one.id === id)
  return found && { verdict: found.verdict, value: found.value }
}
function evidence(status: Status): Record<string, string> {
  const facts =
    status.kind === 'done'
      ? status.evidence
      : status.kind === 'pending' && 'evidence' in status.progress
        ? status.progress.evidence
        : []
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]))
}
const failing =
  (lastStatus: 'ERROR_PERMISSIONS' | 'ERROR_NO_BUCKET', closed = true) =>
  (report: ReportStage['report'], bucket: Bucket): void => {
    report.delivery = { time: Date.now() - 5 * HOUR, status: lastStatus }
    if (closed) bucket.policy = undefined
  }
const statements = z.object({ Statement: z.array(z.unknown()) })
const statement = (fields: object) => JSON.stringify({ Version: '2012-10-17', Statement: [fields] })

describe('a delivery', () => {
  test('is proven by its manifest, which says what arrived', async () => {
    const { status, bucket } = await chosen()
    const key = [...bucket.objects.keys()].find((name) => name.endsWith('-Manifest.json'))
    expect(status.kind).toBe('done')
    expect(finding(status, 'manifest')).toEqual({ verdict: 'good', value: key })
    expect(evidence(status)).toMatchObject({
      manifest: key,
      'delivered-files': '1',
      'report-compression': 'Parquet',
      'delivery-status': 'SUCCESS',
    })
    const [, start = '', end = ''] =
      /(\d{4}-\d\d)-01 – (\d{4}-\d\d)-(?:28|29|30|31)$/.exec(
        evidence(status)['billing-period'] ?? '',
      ) ?? []
    expect(start).not.toBe('')
    expect(end).toBe(start)
  })

  test('that is awaited holds nothing up, and is found when it is there', async () => {
    const { journey, report, bucket, stage, status } = await chosen((one, { objects }) => {
      one.delivery = undefined
      one.created = Date.now()
      objects.clear()
    })
    expect(status).toMatchObject({
      kind: 'pending',
      blocks: false,
      progress: { kind: 'delivery', awaited: 'first', overdue: false },
    })
    const { progress } = status.kind === 'pending' ? status : { progress: null }
    const due = progress?.kind === 'delivery' ? progress.dueAt : 0
    expect(due).toBe((journey.engine.choices().report?.definedAt ?? 0) + 24 * HOUR)
    expect(bucket.objects.size).toBe(0)
    report.created -= 7 * HOUR
    stage.simulator.settle()
    expect((await answer(journey, check)).kind).toBe('done')
  })

  test('that this person may not see is believed', async () => {
    const { stage, journey } = await chosen()
    const denial = 'missing-permission'
    stage.simulator.inject({ kind: 'accessDenied', operation: 'ListObjectsV2', denial })
    const status = await answer(journey, check)
    expect(status.kind).toBe('done')
    expect(finding(status, 'manifest')).toEqual({ verdict: 'note', value: 'denied' })
  })

  test('that AWS tells of, but that is not there, is no delivery', async () => {
    const { status } = await chosen((_, { objects }) => objects.clear())
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'delivery-not-found', facts: { folder: `cur/${FITTING.name}` } },
      ask: { repair: null, recreatable: false },
    })
  })

  test('that stopped long ago is not green, whatever AWS says of it', async () => {
    const old = Date.now() - 200 * 24 * HOUR
    const { journey, report, bucket, status } = await chosen((one, { objects }) => {
      one.delivery = { time: old, status: 'SUCCESS' }
      const before = new Map(objects)
      objects.clear()
      for (const [key, object] of before)
        objects.set(key.replace(/\d{8}-\d{8}/, '20240101-20240201'), { ...object, modified: old })
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: {
        code: 'delivery-stale',
        facts: { delivered: new Date(old).toISOString().slice(0, 10) },
      },
      ask: { repair: null, recreatable: false },
    })
    expect(finding(status, 'delivery')).toEqual({ verdict: 'bad', value: 'stale' })
    if (status.kind === 'failed')
      expect(errorText(english, status.error).who).toBe('aws-administrator')

    report.delivery = { time: Date.now() - HOUR, status: 'SUCCESS' }
    const outdated = await answer(journey, check)
    expect(outdated.kind).toBe('done')
    expect(finding(outdated, 'manifest')).toEqual({ verdict: 'note', value: 'outdated' })

    report.delivery = { time: old, status: 'SUCCESS' }
    for (const object of bucket.objects.values()) object.modified = Date.now() - HOUR
    expect((await answer(journey, check)).kind).toBe('done')
  })

  test('that just succeeded outweighs what a policy seems to say', async () => {
    const forbidding = statement({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${FITTING.bucket}/*`,
    })
    const { journey, report, bucket, status } = await chosen((_, two) => {
      two.policy = forbidding
    })
    expect(status.kind).toBe('done')
    expect(finding(status, 'policy')).toEqual({ verdict: 'note', value: 'denied' })
    bucket.policy = undefined
    const open = await answer(journey, check)
    expect(finding(open, 'policy')).toEqual({ verdict: 'note', value: 'not-allowed' })
    report.delivery = { time: Date.now() - 72 * HOUR, status: 'SUCCESS' }
    for (const object of bucket.objects.values()) object.modified = Date.now() - 72 * HOUR
    expect(await answer(journey, check)).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-missing' },
    })
  })

  test('of which nothing but AWS’s word is known says so', async () => {
    const { stage, journey, status } = await chosen()
    expect(evidence(status)).not.toHaveProperty('proven-by')
    const denial = 'missing-permission'
    stage.simulator.inject({ kind: 'accessDenied', service: 's3', denial })
    const blind = await answer(journey, check)
    expect(blind.kind).toBe('done')
    expect(evidence(blind)['proven-by']).toBe('word-only')
    expect(factValue(english, 'proven-by', 'word-only')).toContain('word only')
  })

  test('in another format, or with a manifest that says nothing, is told', async () => {
    const { journey, bucket, status } = await chosen((_, { objects }) => {
      for (const [key, object] of objects)
        if (key.endsWith('-Manifest.json'))
          object.body = JSON.stringify({ ...JSON.parse(object.body), compression: 'GZIP' })
    })
    expect(status.kind).toBe('done')
    expect(finding(status, 'manifest')).toEqual({ verdict: 'note', value: 'not-parquet' })
    expect(evidence(status)['report-compression']).toBe('GZIP')
    for (const [key, object] of bucket.objects)
      if (key.endsWith('-Manifest.json')) object.body = 'PAR1'
    const unreadable = await answer(journey, check)
    expect(unreadable.kind).toBe('done')
    expect(finding(unreadable, 'manifest')).toEqual({ verdict: 'note', value: 'unreadable' })
  })
})

describe('the repair', () => {
  test('adds what was shown, and then awaits the next delivery', async () => {
    const keep = {
      Sid: 'FinanceReads',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${PAYER}:root` },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${FITTING.bucket}/*`,
    }
    const { journey, stage, bucket, report, status } = await chosen((one, two) => {
      failing('ERROR_PERMISSIONS')(one, two)
      two.policy = statement(keep)
    })
    expect(status).toMatchObject({ kind: 'failed', error: { code: 'bucket-policy-missing' } })
    const { repair } = askOf(status)
    const added = repair?.diff.filter(({ kind }) => kind === 'added') ?? []
    expect(added.map(({ text }) => text).join('\n')).toContain('billingreports.amazonaws.com')
    expect(repair?.diff.filter(({ kind }) => kind === 'removed').length).toBeLessThan(2)

    const repaired = await answer(journey, {
      step: 'bucket',
      action: 'repair',
      reviewed: repair?.reviewed ?? '',
    })
    const now = stage.clock.now()
    expect(repaired).toMatchObject({
      kind: 'pending',
      blocks: false,
      progress: { kind: 'delivery', awaited: 'after-repair', overdue: false },
    })
    expect(JSON.parse(bucket.policy ?? '')).toMatchObject({ Statement: [keep, {}, {}] })
    expect(journey.engine.choices().repaired).toEqual({
      accountId: PAYER,
      bucketName: FITTING.bucket,
      at: now,
    })

    report.delivery = { time: now + 1000, status: 'SUCCESS' }
    expect((await answer(journey, check)).kind).toBe('done')
  })

  test('is not made on a policy that has changed since', async () => {
    const { journey, bucket, status } = await chosen(failing('ERROR_PERMISSIONS'))
    const changed = statement({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::730915264418:root' },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${FITTING.bucket}/public/*`,
    })
    bucket.policy = changed
    const reviewed = askOf(status).repair?.reviewed ?? ''
    const refused = await answer(journey, { step: 'bucket', action: 'repair', reviewed })
    expect(refused).toMatchObject({ kind: 'failed', error: { code: 'bucket-policy-changed' } })
    expect(bucket.policy).toBe(changed)
    const again = askOf(refused).repair
    expect(again?.reviewed).not.toBe(reviewed)
    expect(again?.diff.some(({ kind, text }) => kind === 'same' && text.includes('public'))).toBe(
      true,
    )
    const repaired = await answer(journey, {
      step: 'bucket',
      action: 'repair',
      reviewed: again?.reviewed ?? '',
    })
    expect(repaired.kind).toBe('pending')
  })

  test('that did not help says so, a day later or when AWS has tried', async () => {
    const { journey, stage, report, status } = await chosen(failing('ERROR_PERMISSIONS', false))
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'delivery-failed-permissions' },
      ask: { repair: { diff: [] } },
    })
    const reviewed = askOf(status).repair?.reviewed ?? ''
    const repair = { step: 'bucket', action: 'repair', reviewed } as const
    expect((await answer(journey, repair)).kind).toBe('pending')
    const repaired = { accountId: PAYER, bucketName: FITTING.bucket }
    const now = stage.clock.now()
    await journey.engine.remember({ repaired: { ...repaired, at: now - 25 * HOUR } })
    report.delivery = { time: now - 26 * HOUR, status: 'ERROR_PERMISSIONS' }
    const late = { kind: 'failed', error: { code: 'delivery-failed-after-repair' } }
    expect(await answer(journey, check)).toMatchObject(late)

    await journey.engine.remember({ repaired: { ...repaired, at: now - 2 * HOUR } })
    expect((await answer(journey, check)).kind).toBe('pending')
    report.delivery = { time: now - HOUR, status: 'ERROR_PERMISSIONS' }
    expect(await answer(journey, check)).toMatchObject(late)
  })

  test('of somebody else’s bucket is theirs to agree to, whatever was begun under its name', async () => {
    const { journey, bucket, status } = await chosen((one, two) => {
      failing('ERROR_PERMISSIONS')(one, two)
      two.tags = { CostCenter: '7' }
      two.publicAccessBlock = undefined
    })
    const begunBucket = { accountId: PAYER, bucketName: FITTING.bucket }
    await journey.engine.remember({ begunBucket })
    const bogus = { step: 'bucket', action: 'repair', reviewed: 'BOGUS' } as const
    expect(await answer(journey, bogus)).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-changed' },
    })
    expect(bucket.policy).toBeUndefined()
    await answer(journey, { ...bogus, reviewed: askOf(status).repair?.reviewed ?? '' })
    expect(bucket.policy).toContain('billingreports')
    expect(bucket.tags).toEqual({ CostCenter: '7' })
    expect(bucket.publicAccessBlock).toBeUndefined()
  })

  test('brings a bucket to its end whose creation was interrupted', async () => {
    const { journey, bucket, status } = await chosen((one, two) => {
      failing('ERROR_PERMISSIONS')(one, two)
      two.objects.clear()
      two.publicAccessBlock = undefined
    })
    const begunBucket = { accountId: PAYER, bucketName: FITTING.bucket }
    await journey.engine.remember({ begunBucket })
    const reviewed = askOf(status).repair?.reviewed ?? ''
    await answer(journey, { step: 'bucket', action: 'repair', reviewed })
    expect(bucket.tags).toHaveProperty('eco-connect')
    expect(bucket.publicAccessBlock).toMatchObject({ BlockPublicPolicy: true })
    expect(journey.engine.choices().begunBucket).toBeNull()
  })

  test('is not offered where a statement forbids the report’s own folder', async () => {
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_PERMISSIONS')(report, bucket)
      bucket.policy = statement({
        Sid: 'NoReports',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${FITTING.bucket}/${report.definition.S3Prefix}/${FITTING.name}/*`,
      })
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-denies', facts: { statement: 'NoReports', position: '1' } },
      ask: { repair: null },
    })
  })

  test('is not offered where a statement forbids, which is named', async () => {
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_PERMISSIONS')(report, bucket)
      bucket.policy = statement({
        Sid: 'OnlyFromOurNetwork',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${FITTING.bucket}/*`,
      })
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-denies', facts: { statement: 'OnlyFromOurNetwork' } },
      ask: { repair: null, recreatable: false },
    })
    if (status.kind === 'failed')
      expect(errorText(english, status.error).what).toContain('“OnlyFromOurNetwork”')
  })

  const demanding = {
    Sid: 'OnlyEncrypted',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${FITTING.bucket}/*`,
    Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  }
  const demand = (bucket: Bucket): void => {
    const { Statement } = statements.parse(JSON.parse(bucket.policy ?? ''))
    bucket.policy = JSON.stringify({ Version: '2012-10-17', Statement: [...Statement, demanding] })
  }

  test('is not offered where a condition that only AWS can judge may have kept it out', async () => {
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_PERMISSIONS', false)(report, bucket)
      demand(bucket)
    })
    expect(finding(status, 'policy')).toEqual({ verdict: 'bad', value: 'depends' })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-depends', facts: { statement: 'OnlyEncrypted' } },
      ask: { repair: null },
    })
    if (status.kind === 'failed')
      expect(errorText(english, status.error).what).toContain('“OnlyEncrypted”')
  })

  test('a condition that only AWS can judge is not known, until AWS has delivered', async () => {
    const before = await chosen((report, bucket) => {
      report.delivery = undefined
      report.created = Date.now()
      bucket.objects.clear()
      demand(bucket)
    })
    expect(evidence(before.status)).toMatchObject({ 'bucket-policy': 'depends' })
    const after = await chosen((_report, bucket) => demand(bucket))
    expect(after.status.kind).toBe('done')
    expect(finding(after.status, 'policy')).toEqual({ verdict: 'good', value: 'allowed' })
    expect(evidence(after.status)).toMatchObject({ 'bucket-policy': 'allowed' })
  })

  test('is not offered for a bucket with a key of the customer', async () => {
    const kmsKeyId = `arn:aws:kms:us-east-1:${PAYER}:key/k`
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_PERMISSIONS')(report, bucket)
      bucket.encryption = { algorithm: 'aws:kms', kmsKeyId }
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-kms', facts: { key: kmsKeyId } },
      ask: { repair: null },
    })
  })

  test('says why it cannot be made', async () => {
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_PERMISSIONS')(report, bucket)
      const Resource = Array.from(
        { length: 400 },
        (_, n) => `arn:aws:s3:::${FITTING.bucket}/a-folder-with-a-long-name-${n}/*`,
      )
      bucket.policy = statement({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${PAYER}:root` },
        Action: 's3:GetObject',
        Resource,
      })
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-too-large' },
      ask: { repair: null },
    })
  })
})

describe('a bucket that is gone', () => {
  test('is created again under its name', async () => {
    const { journey, world, report } = await chosen(failing('ERROR_NO_BUCKET'))
    world.buckets.delete(FITTING.bucket)
    const gone = await answer(journey, check)
    expect(gone).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-missing' },
      ask: { repair: null, recreatable: true },
    })
    expect(await answer(journey, { step: 'bucket', action: 'recreate' })).toMatchObject({
      kind: 'pending',
      progress: { kind: 'delivery', awaited: 'after-repair' },
    })
    expect(world.buckets.get(FITTING.bucket)).toMatchObject({
      owner: PAYER,
      tags: { 'created-by': 'eco-connect', 'eco-connect': 'connection' },
      publicAccessBlock: { BlockPublicPolicy: true },
    })
    expect(journey.engine.choices().begunBucket).toBeNull()
    // The status of before the bucket was deleted proves nothing of the new one.
    report.delivery = { time: Date.now() - 5 * HOUR, status: 'SUCCESS' }
    expect(await answer(journey, check)).toMatchObject({
      kind: 'pending',
      progress: { kind: 'delivery', awaited: 'after-repair' },
    })
  })

  test('is left alone when somebody has created it by then', async () => {
    const { journey, world, bucket } = await chosen(failing('ERROR_NO_BUCKET'))
    world.buckets.delete(FITTING.bucket)
    await answer(journey, check)
    world.buckets.set(FITTING.bucket, bucket)
    const found = await answer(journey, { step: 'bucket', action: 'recreate' })
    expect(found).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-policy-missing' },
      ask: { recreatable: false },
    })
    expect(askOf(found).repair?.diff.length).toBeGreaterThan(0)
    expect(bucket.tags).toEqual({})
  })

  test('and whose name somebody else has taken cannot be', async () => {
    const { status } = await chosen((report, bucket) => {
      failing('ERROR_NO_BUCKET')(report, bucket)
      bucket.owner = '999988887777'
    })
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'bucket-not-owned' },
      ask: { repair: null, recreatable: false },
    })
  })
})

test('settings that matter are told, and stop nobody', async () => {
  const { status } = await chosen((_, bucket) => {
    bucket.ownership = 'ObjectWriter'
    bucket.notifications = {
      QueueConfigurations: [
        {
          Id: 'import',
          QueueArn: `arn:aws:sqs:us-east-1:${PAYER}:q`,
          Events: ['s3:ObjectCreated:*'],
        },
      ],
      TopicConfigurations: [
        { TopicArn: `arn:aws:sns:us-east-1:${PAYER}:t`, Events: ['s3:ObjectCreated:*'] },
      ],
    }
  })
  expect(status.kind).toBe('done')
  expect(finding(status, 'ownership')).toEqual({ verdict: 'note', value: 'ObjectWriter' })
  expect(finding(status, 'notifications')).toEqual({
    verdict: 'note',
    value: `arn:aws:sns:us-east-1:${PAYER}:t, import`,
  })
})
