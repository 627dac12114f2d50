import { expect, test } from 'vitest'
import { noChoices, type Choices } from '../checklist/state-file.ts'
import type { Status, StepView } from '../contract/status.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import { overviewPage, overviewTable } from '../documents/overview-page.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { standingOf } from './standing.ts'

const NOW = Date.parse('2026-11-23T09:00:00Z')
const HOUR = 3_600_000
const waiting: Status = { kind: 'waiting', for: [] }
const done = (at: number): Status => ({ kind: 'done', evidence: [], at })
const asked: Status = {
  kind: 'pending',
  progress: {
    kind: 'handed-over',
    at: NOW - HOUR,
    file: '/home/dana/please.html',
    steps: ['cost-report'],
    found: null,
  },
  lookAgainAt: null,
  blocks: true,
}
const delivery = (overdue: boolean): Status => ({
  kind: 'pending',
  progress: { kind: 'delivery', awaited: 'first', dueAt: NOW + HOUR, overdue, evidence: [] },
  lookAgainAt: null,
  blocks: false,
})
const denied: Status = { kind: 'failed', error: { code: 'aws-denied', facts: {} } }

/** All steps, waiting but for those that are given. */
const checklist = (steps: Partial<Record<StepId, Status>>): StepView[] =>
  STEP_IDS.map((id) => ({ id, status: steps[id] ?? waiting }))
const standing = (steps: Partial<Record<StepId, Status>>, choices: Partial<Choices> = {}) =>
  standingOf(checklist(steps), { ...noChoices, ...choices }, NOW)
const registered = (way: 'spot-api' | 'spot-support', at: number): Choices['registered'] => ({
  way,
  at,
  evidence: [],
  steps: [],
  summaryFile: '',
  wiped: true,
  sent: null,
  confirmedAt: null,
})

test('names whom a connection waits for, and since when or until when', () => {
  expect(standing({ 'cost-report': asked }).waits).toEqual([
    { who: 'colleague', step: 'cost-report', since: NOW - HOUR, due: null },
  ])
  expect(standing({ bucket: delivery(false) }).waits).toEqual([
    { who: 'aws', step: 'bucket', since: null, due: NOW + HOUR },
  ])
  expect(standing({ stack: denied }).waits[0]?.who).toBe('aws-administrator')
})

test('what has failed or is late needs attention; what was told by hand is no proof', () => {
  expect(standing({ plan: done(NOW) })).toMatchObject({ state: 'under-way', lastProof: null })
  expect(standing({ stack: denied }).state).toBe('attention')
  expect(standing({ bucket: delivery(true) }).state).toBe('attention')
  const proven = { 'sign-in': done(NOW - 5), 'cost-report': done(NOW - 3), bucket: done(NOW - 3) }
  expect(standing(proven).lastProof).toEqual({ step: 'bucket', at: NOW - 3 })
})

test('the last proof stays the last one while a sign-in has ended', () => {
  const seen = checklist({}).map((view): StepView =>
    view.id === 'bucket' ? { ...view, earlier: { kind: 'done', at: NOW - 3, evidence: [] } } : view,
  )
  expect(standingOf(seen, noChoices, NOW).lastProof).toEqual({ step: 'bucket', at: NOW - 3 })
})

test('after the registration Spot has two days; a request waits for Spot Support until it is taken back', () => {
  const fresh = standing({}, { registered: registered('spot-api', NOW - HOUR) })
  expect(fresh).toMatchObject({
    state: 'registered',
    waits: [{ who: 'spot', due: NOW + 47 * HOUR }],
  })
  expect(standing({}, { registered: registered('spot-api', NOW - 49 * HOUR) }).waits).toEqual([])
  const requested = registered('spot-support', NOW - 49 * HOUR)
  expect(standing({}, { registered: requested })).toMatchObject({
    state: 'requested',
    waits: [{ who: 'spot-support' }],
  })
  const disconnected = { accountId: '', at: NOW, removed: [], left: [], steps: [] }
  expect(standing({}, { registered: requested, disconnected }).state).toBe('disconnected')
})

test('in the files a name is text: it makes no markup and no formula', () => {
  const summary = {
    id: 'a',
    name: '=HYPERLINK("https://evil.example","<b>")\u202E',
    accountId: '012345678901',
    finished: 1,
    total: 7,
    needsAttention: false,
    atSpot: 'no' as const,
    disconnected: false,
    locked: false,
    standing: standing({ 'cost-report': asked, stack: denied }),
  }
  const page = overviewPage(ENGLISH, {
    connections: [summary],
    madeAt: NOW,
    appVersion: '1.2.3',
  })
  expect(page).not.toContain('<b>')
  expect(page).toContain('⟨U+202E⟩')
  expect(page).toContain('November 23, 2026 at 09:00 UTC')
  const [, row = ''] = overviewTable(ENGLISH, [summary]).split('\r\n')
  expect(row).toContain(`"'=HYPERLINK(""https://evil.example"",""<b>"")⟨U+202E⟩","0123-4567-8901"`)
  expect(row).toContain('"A colleague: Set up the cost report (asked November 23')
  expect(row).toContain('\nYour AWS administrator: Create the role for Spot"')
})
