import { expect, test } from 'vitest'
import type { Finding } from '../../electron/contract/health.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { wrongOf } from './wrong.ts'

const done: Status = { kind: 'done', at: 1, evidence: [] }
const view = (id: StepId, status: Status = done): StepView => ({ id, status })
const found = (state: Finding['state']): Finding[] => [
  { id: 'permissions', state, codes: ['permissions-more'], at: 1, before: null },
]
const wrong = (state: Finding['state']) =>
  STEP_IDS.filter((id) => wrongOf(view(id), { findings: found(state) }).length > 0)

test('a step that is proven has what a look found wrong with it, and no other step has', () => {
  expect(wrong('bad')).toEqual(['stack'])
  expect(wrongOf(view('stack'), { findings: found('bad') })).toEqual(['permissions-more'])
})

test('what is right, awaited or not looked at is nothing wrong', () => {
  for (const state of ['good', 'awaited', 'unseen'] as const) expect(wrong(state)).toEqual([])
  expect(wrongOf(view('stack'), null)).toEqual([])
})

test('a step that says itself what is wrong has no second word for it', () => {
  const failed: Status = { kind: 'failed', error: { code: 'stack-gone', facts: {} } }
  expect(wrongOf(view('stack', failed), { findings: found('bad') })).toEqual([])
})
