import { useCallback, useState } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { firstSelection, followed, goneTo, picked, workedOn } from './flow.ts'

/**
 * Which step is shown: follows the flow, until the person looks at another line. While `held` it stays
 * where it is.
 */
export function useSelection(
  steps: readonly StepView[],
  held: boolean,
): {
  readonly selected: StepId
  readonly moves: number
  readonly pick: (step: StepId) => void
  /** As `pick`, from within the step that is shown. */
  readonly go: (step: StepId) => void
  readonly follow: (step: StepId) => void
} {
  const [selection, setSelection] = useState(() => firstSelection(steps))
  const current = held ? selection : followed(selection, steps)
  if (current !== selection) setSelection(current)
  const pick = useCallback(
    (step: StepId) => setSelection((before) => picked(before, step, steps)),
    [steps],
  )
  const go = useCallback(
    (step: StepId) => setSelection((before) => goneTo(before, step, steps)),
    [steps],
  )
  const follow = useCallback((step: StepId) => setSelection((before) => workedOn(before, step)), [])
  return { selected: current.step, moves: current.moves, pick, go, follow }
}
