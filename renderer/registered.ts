import type { Snapshot } from '../electron/contract.ts'

/** True once the connection is registered: nothing can be checked or changed after that. */
export function isRegistered({ steps }: Snapshot): boolean {
  return steps.some(({ id, status }) => id === 'registration' && status.kind === 'done')
}
