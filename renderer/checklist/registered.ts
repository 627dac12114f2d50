import type { Snapshot } from '../../electron/contract/snapshot.ts'

/** True once the connection is registered. */
export function isRegistered({ steps }: Pick<Snapshot, 'steps'>): boolean {
  return steps.some(({ id, status }) => id === 'registration' && status.kind === 'done')
}

/** True while nothing can be checked or changed: registered or taken back, and not looked at anew. */
export function isClosed(snapshot: Pick<Snapshot, 'steps' | 'disconnected' | 'reopened'>): boolean {
  const isOver = isRegistered(snapshot) || snapshot.disconnected !== null
  return isOver && !snapshot.reopened
}
