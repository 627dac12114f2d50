import { expect, it } from 'vitest'
import type { Progress, StepView } from '../contract/status.ts'
import { progressOf } from './progress.ts'

const acting = (progress: Progress): StepView => ({
  id: 'stack',
  status: { kind: 'acting', progress },
})
const stack = (status: string, finished: number, total: number): StepView =>
  acting({ kind: 'stack', stackName: 'eco', status, finished, total, events: [] })

it('shows how far a stack is while it grows, and that AWS is at work otherwise', () => {
  expect(progressOf([stack('CREATE_IN_PROGRESS', 1, 4)])).toBe(0.25)
  expect(progressOf([stack('CREATE_IN_PROGRESS', 0, 0)])).toBe(2)
  expect(progressOf([stack('DELETE_IN_PROGRESS', 1, 4)])).toBe(2)
  expect(progressOf([acting({ kind: 'working', doing: 'creating-bucket' })])).toBe(2)
})

it('shows nothing while AWS works on nothing, or a person is waited for', () => {
  expect(progressOf([])).toBe(-1)
  expect(progressOf([{ id: 'plan', status: { kind: 'checking' } }])).toBe(-1)
  expect(progressOf([acting({ kind: 'browser', at: 'portal', expiresAt: 0 })])).toBe(-1)
})
