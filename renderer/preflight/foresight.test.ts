import { describe, expect, it } from 'vitest'
import type { Ability, Preflight } from '../../electron/contract/preflight.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { checklist, type Name, NAMES } from '../checklist/testing/checklists.ts'
import { snapshotOf } from '../checklist/testing/snapshots.ts'
import { type Foresight, foresightOf, offersAsking } from './foresight.ts'

const LACKING: Ability = {
  step: 'cost-report',
  missing: [{ action: 'cur:PutReportDefinition', resource: '*', because: 'not-allowed' }],
  optional: [],
  statement: '{}',
}
const ABLE: Ability = { step: 'stack', missing: [], optional: [], statement: '' }
const KNOWN: Preflight = { kind: 'known', roleName: 'Billing', abilities: [LACKING, ABLE] }
const UNKNOWN: Preflight = { kind: 'unknown', error: { code: 'network-offline', facts: {} } }
const OPEN = checklist(['done', 'done', 'todo', 'waiting', 'todo'])

const foreseen = (step: StepId, snapshot: Snapshot): Foresight => {
  const view = snapshot.steps.find(({ id }) => id === step)
  if (!view) throw new Error(`no ${step}`)
  return foresightOf(snapshot, view)
}

describe('what is foreseen of a step', () => {
  it('is what the person lacks for it, or that they lack nothing', () => {
    const snapshot = snapshotOf(OPEN, { preflight: KNOWN })
    expect(foreseen('cost-report', snapshot)).toEqual({
      kind: 'lacks',
      roleName: 'Billing',
      ability: LACKING,
    })
    expect(foreseen('stack', snapshot)).toEqual({
      kind: 'may',
      roleName: 'Billing',
      ability: ABLE,
    })
  })

  it('is nothing for a step that was not asked about', () => {
    expect(foreseen('template', snapshotOf(OPEN, { preflight: KNOWN })).kind).toBe('nothing')
  })

  it('is told before it is tried and after it has stopped, and not while it is done', () => {
    const told = NAMES.filter((name) => {
      const steps = checklist(['done', 'done', name])
      return foreseen('cost-report', snapshotOf(steps, { preflight: KNOWN })).kind === 'lacks'
    })
    expect(told).toEqual(['waiting', 'todo', 'failed'] satisfies Name[])
  })

  it('is unknown only for what takes permissions in AWS', () => {
    const steps = STEP_IDS.map((id) => ({ id, status: { kind: 'waiting', for: [] } as const }))
    const snapshot = snapshotOf(steps, { preflight: UNKNOWN })
    const unknown = STEP_IDS.filter((step) => foreseen(step, snapshot).kind === 'unknown')
    expect(unknown).toEqual(['cost-report', 'bucket', 'stack'])
  })

  it('is told of the root user as what it is, for what takes permissions in AWS', () => {
    const steps = STEP_IDS.map((id) => ({ id, status: { kind: 'waiting', for: [] } as const }))
    const preflight = { kind: 'root', limits: 'organization' } as const
    const snapshot = snapshotOf(steps, { preflight })
    const told = STEP_IDS.filter((step) => foreseen(step, snapshot).kind === 'root')
    expect(told).toEqual(['cost-report', 'bucket', 'stack'])
    expect(foreseen('stack', snapshot)).toEqual(preflight)
  })

  it('is nothing as long as nobody has answered', () => {
    for (const kind of ['not-signed-in', 'checking'] as const) {
      const snapshot = snapshotOf(OPEN, { preflight: { kind } })
      expect(foreseen('cost-report', snapshot).kind).toBe('nothing')
    }
  })

  it('is nothing once nothing can be done, and told again when it is looked at anew', () => {
    const steps = [...OPEN.slice(0, 6), { id: 'registration', status: DONE } as const]
    const closed = snapshotOf(steps, { preflight: KNOWN })
    expect(foreseen('cost-report', closed).kind).toBe('nothing')
    expect(foreseen('cost-report', { ...closed, reopened: true }).kind).toBe('lacks')
  })
})

const DONE = { kind: 'done', evidence: [], at: 0 } as const

describe('somebody else can be asked below the form', () => {
  const snapshot = snapshotOf(OPEN, { preflight: KNOWN })
  const lacks = foreseen('cost-report', snapshot)
  const todo = { id: 'cost-report', status: { kind: 'checking' } } as const
  const failed = {
    id: 'cost-report',
    status: { kind: 'failed', error: { code: 'network-offline', facts: {} } },
  } as const

  it('but not where the notice above it offers that', () => {
    expect(offersAsking(lacks, todo, snapshot)).toBe(false)
    expect(offersAsking({ kind: 'nothing' }, todo, snapshot)).toBe(true)
    expect(offersAsking({ kind: 'may', roleName: 'Billing', ability: ABLE }, todo, snapshot)).toBe(
      true,
    )
  })

  it('also below a failure, where the notice is folded and does not offer it', () => {
    expect(offersAsking(lacks, failed, snapshot)).toBe(true)
  })

  it('but not for the sign-in of a connection that is looked at anew', () => {
    const signIn = { id: 'sign-in', status: { kind: 'checking' } } as const
    const reopened = { ...snapshot, reopened: true }
    expect(offersAsking({ kind: 'nothing' }, signIn, snapshot)).toBe(true)
    expect(offersAsking({ kind: 'nothing' }, signIn, reopened)).toBe(false)
    expect(offersAsking({ kind: 'nothing' }, todo, reopened)).toBe(true)
  })
})
