import { describe, expect, it } from 'vitest'
import type {
  CostReportAsk,
  ReportVerdict,
  RequirementVerdict,
} from '../../../electron/contract/ask/cost-report.ts'
import { failingReports, isAboutTold, lacksRegionOnly, reportList } from './reportList.ts'

const report = (name: string, changed: Partial<ReportVerdict> = {}): ReportVerdict => ({
  name,
  bucket: 'b',
  prefix: '',
  region: 'us-east-1',
  fits: true,
  requirements: [],
  lastStatus: 'SUCCESS',
  ...changed,
})
const fit = (name: string) => report(name)
const unfit = (name: string, changed: Partial<ReportVerdict> = {}) =>
  report(name, { fits: false, ...changed })
const asked = (reports: readonly ReportVerdict[], limitReached = false): CostReportAsk => ({
  step: 'cost-report',
  stage: 'choose',
  accountId: '418207315602',
  reports,
  limitReached,
  draft: { reportName: '', bucketName: '', prefix: '', bucketIsNew: true },
  ownBuckets: [],
  proposed: { regional: '', global: '' },
  leftBuckets: [],
  changes: [],
  existingBucket: null,
})
const shown = (reports: readonly ReportVerdict[]) => {
  const { cards, folded } = reportList(asked(reports))
  return [cards.map(({ name }) => name).join(' '), folded.map(({ name }) => name).join(' ')]
}

describe('the reports of an account', () => {
  it('show what can be used first, and a single one that cannot beside it', () => {
    expect(shown([unfit('a'), fit('b'), fit('c')])).toEqual(['b c a', ''])
    expect(shown([unfit('a')])).toEqual(['a', ''])
  })

  it('tell several that cannot be used together', () => {
    expect(shown([unfit('a'), fit('b'), unfit('c')])).toEqual(['b', 'a c'])
    expect(shown([unfit('a'), unfit('c')])).toEqual(['', 'a c'])
    expect(shown([])).toEqual(['', ''])
  })

  it('make a new one the way only where none fits and there is room', () => {
    const isWay = (reports: readonly ReportVerdict[], limitReached: boolean) =>
      reportList(asked(reports, limitReached)).newIsTheWay
    expect(isWay([], false)).toBe(true)
    expect(isWay([unfit('a')], false)).toBe(true)
    expect(isWay([unfit('a')], true)).toBe(false)
    expect(isWay([fit('a'), unfit('b')], false)).toBe(false)
  })

  it('are failing when they cannot be used and their delivery failed', () => {
    const failing = failingReports([
      unfit('a', { lastStatus: 'ERROR_PERMISSIONS' }),
      unfit('b'),
      unfit('c', { lastStatus: '' }),
      report('d', { lastStatus: 'ERROR_NO_BUCKET' }),
    ])
    expect(failing.map(({ name }) => name)).toEqual(['a'])
  })

  it('lack their region only when all else is met', () => {
    const found = (id: RequirementVerdict['id'], met: boolean) => ({ id, met, found: '' })
    const lacks = (...requirements: RequirementVerdict[]) =>
      lacksRegionOnly(unfit('a', { requirements }))
    expect(lacks(found('region', false), found('hourly', true))).toBe(true)
    expect(lacks(found('region', false), found('hourly', false))).toBe(false)
    expect(lacks(found('hourly', false), found('region', true))).toBe(false)
    expect(lacks()).toBe(false)
  })
})

describe('a problem', () => {
  it('belongs to the form that was sent, or that alone can have it', () => {
    const problem = { code: 'network-offline', facts: {} } as const
    expect(isAboutTold('told', problem)).toBe(true)
    expect(isAboutTold('new', problem)).toBe(false)
    expect(isAboutTold('', { code: 'no-report-in-bucket', facts: {} })).toBe(true)
    expect(isAboutTold('', undefined)).toBe(false)
  })
})
