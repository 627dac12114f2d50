import { describe, expect, test } from 'vitest'
import { newBucket } from '../../../e2e/simulator/index.ts'
import type { Bucket } from '../../../e2e/simulator/index.ts'
import type { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/failure.ts'
import { createBuckets } from './buckets.ts'
import { mergeDeliveryPolicy } from './bucket-policy.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )
const NAME = 'spot-eco-cur-418207315602'
const TAGS = { 'created-by': 'eco-connect', 'eco-connect': 'mine' }

const withBucket = async (fields: Partial<Bucket> = {}) => {
  const world = await simulated({
    arrange: ({ buckets }) => {
      buckets.set(NAME, newBucket({ name: NAME, owner: PAYER, created: 0, ...fields }))
    },
  })
  const bucket = world.simulator.world.buckets.get(NAME)
  return { world, bucket, buckets: createBuckets((await world.enter()).access) }
}

test('creates a private, tagged bucket that AWS may deliver into', async () => {
  const world = await simulated()
  const buckets = createBuckets((await world.enter()).access)
  expect(await buckets.read(NAME, PAYER)).toMatchObject({ exists: false, delivery: 'unknown' })
  await buckets.prepare(NAME, PAYER, { connectionId: 'mine' })
  expect(await buckets.read(NAME, PAYER)).toEqual({
    name: NAME,
    exists: true,
    mine: true,
    region: 'us-east-1',
    publicAccessBlocked: true,
    encryption: { kind: 'SSE-S3', keyArn: '' },
    delivery: 'allowed',
    denying: null,
    ownership: 'BucketOwnerEnforced',
    eventNotifications: [],
  })
  expect(world.simulator.world.buckets.get(NAME)?.tags).toEqual({
    'created-by': 'eco-connect',
    'eco-connect': 'mine',
  })
  expect(await buckets.list()).toContain(NAME)
})

test.each(['reports-418207315602-us-east-1-an', 'reports-northwind'])(
  'carries its tags from the first moment on: %s',
  async (name) => {
    const world = await simulated()
    const buckets = createBuckets((await world.enter()).access)
    world.simulator.inject({ kind: 'status', status: 503, operation: 'PutPublicAccessBlock' })
    await errorOf(buckets.prepare(name, PAYER, { connectionId: 'mine' }))
    expect(world.simulator.world.buckets.get(name)?.tags).toEqual(TAGS)
    expect(await buckets.isUnfinished(name, PAYER, { connectionId: 'mine', untagged: false })).toBe(
      true,
    )
  },
)

test.each([
  { kind: 'accessDenied', denial: 'missing-permission' },
  { kind: 'accessDenied', denial: 'bare' },
  { kind: 'status', status: 503 },
] as const)('is not created without tags for anything but their denial: %j', async (fault) => {
  const world = await simulated()
  const buckets = createBuckets((await world.enter()).access)
  const lift = world.simulator.inject({ ...fault, operation: 'CreateBucket', count: 1 })
  // A fault of AWS's own passes, and the same request is sent once more.
  await buckets.prepare(NAME, PAYER, { connectionId: 'mine' }).catch(toAppError)
  lift()
  const bucket = world.simulator.world.buckets.get(NAME)
  expect(bucket?.tags ?? TAGS).toEqual(TAGS)
  const untagged = world.simulator.requests.filter(
    ({ operation }) => operation === 'PutBucketTagging',
  )
  expect(untagged).toEqual([])
})

test('whose access goes by tags is gone on with once it carries the mark, and told until then', async () => {
  const { bucket, buckets } = await withBucket({ abac: true })
  const resumed = () => buckets.prepare(NAME, PAYER, { resumed: true, connectionId: 'mine' })
  expect(await errorOf(resumed())).toMatchObject({
    code: 'bucket-tags-refused',
    facts: { bucket: NAME, tag: 'mine' },
  })
  expect(bucket?.policy).toBeUndefined()
  if (bucket) bucket.tags = { 'eco-connect': 'mine' }
  await resumed()
  expect(await buckets.read(NAME, PAYER)).toMatchObject({ delivery: 'allowed' })
})

test('may be asked twice, and then changes nothing', async () => {
  const world = await simulated()
  const buckets = createBuckets((await world.enter()).access)
  await buckets.prepare(NAME, PAYER)
  const policy = world.simulator.world.buckets.get(NAME)?.policy
  await buckets.prepare(NAME, PAYER)
  expect(world.simulator.world.buckets.get(NAME)?.policy).toBe(policy)
  const written = world.simulator.requests.filter((one) => one.operation === 'PutBucketPolicy')
  expect(written).toHaveLength(1)
})

test('goes on where it was interrupted', async () => {
  const world = await simulated()
  const buckets = createBuckets((await world.enter()).access)
  const lift = world.simulator.inject({
    kind: 'accessDenied',
    operation: 'PutPublicAccessBlock',
    denial: 'missing-permission',
  })
  expect(await errorOf(buckets.prepare(NAME, PAYER))).toMatchObject({
    code: 'aws-denied',
    facts: { action: 's3:PutBucketPublicAccessBlock' },
  })
  lift()
  const bucket = world.simulator.world.buckets.get(NAME)
  if (bucket) bucket.publicAccessBlock = undefined
  await buckets.prepare(NAME, PAYER, { resumed: true })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({
    publicAccessBlocked: true,
    delivery: 'allowed',
  })
})

test('adds to the policy of a bucket it did not create, and touches nothing else', async () => {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Sid: 'Ours',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `arn:aws:s3:::${NAME}/*`,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  })
  const { bucket, buckets } = await withBucket({ policy, publicAccessBlock: undefined })
  await buckets.prepare(NAME, PAYER)
  expect(bucket?.policy).toBe(mergeDeliveryPolicy(policy, NAME, PAYER).policy)
  expect(bucket?.publicAccessBlock).toBeUndefined()
  expect(bucket?.tags).toEqual({})
})

test('reads what a bucket is like', async () => {
  const { buckets } = await withBucket({
    encryption: { algorithm: 'aws:kms', kmsKeyId: 'arn:aws:kms:us-east-1:1:key/k' },
    publicAccessBlock: undefined,
    notifications: {
      QueueConfigurations: [
        { QueueArn: 'arn:aws:sqs:us-east-1:1:q', Events: ['s3:ObjectCreated:*'] },
        { Id: 'import', QueueArn: 'arn:aws:sqs:us-east-1:1:p', Events: ['s3:ObjectCreated:*'] },
      ],
      EventBridgeConfiguration: {},
    },
    ownership: 'ObjectWriter',
  })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({
    encryption: { kind: 'SSE-KMS', keyArn: 'arn:aws:kms:us-east-1:1:key/k' },
    publicAccessBlocked: false,
    delivery: 'not-allowed',
    eventNotifications: ['arn:aws:sqs:us-east-1:1:q', 'import', 'Amazon EventBridge'],
    ownership: 'ObjectWriter',
  })
})

test('tells what it may not read from what is not there', async () => {
  const { world, buckets } = await withBucket()
  for (const operation of [
    'GetBucketEncryption',
    'GetBucketPolicy',
    'GetPublicAccessBlock',
    'GetBucketOwnershipControls',
  ])
    world.simulator.inject({ kind: 'accessDenied', operation, denial: 'missing-permission' })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({
    exists: true,
    mine: true,
    encryption: { kind: 'unknown' },
    delivery: 'unknown',
    publicAccessBlocked: 'unknown',
    ownership: 'unknown',
    eventNotifications: [],
  })
})

test('somebody else’s bucket is not ours', async () => {
  const { buckets } = await withBucket({ owner: '999988887777' })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({ exists: true, mine: false })
  expect(await errorOf(buckets.prepare(NAME, PAYER))).toMatchObject({
    code: 'bucket-not-owned',
    field: 'bucketName',
  })
})

test('a bucket whose location may not be read is found by the list', async () => {
  const { world, buckets } = await withBucket()
  world.simulator.inject({
    kind: 'accessDenied',
    operation: 'GetBucketLocation',
    denial: 'missing-permission',
  })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({ exists: true, mine: true, region: '' })
})

test('a bucket elsewhere is of no use', async () => {
  const { buckets } = await withBucket({ region: 'eu-west-1' })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({
    exists: true,
    mine: true,
    region: 'eu-west-1',
    delivery: 'unknown',
  })
  expect(await errorOf(buckets.prepare(NAME, PAYER))).toMatchObject({
    code: 'bucket-wrong-region',
    facts: { region: 'eu-west-1' },
  })
})

test.each([
  ['BucketAlreadyExists', 409, 'bucket-taken'],
  ['TooManyBuckets', 400, 'bucket-limit'],
  ['OperationAborted', 409, 'bucket-busy'],
  ['InvalidBucketName', 400, 'bucket-name-invalid'],
])('knows %s when creating', async (code, status, expected) => {
  const world = await simulated()
  const buckets = createBuckets((await world.enter()).access)
  world.simulator.inject({ kind: 'error', operation: 'CreateBucket', code, status, message: code })
  expect((await errorOf(buckets.prepare(NAME, PAYER))).code).toBe(expected)
})

test('leaves a policy alone that forbids delivery, or that AWS would not take back', async () => {
  const forbidding = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: PAYER },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${NAME}/*`,
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${NAME}/*`,
      },
    ],
  })
  const { bucket, buckets } = await withBucket({ policy: forbidding })
  expect(await errorOf(buckets.prepare(NAME, PAYER))).toMatchObject({
    code: 'bucket-policy-denies',
    facts: { bucket: NAME, statement: '', position: '2' },
  })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({
    delivery: 'denied',
    denying: { sid: '', position: 2 },
  })
  const plan = await buckets.deliveryPlan(NAME, PAYER)
  expect(plan.verdict).toBe('denied')
  expect(plan.after).toBe(plan.before)
  expect(bucket?.policy).toBe(forbidding)
  const { world, buckets: others } = await withBucket()
  world.simulator.inject({
    kind: 'error',
    operation: 'PutBucketPolicy',
    code: 'MalformedPolicy',
    status: 400,
    message: 'Invalid principal in policy',
  })
  expect((await errorOf(others.prepare(NAME, PAYER))).code).toBe('bucket-policy-refused')
})

test('a policy that was public before is told as that, and stays as it was', async () => {
  const open = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${NAME}/*`,
      },
    ],
  })
  const { bucket, buckets } = await withBucket({ policy: open })
  const error = await errorOf(buckets.prepare(NAME, PAYER))
  expect(error).toMatchObject({ code: 'bucket-policy-public', facts: { bucket: NAME } })
  expect(error.detail?.message).toContain('BlockPublicPolicy')
  expect(bucket?.policy).toBe(open)
  const { buckets: others } = await withBucket({ policy: open, publicAccessBlock: undefined })
  await others.prepare(NAME, PAYER)
})

test('a bucket without ownership controls leaves files to those who write them', async () => {
  const { world, buckets } = await withBucket()
  world.simulator.inject({
    kind: 'error',
    operation: 'GetBucketOwnershipControls',
    code: 'OwnershipControlsNotFoundError',
    status: 404,
    message: 'The bucket ownership controls were not found',
  })
  expect(await buckets.read(NAME, PAYER)).toMatchObject({ ownership: 'ObjectWriter' })
})

describe('a change of the policy that was agreed to', () => {
  const READER = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'FinanceReads',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${PAYER}:root` },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${NAME}/*`,
      },
    ],
  })

  test('is made as it was shown', async () => {
    for (const policy of [READER, undefined]) {
      const { bucket, buckets } = await withBucket({ policy })
      const plan = await buckets.deliveryPlan(NAME, PAYER)
      expect(plan.verdict).toBe('not-allowed')
      expect(plan.before).toBe(policy ? JSON.stringify(JSON.parse(policy), null, 2) : '')
      await buckets.allowDelivery(NAME, PAYER, plan.reviewed)
      expect(JSON.stringify(JSON.parse(bucket?.policy ?? ''), null, 2)).toBe(plan.after)
      const then = await buckets.deliveryPlan(NAME, PAYER)
      expect(then).toMatchObject({ verdict: 'allowed', before: plan.after, after: plan.after })
      expect(then.reviewed).not.toBe(plan.reviewed)
    }
  })

  test('is not made when the policy has changed since', async () => {
    const { world, bucket, buckets } = await withBucket()
    const { reviewed } = await buckets.deliveryPlan(NAME, PAYER)
    if (bucket) bucket.policy = READER
    for (const attempt of [
      buckets.allowDelivery(NAME, PAYER, reviewed),
      buckets.prepare(NAME, PAYER, { reviewed }),
      buckets.prepare(NAME, PAYER, { reviewed: '' }),
    ])
      expect(await errorOf(attempt)).toMatchObject({
        code: 'bucket-policy-changed',
        field: 'bucketName',
        facts: { bucket: NAME },
      })
    expect(bucket?.policy).toBe(READER)
    expect(world.simulator.requests.map(({ operation }) => operation)).not.toContain(
      'PutBucketPolicy',
    )
  })

  test('is nothing when AWS may deliver already, whatever was shown', async () => {
    const { world, buckets } = await withBucket({
      policy: mergeDeliveryPolicy(READER, NAME, PAYER).policy,
    })
    await buckets.allowDelivery(NAME, PAYER, 'something else')
    expect(world.simulator.requests.map(({ operation }) => operation)).not.toContain(
      'PutBucketPolicy',
    )
  })
})

describe('a bucket whose creation was interrupted', () => {
  const begun = { connectionId: 'mine', untagged: true }
  const policy = mergeDeliveryPolicy(null, NAME, PAYER).policy

  test.each<[string, Partial<Bucket>, boolean]>([
    ['untagged, empty and without a policy', {}, true],
    ['tagged for the connection', { tags: { 'eco-connect': 'mine', CostCenter: '7' } }, true],
    ['tagged and with the policy', { tags: { 'eco-connect': 'mine' }, policy }, true],
    ['tagged for another connection', { tags: { 'eco-connect': 'theirs' } }, false],
    ['tagged by somebody', { tags: { CostCenter: '7' } }, false],
    ['with a file in it', { objects: new Map([['a', { body: '', modified: 0 }]]) }, false],
    ['with a policy', { policy }, false],
    [
      'tagged, with a policy of somebody else’s',
      { tags: { 'eco-connect': 'mine' }, policy: JSON.stringify({ Statement: [] }) },
      false,
    ],
  ])('%s', async (_, fields, unfinished) => {
    const { buckets } = await withBucket(fields)
    expect(await buckets.isUnfinished(NAME, PAYER, begun)).toBe(unfinished)
    const tagged = fields.tags?.['eco-connect'] === 'mine'
    const later = { ...begun, untagged: false }
    expect(await buckets.isUnfinished(NAME, PAYER, later)).toBe(unfinished && tagged)
  })

  test('is nothing that can be told without looking', async () => {
    const { world, buckets } = await withBucket()
    const denial = 'missing-permission'
    world.simulator.inject({ kind: 'accessDenied', operation: 'ListObjectsV2', denial })
    expect(await buckets.isUnfinished(NAME, PAYER, begun)).toBe(false)
  })

  test('keeps the tags that it carries, and no foreign policy is added to', async () => {
    const { bucket, buckets } = await withBucket({ tags: { CostCenter: '7' } })
    await buckets.prepare(NAME, PAYER, { resumed: true, connectionId: 'mine' })
    expect(bucket?.tags).toEqual({
      CostCenter: '7',
      'created-by': 'eco-connect',
      'eco-connect': 'mine',
    })
    const foreign = JSON.stringify({ Version: '2012-10-17', Statement: [] })
    if (bucket) bucket.policy = foreign
    const error = await errorOf(buckets.prepare(NAME, PAYER, { resumed: true }))
    expect(error.code).toBe('bucket-policy-changed')
    expect(bucket?.policy).toBe(foreign)
  })
})
