import { describe, expect, it } from 'vitest'
import type { StepView } from '../../electron/contract/status.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { firstSelection, followed, picked, stepInTurn, workedOn, type Selection } from './flow.ts'
import { checklist, rows } from './testing/checklists.ts'

/** The steps shown, one after the other, by a window that nobody touches. */
function journey(snapshots: readonly StepView[][]): StepId[] {
  const [first = checklist([]), ...later] = snapshots
  let selection = firstSelection(first)
  const shown = [selection.step]
  for (const steps of later) {
    selection = followed(selection, steps)
    if (selection.step !== shown.at(-1)) shown.push(selection.step)
  }
  return shown
}

describe('the window goes with the flow', () => {
  it('from the first step to the last, whatever a later step is faster with', () => {
    const snapshots = rows(
      'waiting',
      'checking',
      'todo',
      'acting',
      'done checking waiting waiting checking',
      'done checking waiting waiting todo',
      'done todo waiting waiting todo',
      'done acting waiting waiting todo',
      'done todo waiting waiting todo',
      'done done checking waiting todo',
      'done done todo waiting todo',
      'done done acting waiting todo',
      'done done done checking todo',
      'done done done delivery todo',
      'done done done delivery done checking',
      'done done done delivery done todo',
      'done done done delivery done acting',
      'done done done delivery done creating',
      'done done done done done creating',
      'done done done done done done checking',
      'done done done done done done todo',
      'done done done done done done done',
    )
    expect(journey(snapshots)).toEqual(STEP_IDS)
  })

  it('stays with a kept sign-in that is still looked at, and hears that it failed', () => {
    const snapshots = rows(
      'waiting',
      'checking',
      'done checking waiting waiting checking',
      'done checking waiting waiting todo',
      'done todo waiting waiting todo',
    )
    expect(journey(snapshots)).toEqual(['plan', 'sign-in'])
  })

  it('shows a wrong account where it was chosen', () => {
    const snapshots = rows(
      'done acting waiting waiting todo',
      'done todo waiting waiting todo',
      'done failed waiting waiting todo',
    )
    expect(journey(snapshots)).toEqual(['sign-in'])
  })

  it('passes by what an MSP does', () => {
    const snapshots = rows(
      'todo',
      'done checking skipped skipped checking',
      'done done skipped skipped todo',
      'done done skipped skipped done todo',
    )
    expect(journey(snapshots)).toEqual(['plan', 'sign-in', 'template', 'stack'])
  })

  it('goes on from what is told by hand', () => {
    const snapshots = rows(
      'done todo waiting waiting todo',
      'done told todo waiting todo',
      'done told told told todo',
      'done told told told done todo',
      'done told told told done told todo',
    )
    expect(journey(snapshots)).toEqual([
      'sign-in',
      'cost-report',
      'template',
      'stack',
      'registration',
    ])
  })

  it('stays where somebody else was just asked, and begins after it the next time', () => {
    const asked = 'done done asked waiting todo'
    expect(journey(rows('done done todo waiting todo', asked))).toEqual(['cost-report'])
    expect(journey(rows('done checking waiting waiting checking', asked))).toEqual([
      'sign-in',
      'template',
    ])
    // And when there is nothing else to do, it is shown what is waited for.
    expect(journey(rows('done checking', 'done done asked waiting done'))).toEqual([
      'sign-in',
      'cost-report',
    ])
  })

  it('sees a later step to its end when an earlier one fails, and then goes back to that', () => {
    const snapshots = rows(
      'done done done delivery done acting',
      'done done done failed done acting',
      'done done done failed done waiting',
    )
    expect(journey(snapshots.slice(0, 2))).toEqual(['stack'])
    expect(journey(snapshots)).toEqual(['stack', 'bucket'])
  })

  it('does not take a form away that is being filled in', () => {
    const before = firstSelection(checklist(['done', 'done', 'asked', 'waiting', 'todo']))
    expect(before.step).toBe('template')
    const found = checklist(['done', 'done', 'done', 'failed', 'todo'])
    expect(followed(before, found).step).toBe('template')
    expect(followed(before, checklist(['done', 'done', 'done', 'failed', 'done'])).step).toBe(
      'bucket',
    )
  })

  it('goes through everything again when a registered connection is looked at anew', () => {
    const snapshots = rows(
      'done done done done done done done',
      'checking waiting waiting waiting waiting waiting done',
      'done checking waiting waiting checking waiting done',
      'done todo waiting waiting done waiting done',
      'done done checking waiting done waiting done',
      'done done done checking done waiting done',
      'done done done done done checking done',
      'done done done done done done done',
    )
    expect(journey(snapshots)).toEqual([
      'registration',
      'plan',
      'sign-in',
      'cost-report',
      'bucket',
      'stack',
      'registration',
    ])
  })

  it('takes a step that waits for nothing any more for the one that comes next', () => {
    const stale: StepView[] = checklist(['done', 'done', 'done', 'done', 'todo']).map((view) =>
      view.id === 'cost-report' ? { ...view, status: { kind: 'waiting', for: ['sign-in'] } } : view,
    )
    expect(stepInTurn(stale)).toBe('cost-report')
  })

  it('has something to show without any step', () => {
    expect(stepInTurn([])).toBe('plan')
  })
})

describe('what a person picked', () => {
  const todo = checklist(['done', 'todo', 'waiting', 'waiting', 'todo'])

  it('stays, until they carry on the work there', () => {
    const template = picked(firstSelection(todo), 'template', todo)
    expect(template).toMatchObject({ step: 'template', following: false, moves: 0 })
    const approved = checklist(['done', 'todo', 'waiting', 'waiting', 'done'])
    expect(followed(template, approved)).toBe(template)
    const atWork = followed(workedOn(template, 'template'), todo)
    expect(followed(atWork, approved)).toMatchObject({ step: 'sign-in', following: true, moves: 1 })
    expect(workedOn(template, 'plan')).toBe(template)
  })

  it('is not left before it answers to what it was given, also if it was done', () => {
    const signedIn = checklist(['done', 'done', 'done', 'done', 'todo'])
    const given = workedOn(picked(firstSelection(signedIn), 'sign-in', signedIn), 'sign-in')
    const answers = rows(
      'done done done done todo',
      'done acting done done todo',
      'done todo waiting waiting todo',
      'done done checking waiting todo',
    )
    const shown: Selection[] = []
    for (const steps of answers) shown.push(followed(shown.at(-1) ?? given, steps))
    expect(shown.map(({ step }) => step)).toEqual(['sign-in', 'sign-in', 'sign-in', 'cost-report'])
  })

  it('stays with a refusal, which changes nothing', () => {
    const signedIn = checklist(['done', 'done', 'done', 'done', 'todo'])
    const given = workedOn(picked(firstSelection(signedIn), 'sign-in', signedIn), 'sign-in')
    const refused = followed(given, signedIn)
    expect(followed(refused, signedIn)).toBe(refused)
    expect(refused.step).toBe('sign-in')
  })

  it('follows again when it is the step in turn', () => {
    const plan = picked(firstSelection(todo), 'plan', todo)
    expect(followed(plan, todo).step).toBe('plan')
    expect(picked(plan, 'sign-in', todo).following).toBe(true)
  })
})
