import { describe, expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import type { AppError } from '../../errors/app-error.ts'
import { createBuckets } from '../s3/buckets.ts'
import { judge, parsePrefix, parseReportName } from './report-verdict.ts'
import { createReports, parseDelivery } from './reports.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )
const NEW = { name: 'spot-eco-hourly', bucket: 'spot-eco-cur-418207315602', prefix: 'eco' }

const prepared = async (options: Parameters<typeof simulated>[0] = {}) => {
  const world = await simulated(options)
  const { access } = await world.enter()
  await createBuckets(access).prepare(NEW.bucket, PAYER)
  return { world, access, reports: createReports(access) }
}

test('defines a report that fits, tagged, and reads it back with its delivery', async () => {
  const { world, reports } = await prepared({ deliverySeconds: 60 })
  await reports.define(NEW)
  const [report] = await reports.list()
  expect(report).toMatchObject({ ...NEW, region: 'us-east-1', lastDelivery: null, lastStatus: '' })
  expect(report && judge(report).fits).toBe(true)
  const account = world.simulator.world.accounts.get(PAYER)
  expect(account?.reports[0]?.tags).toEqual({ 'created-by': 'eco-connect' })
  world.clock.advance(120_000)
  const [delivered] = await reports.list()
  expect(delivered?.lastStatus).toBe('SUCCESS')
  expect(Math.abs((delivered?.lastDelivery ?? 0) - world.clock.now())).toBeLessThan(120_001)
})

test('may be asked twice for the same report, and never touches another', async () => {
  const { reports } = await prepared()
  await reports.define(NEW)
  await reports.define(NEW)
  expect(await reports.list()).toHaveLength(1)
  expect(await errorOf(reports.define({ ...NEW, prefix: 'other' }))).toMatchObject({
    code: 'report-name-taken',
    field: 'reportName',
    facts: { report: NEW.name },
  })
})

test('pages through reports, and says when there are five already', async () => {
  const { world, reports } = await prepared()
  for (let index = 1; index <= 5; index += 1) await reports.define({ ...NEW, name: `r${index}` })
  expect(await errorOf(reports.define(NEW))).toMatchObject({
    code: 'report-limit',
    facts: { limit: '5' },
  })
  const account = world.simulator.world.accounts.get(PAYER)
  const [first] = account?.reports ?? []
  if (first)
    for (const name of ['r6', 'r7'])
      account?.reports.push({ ...first, definition: { ...first.definition, ReportName: name } })
  expect((await reports.list()).map(({ name }) => name)).toEqual([
    'r1',
    'r2',
    'r3',
    'r4',
    'r5',
    'r6',
    'r7',
  ])
})

test('names the bucket when AWS cannot write into it', async () => {
  const world = await simulated()
  const { access } = await world.enter()
  const error = await errorOf(createReports(access).define({ ...NEW, bucket: 'nobodys-bucket-9' }))
  expect(error).toMatchObject({ code: 'report-bucket-refused', field: 'bucketName' })
})

test('sends nothing that the model does not allow', async () => {
  const world = await simulated()
  const reports = createReports((await world.enter()).access)
  const before = world.simulator.requests.length
  expect((await errorOf(reports.define({ ...NEW, name: 'our report' }))).code).toBe(
    'report-name-invalid',
  )
  expect((await errorOf(reports.define({ ...NEW, prefix: ' / ' }))).code).toBe(
    'report-prefix-invalid',
  )
  expect(world.simulator.requests).toHaveLength(before)
})

test('the old client, too, renews credentials and knows who denies', async () => {
  const world = await simulated()
  const reports = createReports((await world.enter()).access)
  await reports.list()
  world.simulator.world.sso.expireRoleCredentials()
  expect(await reports.list()).toEqual([])
  world.simulator.inject({ kind: 'accessDenied', service: 'cur', denial: 'permissions-boundary' })
  expect(await errorOf(reports.list())).toMatchObject({
    code: 'aws-denied-boundary',
    facts: { action: 'cur:DescribeReportDefinitions' },
    detail: { service: 'cur', operation: 'DescribeReportDefinitions' },
  })
})

test.each(['throttling', 'reset', 'truncated'] as const)(
  'the old client survives one %s',
  async (kind) => {
    const world = await simulated()
    const reports = createReports((await world.enter()).access)
    world.simulator.inject({ kind, service: 'cur', count: 1 })
    expect(await reports.list()).toEqual([])
  },
)

test('the old client knows a web page and a cancellation', async () => {
  const world = await simulated()
  const reports = createReports((await world.enter()).access)
  const lift = world.simulator.inject({ kind: 'html', service: 'cur' })
  expect((await errorOf(reports.list())).code).toBe('network-captive-portal')
  lift()
  expect((await errorOf(reports.list(AbortSignal.abort()))).code).toBe('cancelled')
})

describe('the verdict', () => {
  test('finds the report that fits', async () => {
    const world = await simulated({ scenario: 'report-fits' })
    const [report] = await createReports((await world.enter()).access).list()
    expect(report && judge(report)).toMatchObject({ fits: true, lastStatus: 'SUCCESS' })
  })

  test('says of each other one what it lacks', async () => {
    const world = await simulated({ scenario: 'reports-unfit' })
    const reports = await createReports((await world.enter()).access).list()
    expect(reports.length).toBeGreaterThan(1)
    for (const verdict of reports.map(judge)) {
      expect(verdict.fits).toBe(false)
      expect(verdict.requirements.map(({ id }) => id)).toHaveLength(8)
      expect(verdict.requirements.some(({ met }) => !met)).toBe(true)
    }
  })
})

test('of a fitting report in another region, the region is all that is missing', async () => {
  const world = await simulated({ scenario: 'report-fits' })
  for (const one of world.simulator.world.accounts.get(PAYER)?.reports ?? [])
    one.definition = { ...one.definition, S3Region: 'eu-central-1' }
  const [report] = await createReports((await world.enter()).access).list()
  const verdict = report && judge(report)
  expect(verdict?.fits).toBe(false)
  expect(verdict?.requirements.filter(({ met }) => !met)).toEqual([
    { id: 'region', met: false, found: 'eu-central-1' },
  ])
})

test('reads the times of deliveries', () => {
  expect(parseDelivery('20260131T120000Z')).toBe(Date.UTC(2026, 0, 31, 12))
  expect(parseDelivery('20260131T120000+0100')).toBe(Date.UTC(2026, 0, 31, 11))
  for (const text of ['', '2026-01-31', '20261399T120000Z']) expect(parseDelivery(text)).toBeNull()
})

test('reads names and prefixes as they are typed', () => {
  expect(parseReportName(' hourly ')).toBe('hourly')
  expect(parsePrefix(' /eco/reports/ ')).toBe('eco/reports')
  expect(() => parseReportName('a b')).toThrow('report-name-invalid')
  expect(() => parseReportName('')).toThrow('report-name-invalid')
  expect(() => parsePrefix('a//b')).toThrow('report-prefix-invalid')
})
