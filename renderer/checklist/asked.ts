import type { Status } from '../../electron/contract/status.ts'

/** True once Spot Support was asked to connect the account: the end, as far as it is in sight here. */
export function isAskedOfSpot(status: Status | undefined): boolean {
  return status?.kind === 'pending' && status.progress.kind === 'asked-spot'
}

/** True once the person said that Spot has confirmed it, which nobody has read from Spot. */
export function isSaidConnected(status: Status): boolean {
  if (status.kind !== 'pending' || status.progress.kind !== 'asked-spot') return false
  return status.progress.confirmedAt !== null
}
