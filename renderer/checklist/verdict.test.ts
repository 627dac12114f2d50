import { describe, expect, it } from 'vitest'
import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { ErrorCode } from '../../electron/errors/catalogue.ts'
import { checklist, withStatus } from './testing/checklists.ts'
import { snapshotOf } from './testing/snapshots.ts'
import { verdictOf } from './verdict.ts'

const REGISTERED = 100
const done = (at: number): Status => ({ kind: 'done', evidence: [], at })
const failed = (code: ErrorCode): Status => ({ kind: 'failed', error: { code, facts: {} } })
const waiting = (...steps: StepId[]): Status => ({ kind: 'waiting', for: steps })
const delivery: Status = {
  kind: 'pending',
  blocks: false,
  lookAgainAt: 0,
  progress: { kind: 'delivery', awaited: 'first', dueAt: 0, overdue: false, evidence: [] },
}

type Some = Readonly<Partial<Record<StepId, Status>>>
/** Registered, with everything last read at `at`. */
const registered = (at: number, some: Some = {}): StepView[] =>
  withStatus(
    checklist(['done', 'done', 'done', 'done', 'done', 'done', 'done']).map(({ id }) => ({
      id,
      status: done(at),
    })),
    { registration: done(REGISTERED), ...some },
  )
const looking = (some: Some) => verdictOf(snapshotOf(registered(200, some), { reopened: true }))
const closed = (at: number, some: Some) => verdictOf(snapshotOf(registered(at, some)))

describe('what another look came to', () => {
  it('is nothing where there was none', () => {
    expect(closed(50, {})).toBeNull()
    expect(verdictOf(snapshotOf(checklist(['done', 'todo'])))).toBeNull()
  })

  it('is open until somebody has signed in and all is read', () => {
    const todo: Status = {
      kind: 'todo',
      ask: { step: 'sign-in', stage: 'by-hand', accountId: '' },
    }
    expect(looking({ 'sign-in': todo, bucket: waiting('sign-in') })).toEqual({
      kind: 'signing-in',
    })
    expect(looking({ bucket: { kind: 'checking' }, stack: waiting('bucket') })).toEqual({
      kind: 'looking',
    })
  })

  it('is that everything stands, with the time of the look', () => {
    const same = { kind: 'looked', at: 200, changed: [], unseen: [], awaited: false }
    expect(looking({})).toEqual(same)
    expect(closed(200, {})).toEqual(same)
    expect(looking({ bucket: delivery })).toEqual({ ...same, awaited: true })
    // Asked of Spot Support: what the MSP told cannot be read, and stops no verdict.
    const asked: Status = {
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: {
        kind: 'asked-spot',
        at: REGISTERED,
        sent: null,
        confirmedAt: null,
        evidence: [],
      },
    }
    const told: Status = {
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: { kind: 'unverified', at: 50, evidence: [] },
    }
    const ofMsp = registered(200, { registration: asked, 'cost-report': told })
    for (const reopened of [true, false])
      expect(verdictOf(snapshotOf(ofMsp, { reopened, managedBy: 'msp' }))).toEqual(same)
    const skipped: Status = { kind: 'skipped', why: 'msp-keeps-bucket' }
    expect(closed(200, { 'cost-report': skipped, bucket: skipped })).toEqual(same)
  })

  it('names what has changed, and apart from it what could not be looked at', () => {
    expect(
      looking({
        'cost-report': failed('aws-denied'),
        bucket: failed('bucket-kms'),
        stack: waiting('bucket'),
      }),
    ).toMatchObject({ changed: ['bucket'], unseen: ['cost-report', 'stack'] })
    expect(
      looking({ 'sign-in': failed('sign-in-ended'), stack: waiting('sign-in') }),
    ).toMatchObject({ changed: [], unseen: ['sign-in', 'stack'] })
  })

  it('outlives the look: what proved wrong is gone from the record, what was unseen is old', () => {
    expect(closed(200, { bucket: waiting(), 'cost-report': done(50) })).toMatchObject({
      changed: ['bucket'],
      unseen: ['cost-report'],
    })
  })
})
