import { describe, expect, it } from 'vitest'
import type { Progress, Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { createNews, type News } from './news.ts'

const done: Status = { kind: 'done', at: 0, evidence: [] }
const checking: Status = { kind: 'checking' }
const failed: Status = { kind: 'failed', error: fail('stack-gone', { stack: 'eco' }).error }
const pending = (progress: Progress): Status => ({
  kind: 'pending',
  blocks: false,
  lookAgainAt: 0,
  progress,
})
const awaited = { kind: 'delivery', awaited: 'first', dueAt: 0, evidence: [] } as const
const delivery = pending({ ...awaited, overdue: false })
const late = pending({ ...awaited, overdue: true })
const creating = pending({
  kind: 'stack',
  stackName: 'eco',
  status: 'CREATE_IN_PROGRESS',
  finished: 1,
  total: 3,
  events: [],
})

/** What is told of one step that goes from one status to the next. */
function toldOf(id: StepId, ...statuses: Status[]): News[] {
  const told: News[] = []
  const look = createNews((news) => told.push(news))
  for (const status of statuses) look([{ id, status }])
  return told
}

describe('a delivery', () => {
  it('is told once it has arrived after it was awaited', () => {
    expect(toldOf('bucket', delivery, checking, delivery, done, checking, done)).toEqual([
      'delivered',
    ])
  })

  it('is told once when it is a day late, and again when it has come', () => {
    expect(toldOf('bucket', delivery, checking, late, checking, late, done)).toEqual([
      'delivery-late',
      'delivered',
    ])
    expect(toldOf('bucket', checking, late, checking, late)).toEqual([])
  })

  it('is no news where AWS had delivered before the first look', () => {
    expect(toldOf('bucket', checking, done, checking, done)).toEqual([])
  })
})

describe('the role', () => {
  it('is told when AWS is ready with it, and when it has failed', () => {
    expect(toldOf('stack', creating, checking, done)).toEqual(['role-ready'])
    expect(toldOf('stack', creating, creating, failed, checking, failed)).toEqual(['role-failed'])
  })

  it('is no news where it was there, or had failed, before the first look', () => {
    expect(toldOf('stack', checking, done)).toEqual([])
    expect(toldOf('stack', checking, failed)).toEqual([])
  })
})

describe('a sign-in', () => {
  const ended: Status = { kind: 'failed', error: fail('not-signed-in').error }
  const signedIn: StepView = { id: 'sign-in', status: done }

  it('is asked for once when it has ended by itself, and again after the next one', () => {
    const told: News[] = []
    const look = createNews((news) => told.push(news))
    const report = (status: Status): StepView => ({ id: 'cost-report', status })
    const signIn = (status: Status): StepView => ({ id: 'sign-in', status })
    look([signedIn, report(checking)])
    look([signedIn, report(ended)])
    look([signIn(ended), report({ kind: 'waiting', for: ['sign-in'] })])
    expect(told).toEqual(['sign-in-needed'])
    look([signedIn, report(checking)])
    look([signIn(ended), report(checking)])
    expect(told).toEqual(['sign-in-needed', 'sign-in-needed'])
  })

  it('is not asked for at the start, nor after the person has signed out', () => {
    expect(toldOf('sign-in', checking, ended)).toEqual([])
    expect(toldOf('sign-in', done, checking, { kind: 'waiting', for: [] })).toEqual([])
  })
})
