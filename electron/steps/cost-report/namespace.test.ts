import { describe, expect, test } from 'vitest'
import type { PolicyDocument, World } from '../../../e2e/simulator/index.ts'
import { suggestBucketName, suggestGlobalBucketName } from '../../aws/client/bucket-name.ts'
import { PAYER, type Simulated } from '../../aws/testing/simulated.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import type { Status } from '../../contract/status.ts'
import type { Journey } from '../testing/journey.ts'
import { answer, asked, askOf, withoutTagResource } from '../testing/report-journey.ts'

const REGIONAL = suggestBucketName(PAYER)
const GLOBAL = suggestGlobalBucketName(PAYER)
const TAGS = { 'created-by': 'eco-connect', 'eco-connect': 'connection' }
const named = (bucketName: string) =>
  ({
    step: 'cost-report',
    action: 'create',
    reviewed: '',
    reportName: 'spot-eco',
    bucketName,
    prefix: 'cur',
    bucketIsNew: true,
  }) as const

const refusesRegional = ({ settings }: World): void => {
  settings.reportsToAccountRegional = false
}
const sentTo = ({ simulator }: Simulated, operation: string): number =>
  simulator.requests.filter((one) => one.operation === operation).length
const problemOf = (status: Status) => ('problem' in status ? status.problem : undefined)

describe('a new bucket in the account’s own namespace', () => {
  test('is proposed, and created there with its tags in one request', async () => {
    const { journey, stage, world } = await asked()
    const { draft, proposed } = askOf(journey.status('cost-report'))
    expect(draft).toMatchObject({ bucketName: REGIONAL, bucketIsNew: true })
    expect(proposed).toEqual({ regional: REGIONAL, global: GLOBAL })
    expect((await answer(journey, named(REGIONAL))).kind).toBe('done')
    expect(world.buckets.get(REGIONAL)).toMatchObject({ owner: PAYER, tags: TAGS })
    expect(sentTo(stage, 'CreateBucket')).toBe(1)
    expect(sentTo(stage, 'PutBucketTagging')).toBe(0)
    expect(journey.status('bucket').kind).toBe('pending')
  })

  test.each([REGIONAL, GLOBAL])(
    'is tagged afterwards where only that is allowed: %s',
    async (name) => {
      const { journey, stage, world } = await asked({ policy: withoutTagResource })
      expect((await answer(journey, named(name))).kind).toBe('done')
      expect(world.buckets.get(name)?.tags).toEqual(TAGS)
      expect(sentTo(stage, 'CreateBucket')).toBe(2)
      expect(sentTo(stage, 'PutBucketTagging')).toBe(1)
    },
  )

  test.each([
    ['reports-730915264418-us-east-1-an', 'regional-account'],
    [`reports-${PAYER}-eu-west-1-an`, 'regional-region'],
    ['reports-an', 'regional-form'],
  ])('of a name that AWS would refuse is told beside its field: %s', async (name, rule) => {
    const { journey, stage } = await asked()
    const code = 'bucket-name-invalid'
    expect(problemOf(await answer(journey, named(name)))).toMatchObject({
      code,
      field: 'bucketName',
      facts: { rule },
    })
    expect(sentTo(stage, 'CreateBucket')).toBe(0)
  })

  test('that AWS does not create there leaves nothing remembered', async () => {
    const { journey, stage } = await asked()
    stage.simulator.inject({
      kind: 'error',
      service: 's3',
      operation: 'CreateBucket',
      code: 'InvalidBucketNamespace',
      message: 'Not here.',
      status: 400,
    })
    expect(problemOf(await answer(journey, named(REGIONAL)))).toMatchObject({
      code: 'bucket-namespace-refused',
      field: 'bucketName',
    })
    expect(journey.engine.choices()).toMatchObject({ begunBucket: null, created: [] })
  })
})

/** A company that decides by the header which names new buckets may have. */
const company = (operator: 'StringEquals' | 'StringNotEquals'): PolicyDocument => ({
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 's3:CreateBucket',
      Resource: '*',
      Condition: { [operator]: { 's3:x-amz-bucket-namespace': 'account-regional' } },
    },
  ],
})

describe('a company’s policy', () => {
  const { kinds } = english.costReport.newReport

  test.each([
    ['forbids the account’s own namespace', 'StringEquals', REGIONAL, GLOBAL, kinds.global.label],
    ['allows nothing else', 'StringNotEquals', GLOBAL, REGIONAL, kinds.regional.label],
  ] as const)('that %s: the other kind is named, and goes on', async (...row) => {
    const [, operator, refused, other, label] = row
    const { journey } = await asked({ policy: company(operator) })
    const failed = await answer(journey, named(refused))
    if (failed.kind !== 'failed') throw new Error(failed.kind)
    expect(failed.error.code).toBe('aws-denied-explicit')
    expect(errorText(english, failed.error).todo).toContain(label)
    expect(journey.engine.choices()).toMatchObject({ begunBucket: null, created: [] })
    expect((await answer(journey, named(other))).kind).toBe('done')
  })
})

async function refused(options: Parameters<typeof asked>[0] = {}) {
  const scene = await asked({ arrange: refusesRegional, ...options })
  const status = await answer(scene.journey, named(REGIONAL))
  return { ...scene, status }
}
const remove = (journey: Journey, bucketName: string) =>
  answer(journey, { step: 'cost-report', action: 'remove-bucket', bucketName })

describe('a bucket that AWS does not take for the report', () => {
  test('is told at its field, and is one that can be removed', async () => {
    const { status, journey, world } = await refused()
    expect(problemOf(status)).toMatchObject({
      code: 'report-namespace-refused',
      field: 'bucketName',
      facts: { bucket: REGIONAL, message: 'Failed to verify customer bucket permission.' },
    })
    expect(askOf(status)).toMatchObject({ leftBuckets: [REGIONAL] })
    expect(journey.engine.choices().created).toMatchObject([{ kind: 'bucket', name: REGIONAL }])
    expect((await remove(journey, REGIONAL)).kind).toBe('todo')
    expect(world.buckets.has(REGIONAL)).toBe(false)
    expect(journey.engine.choices()).toMatchObject({ begunBucket: null, created: [] })
    expect((await answer(journey, named(GLOBAL))).kind).toBe('done')
  })

  test('stands in nobody’s way: an ordinary name goes on, and it is taken back later', async () => {
    const { journey, world } = await refused()
    expect((await answer(journey, named(GLOBAL))).kind).toBe('done')
    expect([...world.buckets.keys()].filter((name) => name.startsWith('spot-eco'))).toEqual([
      REGIONAL,
      GLOBAL,
    ])
    expect(journey.engine.choices().created.map(({ name }) => name)).toContain(REGIONAL)
  })

  test.each<[string, (bucket: { tags: object; objects: Map<string, unknown> }) => void]>([
    ['holds something', (bucket) => bucket.objects.set('a', { body: '', modified: 0 })],
    ['lost its mark', (bucket) => Object.assign(bucket, { tags: {} })],
    [
      'is another connection’s',
      (bucket) => Object.assign(bucket, { tags: { 'eco-connect': 'x' } }),
    ],
  ])('is not removed when it %s', async (_, change) => {
    const { journey, world, stage } = await refused()
    const bucket = world.buckets.get(REGIONAL)
    if (!bucket) throw new Error('no bucket')
    change(bucket)
    expect(
      askOf(await answer(journey, { step: 'cost-report', action: 'check' })).leftBuckets,
    ).toEqual([])
    await remove(journey, REGIONAL)
    expect(world.buckets.has(REGIONAL)).toBe(true)
    expect(sentTo(stage, 'DeleteObjects')).toBe(0)
    expect(journey.engine.choices().created).toMatchObject([{ name: REGIONAL }])
  })

  test('is kept, and told, when it may not be deleted', async () => {
    const { journey, world, stage } = await refused()
    stage.simulator.inject({
      kind: 'accessDenied',
      operation: 'DeleteBucket',
      denial: 'missing-permission',
    })
    expect(await remove(journey, REGIONAL)).toMatchObject({
      kind: 'failed',
      error: { code: 'aws-denied', facts: { action: 's3:DeleteBucket' } },
      ask: { leftBuckets: [REGIONAL] },
    })
    expect(world.buckets.has(REGIONAL)).toBe(true)
    expect(journey.engine.choices().created).toMatchObject([{ name: REGIONAL }])
  })

  test('nothing but what this connection created is removed', async () => {
    const { journey, world } = await refused()
    expect(await remove(journey, 'northwind-billing-archive')).toMatchObject({
      kind: 'failed',
      error: { code: 'not-now' },
    })
    expect(world.buckets.has('northwind-billing-archive')).toBe(true)
  })

  test('whatever AWS says against the report counts, as nobody knows its words', async () => {
    for (const code of ['ValidationException', 'ResourceNotFoundException']) {
      const { journey, stage } = await asked()
      stage.simulator.inject({
        kind: 'error',
        service: 'cur',
        operation: 'PutReportDefinition',
        code,
        message: 'Something else.',
        status: 400,
      })
      expect(problemOf(await answer(journey, named(REGIONAL)))?.code).toBe(
        'report-namespace-refused',
      )
    }
  })
})
