import { expect, test } from 'vitest'
import type { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/failure.ts'
import { newBucket } from '../../../e2e/simulator/world.ts'
import { createBuckets } from '../s3/buckets.ts'
import { createRemoval } from './removal.ts'
import { createReports } from '../cur/reports.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const BUCKET = 'spot-eco-cur-418207315602'
const REPORT = { name: 'spot-eco', bucket: BUCKET, prefix: 'cur' }
const MINE = { connectionId: 'mine', remembered: false }
const WRITES = /^(Delete|Put|Create|Tag)/

const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )

/** An account in which this app has set up its bucket and its report. */
const connected = async (options: Parameters<typeof simulated>[0] = {}) => {
  const world = await simulated(options)
  const { access } = await world.enter()
  await createBuckets(access).prepare(BUCKET, PAYER, { connectionId: MINE.connectionId })
  const reports = createReports(access)
  await reports.define({ ...REPORT, connectionId: MINE.connectionId })
  const before = world.simulator.requests.length
  return {
    world,
    removal: createRemoval(access),
    reports,
    bucket: () => world.simulator.world.buckets.get(BUCKET),
    account: () => world.simulator.world.accounts.get(PAYER),
    /** The names of the operations since then that change something. */
    writes: () =>
      world.simulator.requests
        .slice(before)
        .map(({ operation }) => operation)
        .filter((operation) => WRITES.test(operation)),
    calls: world.calls,
  }
}

test('knows by their tags what this app has created', async () => {
  const { removal, calls } = await connected()
  expect(await removal.report(REPORT.name, MINE)).toEqual({ mark: 'own' })
  // AWS leaves an object in each bucket to which a report is defined.
  expect(await removal.bucket(BUCKET, PAYER, MINE)).toEqual({ mark: 'own', objects: 1 })
  expect(await removal.report('nobody', MINE)).toBeNull()
  expect(await removal.bucket('nobody-has-this-one', PAYER, MINE)).toBeNull()
  expect(calls.map(({ operation }) => operation)).toContain('ListTagsForResource')
})

test('leaves alone what carries no tag of this app', async () => {
  const { removal, writes } = await connected({ scenario: 'report-fits' })
  expect(await removal.report('northwind-eco-hourly', MINE)).toEqual({ mark: 'none' })
  expect(await errorOf(removal.deleteReport('northwind-eco-hourly', MINE))).toMatchObject({
    code: 'not-created-here',
    facts: { name: 'northwind-eco-hourly' },
  })
  const options = { withObjects: true }
  const refused = removal.deleteBucket('northwind-cur-418207315602', PAYER, MINE, options)
  expect((await errorOf(refused)).code).toBe('not-created-here')
  expect(writes()).toEqual([])
})

test('deletes the report, then the bucket, and is harmless to repeat', async () => {
  const { removal, bucket, account, writes } = await connected()
  const options = { withObjects: true }
  expect(await errorOf(removal.deleteBucket(BUCKET, PAYER, MINE, options))).toMatchObject({
    code: 'removal-order',
    facts: { bucket: BUCKET, report: REPORT.name },
  })
  expect(writes()).toEqual([])
  await removal.deleteReport(REPORT.name, MINE)
  expect(account()?.reports).toEqual([])
  await removal.deleteBucket(BUCKET, PAYER, MINE, options)
  expect(bucket()).toBeUndefined()
  await removal.deleteReport(REPORT.name, MINE)
  await removal.deleteBucket(BUCKET, PAYER, MINE, options)
  expect(writes()).toEqual(['DeleteReportDefinition', 'DeleteObjects', 'DeleteBucket'])
})

test('keeps a bucket with files in it until the person agrees to lose them', async () => {
  const { removal, bucket } = await connected()
  await removal.deleteReport(REPORT.name, MINE)
  for (let n = 0; n < 1100; n += 1) bucket()?.objects.set(`cur/${n}`, { body: '', modified: 0 })
  const kept = await errorOf(removal.deleteBucket(BUCKET, PAYER, MINE, { withObjects: false }))
  expect(kept).toMatchObject({
    code: 'bucket-not-empty',
    facts: { bucket: BUCKET, objects: '1101' },
  })
  expect(bucket()?.objects.size).toBe(1101)
  await removal.deleteBucket(BUCKET, PAYER, MINE, { withObjects: true })
  expect(bucket()).toBeUndefined()
})

test('says so when S3 knows of files that cannot be seen', async () => {
  const { removal, world } = await connected()
  await removal.deleteReport(REPORT.name, MINE)
  world.simulator.inject({
    kind: 'error',
    operation: 'DeleteBucket',
    code: 'BucketNotEmpty',
    status: 409,
    message:
      'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
  })
  expect(
    await errorOf(removal.deleteBucket(BUCKET, PAYER, MINE, { withObjects: true })),
  ).toMatchObject({
    code: 'bucket-not-empty',
    facts: { bucket: BUCKET, objects: '' },
  })
})

test('counts nothing where it may not look, and says which permission is missing', async () => {
  const { removal, world } = await connected()
  world.simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    operation: 'ListObjectsV2',
  })
  expect(await removal.bucket(BUCKET, PAYER, MINE)).toEqual({ mark: 'own', objects: null })
  await removal.deleteReport(REPORT.name, MINE)
  const denied = await errorOf(removal.deleteBucket(BUCKET, PAYER, MINE, { withObjects: true }))
  expect(denied.code).toMatch(/^aws-denied/)
  expect(denied.facts['action']).toBe('s3:ListBucket')
})

test('does not touch a bucket of somebody else that has the name', async () => {
  const { removal, world, writes } = await connected()
  const name = 'spot-eco-cur-elsewhere'
  const tags = { 'created-by': 'eco-connect' }
  const theirs = newBucket({ name, owner: '905418330172', created: 0, tags })
  world.simulator.world.buckets.set(name, theirs)
  const denied = await errorOf(removal.deleteBucket(name, PAYER, MINE, { withObjects: true }))
  expect(denied.code).toMatch(/^aws-denied/)
  expect(writes()).toEqual([])
})

test('leaves alone what the app has created for another connection', async () => {
  const { removal, writes } = await connected()
  const other = { connectionId: 'other', remembered: true }
  expect(await removal.report(REPORT.name, other)).toEqual({ mark: 'other' })
  expect(await removal.bucket(BUCKET, PAYER, other)).toMatchObject({ mark: 'other' })
  const report = await errorOf(removal.deleteReport(REPORT.name, other))
  const bucket = await errorOf(removal.deleteBucket(BUCKET, PAYER, other, { withObjects: true }))
  expect([report.code, bucket.code]).toEqual(['not-created-here', 'not-created-here'])
  expect(writes()).toEqual([])
})

test('what an earlier version created counts only for the connection that remembers it', async () => {
  const { removal, account, bucket } = await connected()
  const tags = { 'created-by': 'eco-connect' }
  const [report] = account()?.reports ?? []
  const theirs = bucket()
  if (!report || !theirs) throw new Error('nothing is connected')
  report.tags = tags
  theirs.tags = tags
  for (const remembered of [true, false]) {
    const owner = { ...MINE, remembered }
    const mark = remembered ? 'own' : 'none'
    expect(await removal.report(REPORT.name, owner)).toEqual({ mark })
    expect(await removal.bucket(BUCKET, PAYER, owner)).toMatchObject({ mark })
  }
  theirs.tags = {}
  const owner = { ...MINE, remembered: true }
  expect(await removal.bucket(BUCKET, PAYER, owner)).toMatchObject({ mark: 'none' })
})
