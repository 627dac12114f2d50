import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'

/** Which step the window shows, and whether it goes on to the next one by itself. */
export type Selection = {
  readonly step: StepId
  /** False after the person picked a line that is not the one in turn. */
  readonly following: boolean
  /** Grows whenever the window changed the step by itself, so that focus can follow. */
  readonly moves: number
  /**
   * What the step showed when the person gave it work, '' until that was looked at; else null. It is
   * not left before it has answered: it may be done by now, as when another account is to be chosen.
   */
  readonly given: string | null
}

/** Where the window is when it opens. */
export function firstSelection(steps: readonly StepView[]): Selection {
  return { step: stepInTurn(steps), following: true, moves: 0, given: null }
}

/**
 * Where the window is after the steps have changed: it stays until the step it shows is over, and
 * then goes to the one in turn. The same selection when there is nowhere to go.
 */
export function followed(selection: Selection, steps: readonly StepView[]): Selection {
  const { step, following, moves, given } = selection
  if (!following) return selection
  const status = statusOf(step, steps)
  const shows = JSON.stringify(status) ?? 'nothing'
  if (given === '') return { ...selection, given: shows }
  if (given === shows) return selection
  const inTurn = stepInTurn(steps)
  if (step !== inTurn && mayBeLeft(status))
    return { step: inTurn, following, moves: moves + 1, given: null }
  return given === null ? selection : { ...selection, given: null }
}

/** The person looks at a line; at the one in turn they go on with the flow. */
export function picked(selection: Selection, step: StepId, steps: readonly StepView[]): Selection {
  return { ...selection, step, following: step === stepInTurn(steps), given: null }
}

/** The person goes to a step by what another one offers: what they pressed goes with it, and focus follows. */
export function goneTo(selection: Selection, step: StepId, steps: readonly StepView[]): Selection {
  return { ...picked(selection, step, steps), moves: selection.moves + 1 }
}

/** The step to go on with from this one; null where it is this one, or where nothing is left to do. */
export function nextAfter(step: StepId, steps: readonly StepView[]): StepId | null {
  const next = stepInTurn(steps)
  const status = statusOf(next, steps)
  return next === step || status === undefined || isSettled(status) ? null : next
}

/** The person gives a step work: if it is the one shown, the flow goes on from what comes of it. */
export function workedOn(selection: Selection, step: StepId): Selection {
  return selection.step === step ? { ...selection, following: true, given: '' } : selection
}

/**
 * The step that the window should show by itself: the first, in the order of the checklist, that is
 * not settled. One that is still being looked at is not either: what it has to say comes first.
 */
export function stepInTurn(steps: readonly StepView[]): StepId {
  const unsettled =
    steps.find(({ status }) => holdsTheFlow(status, steps)) ??
    steps.find(({ status }) => isAsked(status)) ??
    steps.find(({ status }) => status.kind === 'waiting')
  return (unsettled ?? steps.at(-1))?.id ?? 'plan'
}

/** What rests on a settled step can go on: it is done, left out, or waits for what blocks nobody. */
export function isSettled(status: Status): boolean {
  switch (status.kind) {
    case 'done':
    case 'skipped':
      return true
    case 'pending':
      return !status.blocks
    case 'waiting':
    case 'checking':
    case 'todo':
    case 'acting':
    case 'failed':
      return false
  }
}

/** True while somebody else does the step: the person here may go on with another one. */
export function isAsked(status: Status): boolean {
  if (status.kind !== 'pending') return false
  return status.progress.kind === 'handed-over' || status.progress.kind === 'asked-msp'
}

/** Whether no step after this one is in turn. */
function holdsTheFlow(status: Status, steps: readonly StepView[]): boolean {
  if (status.kind !== 'waiting') return !isSettled(status) && !isAsked(status)
  // What it waits for holds the flow itself, or is done by somebody else. Else its turn has come.
  return status.for.every((id) => {
    const needed = statusOf(id, steps)
    return needed === undefined || isSettled(needed)
  })
}

/**
 * A step that works, asks or has stopped is not left: its outcome decides where to go. Nor is one
 * just handed over: what to do with the file is told there.
 */
export function mayBeLeft(status: Status | undefined): boolean {
  switch (status?.kind) {
    case 'done':
    case 'skipped':
    case 'waiting':
      return true
    case 'pending':
      return !isAsked(status)
    case 'checking':
    case 'todo':
    case 'acting':
    case 'failed':
    case undefined:
      return false
  }
}

/** Undefined for a connection without steps, as one that is locked. */
export function statusOf(step: StepId, steps: readonly StepView[]): Status | undefined {
  return steps.find(({ id }) => id === step)?.status
}
