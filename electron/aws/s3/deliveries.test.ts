import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addFittingReport } from '../../../e2e/simulator/index.ts'
import type { Bucket } from '../../../e2e/simulator/index.ts'
import type { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/failure.ts'
import { createDeliveries } from './deliveries.ts'
import { parseManifest } from './manifest.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const REPORT = {
  bucket: 'northwind-cur-418207315602',
  prefix: 'cur',
  name: 'northwind-eco-hourly',
}
const FOLDER = 'cur/northwind-eco-hourly'
const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )

const delivered = async () => {
  const world = await simulated({ arrange: (one) => addFittingReport(one, Date.now()) })
  const { access } = await world.enter()
  world.simulator.settle()
  const bucket = world.simulator.world.buckets.get(REPORT.bucket)
  if (!bucket) throw new Error('no bucket')
  return { world, bucket, deliveries: createDeliveries(access) }
}
const put = (bucket: Bucket, key: string, body: string, modified = 5): void => {
  bucket.objects.set(key, { body, modified })
}
const manifest = (period: string, fields: object = {}): string => {
  const [start = '', end = ''] = period.split('-')
  return JSON.stringify({
    assemblyId: 'a',
    reportKeys: ['a.parquet', 'b.parquet'],
    columns: [{ name: 'x' }],
    compression: 'Parquet',
    billingPeriod: { start: `${start}T000000.000Z`, end: `${end}T000000.000Z` },
    something: 'new',
    ...fields,
  })
}

test('reads the manifest that AWS writes', async () => {
  const { bucket, deliveries } = await delivered()
  const found = await deliveries.latest(REPORT, PAYER)
  const [key = '', object] =
    [...bucket.objects].find(([name]) => name.endsWith('-Manifest.json')) ?? []
  const [, start = ''] = /\/(\d{8})-\d{8}\//.exec(key) ?? []
  expect(found).toMatchObject({
    manifest: key,
    files: 1,
    columns: 6,
    compression: 'Parquet',
  })
  expect(found?.periodStart.replaceAll('-', '')).toBe(start)
  // S3 knows whole seconds.
  expect(Math.abs((found?.writtenAt ?? 0) - (object?.modified ?? 0))).toBeLessThan(1000)
})

test('takes the newest month, past a thousand data files and other folders', async () => {
  const { bucket, deliveries } = await delivered()
  bucket.objects.clear()
  for (let n = 0; n < 1100; n += 1) put(bucket, `${FOLDER}/x/year=2025/month=1/${n}.parquet`, '')
  for (let n = 0; n < 1100; n += 1) put(bucket, `${FOLDER}/a-${n}/one`, '')
  for (const period of ['20251201-20260101', '20260101-20260201', '20240101-20240201'])
    put(bucket, `${FOLDER}/${period}/${REPORT.name}-Manifest.json`, manifest(period), 9000)
  put(bucket, `${FOLDER}/20260201-20260301/unfinished`, '')
  put(bucket, `${FOLDER}-other/20260301-20260401/other-Manifest.json`, manifest('x-y'))
  expect(await deliveries.latest(REPORT, PAYER)).toEqual({
    manifest: `${FOLDER}/20260101-20260201/${REPORT.name}-Manifest.json`,
    periodStart: '2026-01-01',
    periodEnd: '2026-02-01',
    files: 2,
    // Of another folder than the report's.
    firstFile: '',
    columns: 1,
    compression: 'Parquet',
    writtenAt: 9000,
  })
})

test('finds nothing in an empty folder, and says when the bucket is gone', async () => {
  const { world, bucket, deliveries } = await delivered()
  bucket.objects.clear()
  expect(await deliveries.latest(REPORT, PAYER)).toBeNull()
  world.simulator.world.buckets.delete(REPORT.bucket)
  expect((await errorOf(deliveries.latest(REPORT, PAYER))).code).toBe('bucket-missing')
})

test.each(['ListObjectsV2', 'GetObject'])('says when %s is denied', async (operation) => {
  const { world, deliveries } = await delivered()
  world.simulator.inject({ kind: 'accessDenied', operation, denial: 'missing-permission' })
  expect((await errorOf(deliveries.latest(REPORT, PAYER))).code).toBe('aws-denied')
})

test.each([
  ['InvalidObjectState', 403, 'archived'],
  ['NoSuchKey', 404, 'gone'],
])('says when the manifest cannot be had: %s', async (code, status, reason) => {
  const { world, deliveries } = await delivered()
  world.simulator.inject({ kind: 'error', operation: 'GetObject', code, status, message: code })
  expect(await errorOf(deliveries.latest(REPORT, PAYER))).toMatchObject({
    code: 'delivery-unreadable',
    facts: { bucket: REPORT.bucket, reason },
  })
})

test('says when a manifest is none', async () => {
  const { bucket, deliveries } = await delivered()
  bucket.objects.clear()
  const key = `${FOLDER}/20260101-20260201/${REPORT.name}-Manifest.json`
  for (const text of ['', '<html>', '[]', '{"reportKeys":"a"}']) {
    put(bucket, key, text)
    expect(await errorOf(deliveries.latest(REPORT, PAYER))).toMatchObject({
      code: 'delivery-unreadable',
      facts: { manifest: key, reason: 'text' },
    })
  }
})

test('a manifest may say less than AWS documents, and more', () => {
  const bare = JSON.stringify({ assemblyId: 'a', reportKeys: [] })
  expect(parseManifest(bare, '20260101-20260201')).toEqual({
    periodStart: '2026-01-01',
    periodEnd: '2026-02-01',
    files: 0,
    firstFile: '',
    columns: 0,
    compression: '',
  })
  expect(parseManifest(bare, 'elsewhere')).toMatchObject({ periodStart: '', periodEnd: '' })
})

test('any text is a manifest or none, and never an accident', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, folder) => {
      const parsed = parseManifest(text, folder)
      if (parsed) expect(parsed.files).toBeGreaterThanOrEqual(0)
      else expect(parsed).toBeNull()
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(20), (others, files) => {
      const reportKeys = Array.from({ length: files }, (_, n) => `file-${n}`)
      const text = JSON.stringify({
        ...others,
        assemblyId: 'a',
        reportKeys,
        columns: [],
        compression: 'Parquet',
        billingPeriod: { start: '20260101T000000.000Z', end: '20260201T000000.000Z' },
      })
      expect(parseManifest(text, '')).toEqual({
        periodStart: '2026-01-01',
        periodEnd: '2026-02-01',
        files,
        firstFile: files > 0 ? 'file-0' : '',
        columns: 0,
        compression: 'Parquet',
      })
    }),
  )
})
