import { useCallback, useState } from 'react'
import type { Status, StepId, StepView } from '../electron/contract.ts'

/** The step that the window should show by itself: the first that needs the person. */
function stepInTurn(steps: readonly StepView[]): StepId {
  const first = (kind: Status['kind']) => steps.find(({ status }) => status.kind === kind)
  const unfinished =
    steps.find(({ status }) => holdsTheFlow(status)) ?? steps.find(({ status }) => isAsked(status))
  return (unfinished ?? first('checking') ?? first('waiting') ?? steps.at(-1))?.id ?? 'plan'
}

function holdsTheFlow(status: Status): boolean {
  switch (status.kind) {
    case 'todo':
    case 'failed':
    case 'acting':
      return true
    case 'pending':
      return status.blocks && !isAsked(status)
    case 'waiting':
    case 'checking':
    case 'done':
    case 'skipped':
      return false
  }
}

/** True while somebody else does the step: the person here may go on with another one. */
function isAsked(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'handed-over'
}

/**
 * A step that works, asks or has stopped is not left: its outcome decides where to go. Nor is one
 * just handed over: what to do with the file is told there.
 */
function mayBeLeft(status: Status | undefined): boolean {
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

type Selection = {
  readonly step: StepId
  /** False after the person picked a line that is not the one in turn. */
  readonly following: boolean
  /** Grows whenever the window changed the step by itself, so that focus can follow. */
  readonly moves: number
}

/** Which step is shown: follows the flow, until the person looks at another line. */
export function useSelection(steps: readonly StepView[]): {
  readonly selected: StepId
  readonly moves: number
  readonly pick: (step: StepId) => void
  readonly follow: (step: StepId) => void
} {
  const inTurn = stepInTurn(steps)
  const [selection, setSelection] = useState<Selection>({ step: inTurn, following: true, moves: 0 })
  const current = steps.find(({ id }) => id === selection.step)?.status
  if (selection.following && selection.step !== inTurn && mayBeLeft(current)) {
    setSelection({ step: inTurn, following: true, moves: selection.moves + 1 })
  }
  const pick = useCallback(
    (step: StepId) => setSelection((before) => ({ ...before, step, following: step === inTurn })),
    [inTurn],
  )
  const follow = useCallback(
    (step: StepId) =>
      setSelection((before) => (before.step === step ? { ...before, following: true } : before)),
    [],
  )
  return { selected: selection.step, moves: selection.moves, pick, follow }
}
