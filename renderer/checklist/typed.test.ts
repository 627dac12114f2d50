import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { checklist, NAMES, proven, rows, told, withStatus } from './testing/checklists.ts'
import { failedStack, stackTodo } from './testing/stack.ts'
import { firstTyped, type Typed, typedAfter, typing } from './typed.ts'

const fill = (steps: readonly StepView[], step: StepId, fields: Record<string, string>): Typed =>
  Object.entries(fields).reduce(
    (typed, [name, value]) => typing(typed, step, name, value),
    firstTyped(steps),
  )
const through = (typed: Typed, ...later: readonly (readonly StepView[])[]): Typed =>
  later.reduce<Typed>(typedAfter, typed)

describe('what a person has typed', () => {
  it('is kept while the step acts, and after a refusal', () => {
    const [todo = [], ...later] = rows('done todo', 'done acting', 'done failed', 'done todo')
    const typed = fill(todo, 'sign-in', { startUrl: 'https://a', region: 'eu-west-1' })
    expect(through(typed, ...later).drafts['sign-in']).toEqual({
      startUrl: 'https://a',
      region: 'eu-west-1',
    })
  })

  it('is over when the step is done, or told by hand', () => {
    for (const end of ['done done', 'done told']) {
      const [todo = [], ...later] = rows('done todo', 'done acting', end)
      const typed = fill(todo, 'sign-in', { startUrl: 'https://a' })
      expect(through(typed, ...later).drafts['sign-in']).toBeUndefined()
    }
  })

  it('is kept while somebody else was asked, and while AWS works', () => {
    const [todo = [], ...later] = rows('done done todo', 'done done asked', 'done done creating')
    const typed = fill(todo, 'cost-report', { bucket: 'a' })
    expect(through(typed, ...later).drafts['cost-report']).toEqual({ bucket: 'a' })
  })

  it('into a form below a step that is done is kept until it is done anew', () => {
    const [done = [], ...later] = rows('done', 'done', 'done')
    const typed = through(fill(done, 'plan', { mspAccountId: '1' }), ...later)
    expect(typed.drafts.plan).toEqual({ mspAccountId: '1' })
    expect(through(typed, ...rows('acting', 'done')).drafts.plan).toBeUndefined()
  })

  it('is over for one step alone', () => {
    const [todo = [], done = []] = rows('done todo waiting waiting todo', 'done done todo')
    const typed = typing(fill(todo, 'sign-in', { region: 'a' }), 'cost-report', 'bucket', 'b')
    expect(through(typed, done).drafts).toEqual({ 'cost-report': { bucket: 'b' } })
  })
})

const ready = withStatus(checklist(['done', 'done', 'done', 'done', 'done', 'todo']), {
  plan: proven({ 'managed-by': 'us' }),
  'sign-in': proven({ account: '418207315602' }),
  template: proven({ 'template-sha256': 'abc' }),
  stack: stackTodo(),
})
const consented = fill(ready, 'stack', { acknowledged: 'yes', roleName: 'Mine' })
const checkingSignIn = withStatus(ready, { 'sign-in': { kind: 'checking' } })
const after = (changed: Partial<Record<StepId, Status>>) => withStatus(ready, changed)

describe('the consent to the stack', () => {
  it('outlives a look at what it rests on that finds the same', () => {
    expect(through(consented, checkingSignIn, ready).drafts.stack).toEqual({
      acknowledged: 'yes',
      roleName: 'Mine',
    })
  })

  it.each([
    ['another account', { 'sign-in': proven({ account: '111122223333' }) }],
    ['another account told by hand', { 'sign-in': told({ account: '111122223333' }) }],
    ['another template', { template: proven({ 'template-sha256': 'def' }) }],
    ['another who manages it', { plan: proven({ 'managed-by': 'msp' }) }],
  ] as const)('does not hold for %s', (_, changed) => {
    expect(through(consented, after(changed)).drafts.stack).toBeUndefined()
    // Nor when it was not known for a while in between.
    expect(through(consented, checkingSignIn, after(changed)).drafts.stack).toBeUndefined()
  })

  it('is over when the step has to wait again, or is left out', () => {
    const waiting = after({ stack: { kind: 'waiting', for: ['template'] } })
    expect(through(consented, waiting).drafts.stack).toBeUndefined()
    const skipped = after({ stack: { kind: 'skipped', why: 'msp-keeps-bucket' } })
    expect(through(consented, skipped).drafts.stack).toBeUndefined()
  })

  it('outlives a sign-in that has ended, with all that was typed', () => {
    const earlier = { kind: 'done', at: 0, evidence: [] } as const
    const ended = after({
      'sign-in': { kind: 'failed', error: { code: 'sign-in-ended', facts: {} } },
      stack: { kind: 'waiting', for: ['sign-in'] },
    }).map((view) => (view.id === 'sign-in' ? { ...view, earlier } : view))
    expect(through(consented, ended, ready).drafts.stack).toEqual({
      acknowledged: 'yes',
      roleName: 'Mine',
    })
  })

  it('is taken back by a failed attempt, once, and another name proposed', () => {
    const failed = through(
      consented,
      after({ stack: failedStack('role-exists', { roleName: 'Mine' }) }),
    )
    expect(failed.drafts.stack).toEqual({ acknowledged: '', roleName: 'Mine-2' })
    const agreed = typing(
      typing(failed, 'stack', 'acknowledged', 'yes'),
      'stack',
      'roleName',
      'Mine',
    )
    const again = through(
      agreed,
      after({ stack: failedStack('role-exists', { roleName: 'Mine' }) }),
    )
    expect(again.drafts.stack).toEqual({ acknowledged: 'yes', roleName: 'Mine' })
  })

  it('is asked for after a failed attempt that was found when the connection was opened', () => {
    const opened = firstTyped(after({ stack: failedStack('policy-exists') }))
    expect(opened.drafts).toEqual({ stack: { acknowledged: '', policyName: 'SpotPolicy-2' } })
    expect(opened.failure?.error.facts['cause']).toBe('policy-exists')
  })
})

describe('what was typed for a new report', () => {
  const report = fill(ready, 'cost-report', { newBucket: 'acme-cur', sent: 'new' })

  it.each([
    ['another account', { 'sign-in': proven({ account: '111122223333' }) }],
    ['another account told by hand', { 'sign-in': told({ account: '111122223333' }) }],
  ] as const)('is not that of %s', (_, changed) => {
    expect(through(report, after(changed)).drafts['cost-report']).toBeUndefined()
    expect(through(report, checkingSignIn, after(changed)).drafts['cost-report']).toBeUndefined()
  })

  it.each([
    ['the same account again', {}],
    ['another template', { template: proven({ 'template-sha256': 'def' }) }],
  ] as const)('is kept with %s', (_, changed) => {
    const typed = { newBucket: 'acme-cur', sent: 'new' }
    expect(through(report, checkingSignIn, after(changed)).drafts['cost-report']).toEqual(typed)
  })
})

describe('why the attempt at the stack failed', () => {
  it('is told with the form that comes after, until the ground has moved', () => {
    const failed = through(consented, after({ stack: failedStack('role-exists') }))
    expect(through(failed, ready).failure).toEqual(failed.failure)
    expect(failed.failure).not.toBeNull()
    const moved = after({ template: proven({ 'template-sha256': 'def' }) })
    expect(through(failed, moved).failure).toBeNull()
  })
})

describe('whatever happens', () => {
  const snapshots = fc
    .array(fc.array(fc.constantFrom(...NAMES), { minLength: 7, maxLength: 7 }).map(checklist), {
      minLength: 2,
      maxLength: 12,
    })
    .filter((all) => all.length > 1)

  it('nothing is typed by itself, and what is kept is kept whole', () => {
    fc.assert(
      fc.property(snapshots, fc.constantFrom(...STEP_IDS), ([first = [], ...later], step) => {
        const typed = fill(first, step, { a: '1', b: '2' })
        const { drafts } = through(typed, ...later)
        for (const id of STEP_IDS) {
          const allowed = id === step ? [undefined, { a: '1', b: '2' }] : [undefined]
          expect(allowed).toContainEqual(drafts[id])
        }
      }),
    )
  })

  it('the same drafts come back, to be drawn only once, as long as nothing is over', () => {
    fc.assert(
      fc.property(snapshots, ([first = [], ...later]) => {
        const typed = fill(first, 'plan', { a: '1' })
        const { drafts } = through(typed, ...later)
        if (drafts.plan) expect(drafts).toBe(typed.drafts)
      }),
    )
  })

  it('a step that never gets done loses nothing, but for the stack', () => {
    const open = NAMES.filter((name) => name !== 'done' && name !== 'told')
    const opens = fc.array(
      fc.array(fc.constantFrom(...open), { minLength: 7, maxLength: 7 }).map(checklist),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(opens, fc.constantFrom(...STEP_IDS), ([first = [], ...later], step) => {
        const { drafts } = through(fill(first, step, { a: '1' }), ...later)
        if (step !== 'stack') expect(drafts[step]).toEqual({ a: '1' })
      }),
    )
  })
})
