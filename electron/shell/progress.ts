import type { BrowserWindow } from 'electron'
import { isCreating } from '../contract/stack-status.ts'
import type { Status, StepView } from '../contract/status.ts'

/** `setProgressBar`'s words for “nothing” and for “something, who knows how much”. */
const NONE = -1
const SOME = 2

/** Shows on the dock or the taskbar how far AWS is with what it works on. */
export function showProgress(window: BrowserWindow, steps: readonly StepView[]): void {
  if (!window.isDestroyed()) window.setProgressBar(progressOf(steps))
}

/** The share from 0 to 1 that is finished, 2 while nobody can tell, -1 while AWS works on nothing. */
export function progressOf(steps: readonly StepView[]): number {
  return Math.max(...steps.map(({ status }) => progressOfStep(status)), NONE)
}

/** What waits for a person, in a browser or elsewhere, or for hours, is no progress to watch. */
function progressOfStep(status: Status): number {
  if (status.kind !== 'acting' && status.kind !== 'pending') return NONE
  const { progress } = status
  if (progress.kind === 'working') return SOME
  if (progress.kind !== 'stack') return NONE
  const { finished, total } = progress
  return isCreating(progress.status) && total > 0 ? finished / total : SOME
}
