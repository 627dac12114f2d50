import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StepView } from '../../electron/contract/status.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import {
  firstSelection,
  followed,
  isAsked,
  isSettled,
  mayBeLeft,
  stepInTurn,
  type Selection,
} from './flow.ts'
import { checklist, index, NAMES } from './testing/checklists.ts'

const snapshot = fc.array(fc.constantFrom(...NAMES), { minLength: 7, maxLength: 7 }).map(checklist)
const selection = fc.record<Selection>({
  step: fc.constantFrom(...STEP_IDS),
  following: fc.boolean(),
  moves: fc.nat(9),
  given: fc.constantFrom(null, 'something else'),
})
const runs = { numRuns: 3000 }

/** Steps before `step` that need to be settled first. */
const before = (step: StepId, steps: readonly StepView[]): StepView[] =>
  steps.slice(0, index(step)).filter(({ status }) => !isSettled(status))
/** Waits for what somebody else does, at one remove or more. */
function restsOnAsked({ status }: StepView, steps: readonly StepView[]): boolean {
  if (isAsked(status)) return true
  if (status.kind !== 'waiting') return false
  return steps.some((view) => status.for.includes(view.id) && restsOnAsked(view, steps))
}

describe('whatever happens', () => {
  it('no step is in turn behind one that is not settled, but for what somebody else does', () => {
    fc.assert(
      fc.property(snapshot, (steps) => {
        const passed = before(stepInTurn(steps), steps)
        expect(passed.filter((view) => !restsOnAsked(view, steps))).toEqual([])
      }),
      runs,
    )
  })

  it('the step in turn is settled only when all are', () => {
    fc.assert(
      fc.property(snapshot, (steps) => {
        const inTurn = steps.find(({ id }) => id === stepInTurn(steps))
        if (inTurn && isSettled(inTurn.status)) expect(before('registration', steps)).toEqual([])
      }),
      runs,
    )
  })

  it('the window moves to the step in turn or not at all, and only from what may be left', () => {
    fc.assert(
      fc.property(selection, snapshot, (was, steps) => {
        const is = followed(was, steps)
        const left = steps.find(({ id }) => id === was.step)?.status
        if (is.step === was.step) {
          const stays = !was.following || was.step === stepInTurn(steps) || !mayBeLeft(left)
          expect(stays).toBe(true)
        } else {
          expect(is).toEqual({
            step: stepInTurn(steps),
            following: true,
            moves: was.moves + 1,
            given: null,
          })
          expect(was.following && mayBeLeft(left)).toBe(true)
        }
        expect(followed(is, steps)).toBe(is)
      }),
      runs,
    )
  })

  it('while it follows, it is ahead of an unsettled step only where it was and has work', () => {
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 2, maxLength: 20 }), ([first, ...later]) => {
        if (!first) return
        let was = firstSelection(first)
        for (const steps of later) {
          const is = followed(was, steps)
          const ahead = before(is.step, steps).some((view) => !restsOnAsked(view, steps))
          const status = steps.find(({ id }) => id === is.step)?.status
          if (ahead) expect([is.step, mayBeLeft(status)]).toEqual([was.step, false])
          was = is
        }
      }),
      runs,
    )
  })

  it('it never goes back, and never ahead, as long as what is settled stays settled', () => {
    const unsettled = ['waiting', 'checking', 'todo', 'acting', 'failed', 'creating'] as const
    const settled = ['done', 'skipped', 'told', 'delivery'] as const
    const growing = fc
      .array(
        fc.record({
          settles: fc.nat(6),
          open: fc.array(fc.constantFrom(...unsettled), { minLength: 7, maxLength: 7 }),
          as: fc.array(fc.constantFrom(...settled), { minLength: 7, maxLength: 7 }),
        }),
        { minLength: 1, maxLength: 30 },
      )
      .map((changes) => {
        const over = new Set<number>()
        return changes.map(({ settles, open, as }) => {
          const now = checklist(
            open.map((name, place) => (over.has(place) ? as[place] : name) ?? name),
          )
          // Only what does not wait can settle next.
          if (now[settles]?.status.kind !== 'waiting') over.add(settles)
          return now
        })
      })
    fc.assert(
      fc.property(growing, (snapshots) => {
        let was = firstSelection(snapshots[0] ?? [])
        for (const steps of snapshots) {
          const is = followed(was, steps)
          expect(index(is.step)).toBeGreaterThanOrEqual(index(was.step))
          expect(before(is.step, steps)).toEqual([])
          was = is
        }
      }),
      runs,
    )
  })
})
