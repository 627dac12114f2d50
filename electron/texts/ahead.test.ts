import { expect, test } from 'vitest'
import { STEP_IDS } from '../contract/steps.ts'
import { english } from './en/index.ts'
import { stepAhead } from './steps.ts'

const minutes = (under: Parameters<typeof stepAhead>[2]): number =>
  STEP_IDS.reduce((sum, step) => sum + stepAhead(english, step, under).minutes, 0)

test('the minutes of the steps are those that are told before the start', () => {
  const [, time] = english.plan.before.points[1]
  expect(minutes({ byHand: false, managedBy: 'us' })).toBe(10)
  expect(time).toMatch(/^Ten minutes of yours/)
  // As the request for the whole procedure says: a quarter of an hour in the console, and the rest.
  expect(minutes({ byHand: true, managedBy: 'us' })).toBe(20)
})

test('where the person has nothing to do, that is said', () => {
  for (const managedBy of ['us', 'msp'] as const)
    for (const step of STEP_IDS) {
      const { needs, minutes } = stepAhead(english, step, { byHand: false, managedBy })
      expect(needs.startsWith('Nothing')).toBe(minutes === 0)
    }
})
