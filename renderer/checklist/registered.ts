import type { Snapshot } from '../../electron/contract/snapshot.ts'

/** True once the connection is registered. */
export function isRegistered({ steps }: Snapshot): boolean {
  return steps.some(({ id, status }) => id === 'registration' && status.kind === 'done')
}

/** True while nothing can be checked or changed: registered, and not looked at anew. */
export function isClosed(snapshot: Snapshot): boolean {
  return isRegistered(snapshot) && !snapshot.reopened
}
