import { describe, expect, onTestFinished, test } from 'vitest'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import { enter, startJourney, type Journey } from '../testing/journey.ts'
import { answer, asked, askOf, FITTING, withFittingReport } from '../testing/report-journey.ts'

const OWN = 'northwind-billing-archive'
const check = { step: 'cost-report', action: 'check' } as const
const draft = {
  reportName: 'spot-eco',
  bucketName: OWN,
  prefix: 'cur',
  bucketIsNew: false,
} as const

const told = (bucketName: string, prefix = '') =>
  ({ step: 'cost-report', action: 'use-bucket', bucketName, prefix }) as const
const reportsOf = (world: Simulated['simulator']['world']) =>
  world.accounts.get(PAYER)?.reports ?? []

describe('a bucket that somebody told', () => {
  test('leads to the report that is delivered into it', async () => {
    const { journey } = await withFittingReport()
    onTestFinished(() => journey.engine.stop())
    const status = await answer(journey, told(`s3://${FITTING.bucket}/`))
    expect(status.kind).toBe('done')
    expect(journey.engine.choices().report).toMatchObject({ ...FITTING, prefix: 'cur' })
  })

  test('that holds no report, or none that fits, is told beside the field', async () => {
    const { journey } = await asked({ scenario: 'reports-unfit' })
    expect(await answer(journey, told('northwind-finance-csv'))).toMatchObject({
      kind: 'todo',
      problem: {
        code: 'report-in-bucket-not-fitting',
        field: 'bucketName',
        facts: { bucket: 'northwind-finance-csv', report: 'finance-monthly-csv' },
      },
    })
    expect(await answer(journey, told(OWN))).toMatchObject({
      kind: 'todo',
      problem: { code: 'no-report-in-bucket', field: 'bucketName', facts: { bucket: OWN } },
    })
    expect(await answer(journey, told('Not a bucket'))).toMatchObject({
      kind: 'todo',
      problem: { code: 'bucket-name-invalid', field: 'bucketName' },
    })
    expect(journey.engine.choices().typedBucket).toBeNull()
  })
})

describe('by hand', () => {
  const byHand = async (): Promise<{ journey: Journey; stage: Simulated }> => {
    const stage = await simulated({ scenario: 'report-fits' })
    const journey = await startJourney(stage)
    onTestFinished(() => journey.engine.stop())
    await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await journey.reaches('sign-in', 'todo')
    await answer(journey, { step: 'sign-in', action: 'by-hand' })
    await answer(journey, { step: 'sign-in', action: 'by-hand-account', accountId: PAYER })
    return { journey, stage }
  }

  test('what is told is checked for its form, noted as unverified, and verified later', async () => {
    const { journey, stage } = await byHand()
    expect(journey.status('cost-report')).toMatchObject({
      kind: 'todo',
      ask: {
        stage: 'by-hand',
        accountId: PAYER,
        bucketName: '',
        suggestion: { bucketName: `spot-eco-cur-${PAYER}-us-east-1-an`, bucketIsNew: true },
      },
    })
    for (const [bucketName, prefix, problem] of [
      ['Our Bucket', 'cur', { code: 'bucket-name-invalid', field: 'bucketName' }],
      [FITTING.bucket, ' / ', { code: 'report-prefix-invalid', field: 'prefix' }],
    ] as const)
      expect(await answer(journey, told(bucketName, prefix))).toMatchObject({
        kind: 'todo',
        problem,
      })
    const unverified = { kind: 'pending', blocks: false, progress: { kind: 'unverified' } }
    expect(await answer(journey, told(FITTING.bucket, '/cur/'))).toMatchObject({
      ...unverified,
      progress: {
        kind: 'unverified',
        evidence: [
          { id: 'bucket', value: FITTING.bucket },
          { id: 'prefix', value: 'cur' },
        ],
      },
    })
    expect(journey.status('bucket')).toMatchObject({
      ...unverified,
      progress: { evidence: [{ id: 'bucket', value: FITTING.bucket }] },
    })
    expect(stage.simulator.requests).toEqual([])

    await answer(journey, { step: 'cost-report', action: 'change' })
    expect(journey.status('cost-report')).toMatchObject({ kind: 'todo', ask: { bucketName: '' } })
    await answer(journey, told(FITTING.bucket, 'cur'))
    await answer(journey, { step: 'sign-in', action: 'leave-by-hand' })
    await enter(journey)
    await journey.engine.idle()
    expect(journey.status('cost-report').kind).toBe('done')
    expect(journey.status('bucket').kind).toBe('done')
    expect(journey.engine.choices()).toMatchObject({ report: FITTING, typedBucket: null })
  })

  test('what was told wrong is told after the sign-in', async () => {
    const { journey } = await byHand()
    await answer(journey, told('northwind-typing-error', 'cur'))
    await answer(journey, { step: 'sign-in', action: 'leave-by-hand' })
    await enter(journey)
    await journey.engine.idle()
    expect(journey.status('cost-report')).toMatchObject({
      kind: 'todo',
      problem: { code: 'no-report-in-bucket', facts: { bucket: 'northwind-typing-error' } },
    })
    const reuse = { step: 'cost-report', action: 'reuse', reportName: FITTING.name } as const
    expect((await answer(journey, reuse)).kind).toBe('done')
    expect(journey.engine.choices().typedBucket).toBeNull()
  })

  test('nothing is created or reused', async () => {
    const { journey, stage } = await byHand()
    for (const command of [
      { step: 'cost-report', action: 'reuse', reportName: FITTING.name },
      { step: 'cost-report', action: 'create', reviewed: '', ...draft },
    ] as const)
      expect(await answer(journey, command)).toMatchObject({
        kind: 'failed',
        error: { code: 'not-now' },
      })
    expect(stage.simulator.requests).toEqual([])
  })
})

describe('what somebody else was asked to do', () => {
  const handedOver = async (journey: Journey): Promise<void> => {
    await answer(journey, { step: 'cost-report', action: 'hand-over', language: 'en' })
    expect(journey.status('cost-report')).toMatchObject({
      kind: 'pending',
      progress: { kind: 'handed-over' },
    })
  }

  test('is taken up by the next check', async () => {
    const { journey, world, report } = await withFittingReport()
    onTestFinished(() => journey.engine.stop())
    const reports = reportsOf(world)
    reports.length = 0
    await answer(journey, check)
    await handedOver(journey)
    reports.push(report)
    expect((await answer(journey, check)).kind).toBe('done')
    expect(journey.engine.choices().report).toMatchObject(FITTING)
  })

  test('is not what was there before anybody was asked', async () => {
    const { journey } = await withFittingReport()
    onTestFinished(() => journey.engine.stop())
    await handedOver(journey)
    expect(await answer(journey, check)).toMatchObject({
      progress: { kind: 'handed-over', found: null },
    })
    expect(journey.engine.choices().report).toBeNull()
  })

  test('is known by its name among others, and not guessed', async () => {
    const { journey, world, report } = await withFittingReport()
    onTestFinished(() => journey.engine.stop())
    const reports = reportsOf(world)
    reports.length = 0
    await answer(journey, check)
    await handedOver(journey)
    const called = (ReportName: string) => ({
      ...report,
      definition: { ...report.definition, ReportName },
    })
    reports.push(called('one'), called('two'))
    expect(await answer(journey, check)).toMatchObject({ progress: { kind: 'handed-over' } })
    reports.push(called('spot-eco'))
    expect((await answer(journey, check)).kind).toBe('done')
    expect(journey.engine.choices().report?.name).toBe('spot-eco')
  })
})

describe('reports in all shapes', () => {
  test('none to five of them are judged, and five are the limit', async () => {
    const { journey, world, report } = await withFittingReport()
    onTestFinished(() => journey.engine.stop())
    const reports = reportsOf(world)
    for (let count = 0; count <= 5; count += 1) {
      reports.length = 0
      for (let n = 0; n < count; n += 1)
        reports.push({ ...report, definition: { ...report.definition, ReportName: `r${n}` } })
      const ask = askOf(await answer(journey, check))
      expect(ask.reports.map(({ fits }) => fits)).toEqual(Array.from({ length: count }, () => true))
      expect(ask.reports.every(({ requirements }) => requirements.length === 8)).toBe(true)
      expect(ask.limitReached).toBe(count === 5)
    }
    const refused = await answer(journey, {
      step: 'cost-report',
      action: 'create',
      reviewed: '',
      ...draft,
    })
    expect(refused).toMatchObject({ kind: 'failed', error: { code: 'report-limit' } })
    expect(reports).toHaveLength(5)
  })

  test('one in another region lacks nothing else', async () => {
    const { journey } = await withFittingReport((report) => {
      report.definition = { ...report.definition, S3Region: 'eu-west-1' }
    })
    onTestFinished(() => journey.engine.stop())
    const [verdict] = askOf(journey.status('cost-report')).reports
    expect(verdict?.requirements.flatMap(({ id, met }) => (met ? [] : [id]))).toEqual(['region'])
  })

  test.each(['ERROR_PERMISSIONS', 'ERROR_NO_BUCKET'] as const)(
    'one that fits and fails with %s is shown so, and can be used all the same',
    async (status) => {
      const { journey } = await withFittingReport((report) => {
        report.delivery = { time: Date.now(), status }
      })
      onTestFinished(() => journey.engine.stop())
      const [verdict] = askOf(journey.status('cost-report')).reports
      expect(verdict).toMatchObject({ fits: true, lastStatus: status })
      const reuse = { step: 'cost-report', action: 'reuse', reportName: FITTING.name } as const
      expect((await answer(journey, reuse)).kind).toBe('done')
    },
  )
})
