import { useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { statusOf } from './flow.ts'
import { formOf } from './form.ts'

/**
 * The snapshot to draw a step from: the newest one, unless that would take away the form that is being
 * filled in.
 */
export function useShown(snapshot: Snapshot, step: StepId, isFilling: boolean): Snapshot {
  const [last, setLast] = useState(snapshot)
  const form = formOf(statusOf(step, last.steps))
  const isTaken = form !== '' && form !== formOf(statusOf(step, snapshot.steps))
  const shown = isFilling && isTaken ? last : snapshot
  if (shown !== last) setLast(shown)
  return shown
}
