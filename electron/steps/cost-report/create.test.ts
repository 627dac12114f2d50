import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newBucket, type Bucket } from '../../../e2e/simulator/index.ts'
import { PAYER, type Simulated } from '../../aws/testing/simulated.ts'
import { answer, asked, askOf, withoutTagResource } from '../testing/report-journey.ts'

const OWN = 'northwind-billing-archive'
const draft = {
  reportName: 'spot-eco',
  bucketName: OWN,
  prefix: 'cur',
  bucketIsNew: false,
} as const

const written = ({ simulator }: Simulated): string[] =>
  simulator.requests
    .filter(({ service }) => service === 's3' || service === 'cur')
    .map(({ operation }) => operation)
    .filter((operation) => /^(Put|Create|Delete)/.test(operation))
const policySchema = z.object({ Statement: z.array(z.unknown()) })
const statementsOf = (policy = ''): unknown[] => policySchema.parse(JSON.parse(policy)).Statement

describe('an existing bucket', () => {
  test('is read before anything is agreed to, and shown as it is and will be', async () => {
    const { journey, world } = await asked()
    const status = await answer(journey, { step: 'cost-report', action: 'preview', ...draft })
    const { existingBucket, changes } = askOf(status)
    expect(existingBucket).toMatchObject({ name: OWN, notifications: ['finance-import'] })
    expect(existingBucket?.findings).toContainEqual({
      id: 'policy',
      verdict: 'note',
      value: 'not-allowed',
    })
    expect(existingBucket?.findings.map(({ verdict }) => verdict)).not.toContain('bad')
    const diff = existingBucket?.policy?.diff ?? []
    expect(diff.some(({ kind, text }) => kind === 'same' && text.includes('FinanceReads'))).toBe(
      true,
    )
    expect(diff.some(({ kind, text }) => kind === 'added' && text.includes('billingreports'))).toBe(
      true,
    )
    expect(changes.map(({ id }) => id)).toEqual([
      'use-bucket',
      'merge-bucket-policy',
      'define-report',
    ])

    const before = world.buckets.get(OWN)?.policy ?? ''
    const reviewed = existingBucket?.policy?.reviewed ?? ''
    const created = await answer(journey, {
      step: 'cost-report',
      action: 'create',
      reviewed,
      ...draft,
    })
    expect(created.kind).toBe('done')
    const after = statementsOf(world.buckets.get(OWN)?.policy)
    expect(after).toEqual([...statementsOf(before), expect.anything(), expect.anything()])
    expect(world.buckets.get(OWN)?.notifications).toHaveProperty('QueueConfigurations')
    expect(world.buckets.get(OWN)?.tags).toEqual({})
    expect(await answer(journey, { step: 'bucket', action: 'check' })).toMatchObject({
      kind: 'pending',
    })
  })

  test('whose policy has changed since is shown anew, and nothing is written', async () => {
    const { journey, world, stage } = await asked()
    const status = await answer(journey, { step: 'cost-report', action: 'preview', ...draft })
    const reviewed = askOf(status).existingBucket?.policy?.reviewed ?? ''
    const bucket = world.buckets.get(OWN)
    if (bucket) bucket.policy = (bucket.policy ?? '').replace('FinanceReads', 'SomebodyElseReads')
    const create = { step: 'cost-report', action: 'create', ...draft } as const
    const refused = await answer(journey, { ...create, reviewed })
    expect(refused).toMatchObject({
      kind: 'todo',
      problem: { code: 'bucket-policy-changed', field: 'bucketName' },
    })
    expect(written(stage)).toEqual([])
    expect(world.accounts.get(PAYER)?.reports).toEqual([])
    const { policy } = askOf(refused).existingBucket ?? {}
    expect(JSON.stringify(policy?.diff)).toContain('SomebodyElseReads')
    expect((await answer(journey, { ...create, reviewed: policy?.reviewed ?? '' })).kind).toBe(
      'done',
    )
  })

  test.each<[string, Partial<Bucket>, string, string]>([
    [
      'with a key of the customer',
      { encryption: { algorithm: 'aws:kms', kmsKeyId: 'arn:aws:kms:us-east-1:1:key/k' } },
      'encryption',
      'bucket-kms',
    ],
    ['in another region', { region: 'eu-west-1' }, 'region', 'bucket-wrong-region'],
    ['of another account', { owner: '999988887777' }, 'owner', 'bucket-taken'],
    [
      'that forbids delivery',
      {
        policy: JSON.stringify({
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:PutObject',
              Resource: `arn:aws:s3:::our-own-bucket/*`,
            },
          ],
        }),
      },
      'policy',
      'bucket-policy-denies',
    ],
  ])('%s is refused, and its finding says why', async (_, fields, bad, code) => {
    const name = 'our-own-bucket'
    const { journey, stage } = await asked({
      arrange: ({ buckets }) => {
        buckets.set(name, newBucket({ name, owner: PAYER, created: 0, ...fields }))
      },
    })
    const wanted = { ...draft, bucketName: name }
    const status = await answer(journey, { step: 'cost-report', action: 'preview', ...wanted })
    const { existingBucket } = askOf(status)
    expect(existingBucket?.policy).toBeNull()
    const found = existingBucket?.findings.filter(({ verdict }) => verdict === 'bad')
    expect(found?.map(({ id }) => id)).toEqual([bad])
    const refused = await answer(journey, {
      step: 'cost-report',
      action: 'create',
      reviewed: '',
      ...wanted,
    })
    const error = refused.kind === 'todo' ? refused.problem : 'error' in refused && refused.error
    expect(error).toMatchObject({ code })
    expect(written(stage)).toEqual([])
  })

  test('that is not there, or has no possible name, is told at once', async () => {
    const { journey } = await asked()
    const preview = { step: 'cost-report', action: 'preview', ...draft } as const
    const missing = await answer(journey, { ...preview, bucketName: 'nobodys-bucket-19' })
    expect(askOf(missing).existingBucket?.findings).toEqual([
      { id: 'exists', verdict: 'bad', value: 'nobodys-bucket-19' },
    ])
    const impossible = await answer(journey, { ...preview, bucketName: 'Our Bucket' })
    expect(impossible).toMatchObject({ kind: 'todo', problem: { code: 'bucket-name-invalid' } })
    expect(askOf(impossible).existingBucket).toBeNull()
    expect(
      askOf(await answer(journey, { ...preview, bucketIsNew: true })).existingBucket,
    ).toBeNull()
  })

  test('that was typed over while it was read is not shown any more', async () => {
    const { journey, stage } = await asked()
    stage.simulator.inject({ kind: 'latency', ms: 150, service: 's3', count: 1 })
    const first = journey.engine.command({ step: 'cost-report', action: 'preview', ...draft })
    const second = { ...draft, bucketName: 'spot-new', bucketIsNew: true }
    await Promise.all([
      first,
      journey.engine.command({ step: 'cost-report', action: 'preview', ...second }),
    ])
    expect(askOf(journey.status('cost-report')).draft).toEqual(second)
  })
})

describe('a new bucket', () => {
  const fresh = { ...draft, bucketName: 'spot-eco-cur-northwind', bucketIsNew: true } as const
  const create = { step: 'cost-report', action: 'create', reviewed: '', ...fresh } as const
  const theirs = (fields: Partial<Bucket> = {}): Bucket =>
    newBucket({
      name: fresh.bucketName,
      owner: PAYER,
      created: 0,
      tags: { CostCenter: '7' },
      ...fields,
    })
  const denial = 'missing-permission'

  test('and its report are tagged for the connection, and remembered as created', async () => {
    const { journey, world } = await asked()
    expect((await answer(journey, create)).kind).toBe('done')
    const tags = { 'created-by': 'eco-connect', 'eco-connect': 'connection' }
    expect(world.buckets.get(fresh.bucketName)?.tags).toEqual(tags)
    expect(world.accounts.get(PAYER)?.reports[0]?.tags).toEqual(tags)
    expect(journey.engine.choices().created).toEqual([
      { kind: 'bucket', accountId: PAYER, name: fresh.bucketName, id: '' },
      { kind: 'report', accountId: PAYER, name: fresh.reportName, id: '' },
    ])
    await answer(journey, { step: 'cost-report', action: 'change' })
    expect(journey.engine.choices().created).toHaveLength(2)
  })

  test('that AWS refuses to create is not begun', async () => {
    const { journey, stage, world } = await asked()
    stage.simulator.inject({ kind: 'accessDenied', operation: 'CreateBucket', denial })
    const refused = await answer(journey, create)
    expect(refused).toMatchObject({ error: { facts: { action: 's3:CreateBucket' } } })
    expect(journey.engine.choices()).toMatchObject({ begunBucket: null, created: [] })
    // A colleague creates one of that name.
    const bucket = theirs()
    world.buckets.set(fresh.bucketName, bucket)
    expect(await answer(journey, create)).toMatchObject({ problem: { code: 'bucket-not-new' } })
    expect(bucket).toMatchObject({ tags: { CostCenter: '7' }, policy: undefined })
  })

  test('whose creation was interrupted is gone on with, and what somebody made of it is not', async () => {
    const { journey, stage, world } = await asked({ policy: withoutTagResource })
    const lift = stage.simulator.inject({
      kind: 'accessDenied',
      operation: 'PutBucketTagging',
      denial,
    })
    await answer(journey, create)
    lift()
    expect(journey.engine.choices().begunBucket?.bucketName).toBe(fresh.bucketName)
    const bucket = world.buckets.get(fresh.bucketName)
    if (!bucket) throw new Error('no bucket')
    bucket.tags = { CostCenter: '7' }
    expect(await answer(journey, create)).toMatchObject({ problem: { code: 'bucket-not-new' } })
    expect(bucket.tags).toEqual({ CostCenter: '7' })
    bucket.tags = {}
    expect((await answer(journey, create)).kind).toBe('done')
    expect(journey.engine.choices().begunBucket).toBeNull()
  })

  test('is not begun any more once another report is chosen', async () => {
    const { journey, stage } = await asked({ scenario: 'report-fits', policy: withoutTagResource })
    stage.simulator.inject({ kind: 'accessDenied', operation: 'PutBucketTagging', denial })
    await answer(journey, create)
    expect(journey.engine.choices().begunBucket).not.toBeNull()
    await answer(journey, {
      step: 'cost-report',
      action: 'reuse',
      reportName: 'northwind-eco-hourly',
    })
    expect(journey.engine.choices()).toMatchObject({
      begunBucket: null,
      created: [{ kind: 'bucket', name: fresh.bucketName }],
    })
  })

  test('that is there already keeps its tags and its policy', async () => {
    const { journey, stage, world } = await asked()
    const bucket = theirs({ tags: { CostCenter: '7', 'created-by': 'eco-connect' } })
    world.buckets.set(fresh.bucketName, bucket)
    expect(await answer(journey, create)).toMatchObject({ problem: { code: 'bucket-not-new' } })
    expect(written(stage)).toEqual([])
    expect(bucket.tags).toEqual({ CostCenter: '7', 'created-by': 'eco-connect' })
  })
})
