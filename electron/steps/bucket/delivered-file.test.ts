import { describe, expect, onTestFinished, test } from 'vitest'
import { reportParquet } from '../../../e2e/simulator/index.ts'
import type { BucketAsk } from '../../contract/ask/bucket.ts'
import { UNREAD_REASONS, type FileReading } from '../../contract/report-file.ts'
import type { Status } from '../../contract/status.ts'
import { english } from '../../texts/en/index.ts'
import { findingValue } from '../../texts/facts.ts'
import { answer, FITTING, withFittingReport } from '../testing/report-journey.ts'
import { fileFacts, fileFindings } from './delivered-file.ts'

const check = { step: 'bucket', action: 'check' } as const
const readFile = { step: 'bucket', action: 'read-file' } as const

async function chosen() {
  const stage = await withFittingReport()
  onTestFinished(() => stage.journey.engine.stop())
  const reuse = { step: 'cost-report', action: 'reuse', reportName: FITTING.name } as const
  await answer(stage.journey, reuse)
  return { ...stage, status: stage.journey.status('bucket') }
}
function askOf(status: Status): BucketAsk {
  if (!('ask' in status) || status.ask?.step !== 'bucket') throw new Error(`no ask: ${status.kind}`)
  return status.ask
}
const aboutFile = (status: Status) =>
  askOf(status)
    .findings.filter(({ id }) => id.startsWith('file-'))
    .map(({ id, verdict, value }) => `${id} ${verdict} ${value}`)
const factsOf = (status: Status): Record<string, string> =>
  Object.fromEntries(
    (status.kind === 'done' ? status.evidence : []).map(({ id, value }) => [id, value]),
  )

describe('a delivered file', () => {
  test('is not read before the person has allowed it, nor by another look', async () => {
    const { journey, stage, status } = await chosen()
    const key = askOf(status).file?.key ?? ''
    expect(key).toMatch(/\.snappy\.parquet$/)
    expect(askOf(status).file).toEqual({ key, reading: null })
    await answer(journey, check)
    const asked = stage.simulator.requests.filter(({ params }) => params['Key'] === key)
    expect(asked).toEqual([])
  })

  test('proves the settings once it is read, and until AWS delivers anew', async () => {
    const { bucket, journey, report, stage } = await chosen()
    const status = await answer(journey, readFile)
    expect(status.kind).toBe('done')
    expect(aboutFile(status)).toEqual([
      'file-format good parquet',
      'file-columns good all',
      'file-interval good hour',
    ])
    expect(factsOf(status)).toMatchObject({ 'file-interval': 'hour', 'file-columns': 'all' })
    expect(Number(factsOf(status)['file-rows'])).toBeGreaterThan(0)

    const before = stage.simulator.requests.length
    expect(aboutFile(await answer(journey, check))).toHaveLength(3)
    const since = stage.simulator.requests.slice(before)
    expect(since.filter(({ params }) => params['Range'] !== undefined)).toEqual([])

    for (const object of bucket.objects.values()) object.modified += 3_600_000
    report.delivery = { time: Date.now(), status: 'SUCCESS' }
    const later = await answer(journey, check)
    expect(askOf(later).file?.reading).toBeNull()
    expect(aboutFile(later)).toEqual([])
    expect(factsOf(later)).not.toHaveProperty('file-rows')
  })

  test('that says something else than the settings is told, and stops nothing', async () => {
    const { bucket, journey, status } = await chosen()
    const key = askOf(status).file?.key ?? ''
    const object = bucket.objects.get(key)
    const start = Date.UTC(2026, 10, 1)
    const daily = reportParquet({ start, lines: 2, unit: 'DAILY', resources: false })
    if (object) object.body = Buffer.from(daily).toString('base64')
    const read = await answer(journey, readFile)
    expect(read.kind).toBe('done')
    expect(aboutFile(read)).toEqual([
      'file-format good parquet',
      'file-columns odd line_item_resource_id',
      'file-interval odd day',
    ])
    expect(askOf(read).findings.map((one) => findingValue(english, one))).toContain(
      'Missing: line_item_resource_id',
    )
  })

  test('that this person may not read is not known, and all else stays proven', async () => {
    const { journey, stage } = await chosen()
    stage.simulator.inject({
      kind: 'accessDenied',
      operation: 'GetObject',
      denial: 'missing-permission',
      after: 1,
      count: 1,
    })
    const read = await answer(journey, readFile)
    expect(read.kind).toBe('done')
    expect(aboutFile(read)).toEqual(['file-format note denied'])
  })

  test('is tried again after the line to AWS broke', async () => {
    const { journey, stage } = await chosen()
    const lift = stage.simulator.inject({ kind: 'html', operation: 'GetObject', after: 1 })
    const broken = await answer(journey, readFile)
    expect(broken).toMatchObject({ kind: 'failed', error: { code: 'network-captive-portal' } })
    lift()
    expect(aboutFile(await answer(journey, readFile))).toHaveLength(3)
  })
})

describe('what is told of a file', () => {
  const content: FileReading = {
    kind: 'parquet',
    rows: 0,
    columns: 3,
    missing: [],
    interval: 'not-known',
    until: null,
  }
  const readings: FileReading[] = [
    content,
    { ...content, rows: 9, interval: 'day', missing: ['line_item_resource_id'] },
    ...UNREAD_REASONS.map((because) => ({ kind: 'unread' as const, because })),
  ]
  test('has a label, a value and, unless it is good, a meaning', () => {
    const { means, values } = english.deliveredFile
    for (const { id, verdict, value } of readings.flatMap(fileFindings)) {
      expect(english.bucket.findings[id].label).not.toBe('')
      if (id === 'file-columns') continue
      const [ofValues, ofMeans]: Record<string, unknown>[] = [
        id === 'file-format' ? values['file-format'] : values['file-interval'],
        means,
      ]
      expect(ofValues?.[value], value).toBeTypeOf('string')
      if (verdict !== 'good') expect(ofMeans?.[value], value).toBeTypeOf('string')
    }
  })

  test('is green only for what the file itself has said', () => {
    const good = readings.flatMap(fileFindings).filter(({ verdict }) => verdict === 'good')
    expect(good).toEqual([
      { id: 'file-columns', verdict: 'good', value: 'all' },
      { id: 'file-format', verdict: 'good', value: 'parquet' },
    ])
    expect(readings.flatMap(fileFacts).map(({ id }) => id)).not.toContain('file-until')
  })
})
