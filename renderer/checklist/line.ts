import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { isFinished } from '../../electron/contract/finished.ts'
import { isMarked } from '../../electron/errors/catalogue.ts'
import { statusOf } from './flow.ts'
import { isClosed } from './registered.ts'

/** True for what the person told, and nobody has read from AWS. */
export function isUnverified(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'unverified'
}

/** True where nothing but a new sign-in is needed: what was done is as it was. */
export function hasRunOut(status: Status): boolean {
  return status.kind === 'failed' && isMarked(status.error.code, 'ran-out')
}

/** True while other people are asked, and nothing happens by itself. */
export function waitsForPeople(status: Status): boolean {
  if (status.kind !== 'pending') return false
  return ['handed-over', 'asked-msp', 'asked-spot'].includes(status.progress.kind)
}

/** True for what is not as it should be, though nothing has failed: it is late, or to be corrected. */
export function needsAttention(status: Status): boolean {
  if (status.kind === 'pending')
    return status.progress.kind === 'delivery' && status.progress.overdue
  if (status.kind === 'failed') return hasRunOut(status)
  return status.kind === 'todo' && (status.problem !== undefined || status.ask.step === 'bucket')
}

/** How far the connection is; once it is registered, only what was not proven is worth telling. */
export type Count =
  | {
      readonly kind: 'under-way'
      readonly finished: number
      readonly total: number
      readonly unseen: number
    }
  | { readonly kind: 'asked'; readonly isConfirmed: boolean }
  | { readonly kind: 'registered'; readonly unverified: number; readonly delivered: boolean }

export function countOf(snapshot: Snapshot): Count {
  const { steps } = snapshot
  const count = (fits: (status: Status) => boolean): number =>
    steps.filter(({ status }) => fits(status)).length
  if (!isClosed(snapshot)) {
    const finished = steps.filter(isFinished)
    const unseen = isSignedOut(snapshot) ? finished.filter(({ earlier }) => earlier) : []
    return {
      kind: 'under-way',
      finished: finished.length,
      total: steps.length,
      unseen: unseen.length,
    }
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

/** True once it is certain that somebody has to sign in before anything can be looked at. */
export function isSignedOut({ steps }: Pick<Snapshot, 'steps'>): boolean {
  return steps.some(
    ({ id, status }) => id === 'sign-in' && (status.kind === 'failed' || status.kind === 'todo'),
  )
}

/** Whether a line has changed so that somebody who does not see it has to hear of it. */
export function isWorthTelling(now: StepView, before: StepView | undefined): boolean {
  const { kind } = now.status
  return kind !== before?.status.kind && kind !== 'checking' && kind !== 'waiting'
}

function awaitsDelivery(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'delivery'
}
