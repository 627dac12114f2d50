import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { isAskedOfSpot } from './asked.ts'

/** True once Spot has the account, or Spot Support was asked to connect it. */
export function isRegistered({ steps }: Pick<Snapshot, 'steps'>): boolean {
  return steps.some(
    ({ id, status }) => id === 'registration' && (status.kind === 'done' || isAskedOfSpot(status)),
  )
}

/** True while nothing can be checked or changed: registered or taken back, and not looked at anew. */
export function isClosed(snapshot: Pick<Snapshot, 'steps' | 'disconnected' | 'reopened'>): boolean {
  const isOver = isRegistered(snapshot) || snapshot.disconnected !== null
  return isOver && !snapshot.reopened
}
