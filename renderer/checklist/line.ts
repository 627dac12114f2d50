import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { statusOf } from './flow.ts'
import { isClosed } from './registered.ts'

/** True for what the person told, and nobody has read from AWS. */
export function isUnverified(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'unverified'
}

/** True for what is not as it should be, though nothing has failed: it is late, or to be corrected. */
export function needsAttention(status: Status): boolean {
  if (status.kind === 'pending')
    return status.progress.kind === 'delivery' && status.progress.overdue
  return status.kind === 'todo' && (status.problem !== undefined || status.ask.step === 'bucket')
}

/** How far the connection is; once it is registered, only what was not proven is worth telling. */
export type Count =
  | { readonly kind: 'under-way'; readonly finished: number; readonly total: number }
  | { readonly kind: 'asked'; readonly isConfirmed: boolean }
  | { readonly kind: 'registered'; readonly unverified: number; readonly delivered: boolean }

export function countOf(snapshot: Snapshot): Count {
  const { steps } = snapshot
  const count = (fits: (status: Status) => boolean): number =>
    steps.filter(({ status }) => fits(status)).length
  if (!isClosed(snapshot)) {
    const finished = count(({ kind }) => kind === 'done' || kind === 'skipped')
    return { kind: 'under-way', finished, total: steps.length }
  }
  const asked = statusOf('registration', steps)
  if (asked?.kind === 'pending' && asked.progress.kind === 'asked-spot' && !snapshot.disconnected)
    return { kind: 'asked', isConfirmed: asked.progress.confirmedAt !== null }
  return {
    kind: 'registered',
    unverified: count(isUnverified),
    delivered: count(awaitsDelivery) === 0,
  }
}

/** Whether a line has changed so that somebody who does not see it has to hear of it. */
export function isWorthTelling(now: StepView, before: StepView | undefined): boolean {
  const { kind } = now.status
  return kind !== before?.status.kind && kind !== 'checking' && kind !== 'waiting'
}

function awaitsDelivery(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'delivery'
}
