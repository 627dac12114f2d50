import { expect, test } from 'vitest'
import type { Health } from '../../electron/contract/health.ts'
import type { StepView } from '../../electron/contract/status.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { daysBetween, hasSomethingToSay, isOfEarlierDay, isOfToday } from './days.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const noon = new Date(2026, 4, 10, 12).getTime()
const closed: Health = {
  since: noon,
  lookedAt: null,
  look: 'closed',
  findings: [],
  differences: [],
  trust: { more: [], less: [] },
  problem: null,
  statement: '',
  policy: '',
  roleName: '',
}

test('a look is of today until midnight, and then of yesterday', () => {
  expect(isOfToday(noon, noon + 11 * HOUR)).toBe(true)
  expect(isOfToday(noon, noon + 13 * HOUR)).toBe(false)
  expect(isOfToday(null, noon)).toBe(false)
  expect(daysBetween(noon, noon + 13 * HOUR)).toBe(1)
  expect(daysBetween(noon, noon + 30 * DAY)).toBe(30)
  // What lies ahead was looked at by another clock, and nobody knows when.
  expect(isOfToday(noon + 2 * DAY, noon)).toBe(false)
  // A clock that was set back makes nothing older than it is.
  expect(daysBetween(noon, noon - DAY)).toBe(0)
})

test('a connection that was just made has nothing to tell for two days, unless somebody looks', () => {
  expect(hasSomethingToSay(closed, noon + HOUR)).toBe(false)
  expect(hasSomethingToSay(closed, noon + 2 * DAY)).toBe(true)
  expect(hasSomethingToSay({ ...closed, look: 'signing-in' }, noon)).toBe(true)
  expect(hasSomethingToSay({ ...closed, lookedAt: noon }, noon)).toBe(true)
})

test('a step of a connection is green on the day on which it was proven, if it is about AWS', () => {
  const proven = (id: StepId): StepView => ({
    id,
    status: { kind: 'done', at: noon, evidence: [] },
  })
  const earlier = (days: number, health: Health | null = closed) =>
    STEP_IDS.filter((id) => isOfEarlierDay(proven(id), health, noon + days * DAY))
  expect(earlier(0)).toEqual([])
  expect(earlier(1)).toEqual(['cost-report', 'bucket', 'stack'])
  expect(earlier(-1)).toEqual(['cost-report', 'bucket', 'stack'])
  // One that is being made goes by what the checklist says of each sign-in.
  expect(earlier(1, null)).toEqual([])
})
