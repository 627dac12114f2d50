import { describe, expect, it } from 'vitest'
import type { Status } from '../../electron/contract/status.ts'
import type { ErrorCode } from '../../electron/errors/catalogue.ts'
import { countOf, isUnverified, isWorthTelling, needsAttention } from './line.ts'
import { checklist, type Name, NAMES, rows, withStatus } from './testing/checklists.ts'
import { snapshotOf } from './testing/snapshots.ts'

const statusOf = (name: Name): Status => checklist([name])[0]?.status ?? { kind: 'checking' }
const late = (overdue: boolean): Status => ({
  kind: 'pending',
  blocks: false,
  lookAgainAt: 0,
  progress: { kind: 'delivery', awaited: 'first', dueAt: 0, overdue, evidence: [] },
})

describe('a line of the checklist', () => {
  it('is marked as not verified for what was told by hand alone', () => {
    expect(NAMES.filter((name) => isUnverified(statusOf(name)))).toEqual(['told'])
  })

  it('needs attention for a delivery only when it is overdue', () => {
    expect(needsAttention(late(false))).toBe(false)
    expect(needsAttention(late(true))).toBe(true)
  })

  it('needs attention for a question only after a problem, or about the bucket', () => {
    const ask = { step: 'plan', managedBy: null, mspAccountId: '' } as const
    const problem = { code: 'account-id-invalid', facts: {} } as const
    expect(needsAttention({ kind: 'todo', ask })).toBe(false)
    expect(needsAttention({ kind: 'todo', ask, problem })).toBe(true)
    const bucket = {
      step: 'bucket',
      findings: [],
      repair: null,
      recreatable: false,
      file: null,
    } as const
    expect(needsAttention({ kind: 'todo', ask: bucket })).toBe(true)
  })

  it('needs attention, and is no failure, where a sign-in has ended by itself', () => {
    const stopped = (code: ErrorCode): Status => ({ kind: 'failed', error: { code, facts: {} } })
    expect(needsAttention(stopped('sign-in-ended'))).toBe(true)
    expect(needsAttention(stopped('keys-ended'))).toBe(true)
    expect(needsAttention(stopped('aws-denied'))).toBe(false)
  })

  it('needs none for anything else', () => {
    expect(NAMES.filter((name) => needsAttention(statusOf(name)))).toEqual([])
  })

  it('is told when it has become another, but not that it waits or is looked at', () => {
    const [before, now] = rows('todo', 'done checking waiting waiting todo')
    const told = now?.filter((view, place) => isWorthTelling(view, before?.[place]))
    expect(told?.map(({ id }) => id)).toEqual(['plan', 'template'])
    expect(now?.filter((view, place) => isWorthTelling(view, now[place]))).toEqual([])
  })
})

describe('how far the connection is', () => {
  it('counts what is done and what is left out', () => {
    const [steps = []] = rows('done done skipped skipped told todo')
    expect(countOf(snapshotOf(steps))).toEqual({
      kind: 'under-way',
      finished: 4,
      total: 7,
      unseen: 0,
    })
  })

  it('counts what was proven before the sign-in ended, and says that it is not looked at', () => {
    const earlier = { kind: 'done', at: 0, evidence: [] } as const
    const [proven = []] = rows('done failed waiting waiting done')
    const steps = proven.map((view) =>
      ['sign-in', 'cost-report'].includes(view.id) ? { ...view, earlier } : view,
    )
    expect(countOf(snapshotOf(steps))).toMatchObject({ finished: 4, unseen: 2 })
    const again = steps.map((view) =>
      view.id === 'sign-in' ? { ...view, status: statusOf('acting') } : view,
    )
    expect(countOf(snapshotOf(again))).toMatchObject({ finished: 4, unseen: 0 })
  })

  it('tells of a registered connection what nobody has proven, and what has not arrived', () => {
    const done = checklist(['done', 'done', 'done', 'done', 'done', 'done', 'done'])
    const registered = (steps: typeof done) => countOf(snapshotOf(steps))
    expect(registered(done)).toEqual({ kind: 'registered', unverified: 0, delivered: true })
    const told = withStatus(done, { stack: statusOf('told'), 'sign-in': statusOf('told') })
    expect(registered(told)).toMatchObject({ unverified: 2, delivered: true })
    expect(registered(withStatus(done, { bucket: late(false) }))).toMatchObject({
      unverified: 0,
      delivered: false,
    })
  })

  it('counts again while a registered connection is looked at anew', () => {
    const [steps = []] = rows('done checking waiting waiting todo waiting done')
    const all = withStatus(steps, { registration: { kind: 'done', evidence: [], at: 0 } })
    expect(countOf(snapshotOf(all, { reopened: true }))).toEqual({
      kind: 'under-way',
      finished: 2,
      total: 7,
      unseen: 0,
    })
  })
})
