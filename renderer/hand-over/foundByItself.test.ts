import { expect, it } from 'vitest'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { isFoundByItself } from './foundByItself.ts'

it('what somebody else brings about in AWS is found there', () => {
  expect(STEP_IDS.filter((step) => isFoundByItself(step, false))).toEqual([
    'cost-report',
    'bucket',
    'stack',
  ])
})

it('nothing is found by hand, as nothing is read', () => {
  expect(STEP_IDS.filter((step) => isFoundByItself(step, true))).toEqual([])
})
