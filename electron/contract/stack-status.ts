/** What AWS is doing with a stack. */
export type StackDoing = 'creating' | 'deleting' | 'taking-back' | 'updating' | 'working-on'

/** True while a stack grows: only then does a count of created resources say how far it is. */
export function isCreating(status: string): boolean {
  return status.startsWith('CREATE_')
}

/** What AWS is doing, by the stack's status. */
export function stackDoing(status: string): StackDoing {
  if (isCreating(status)) return 'creating'
  if (status.startsWith('DELETE_')) return 'deleting'
  // Also `UPDATE_ROLLBACK_…`: an update that is being taken back.
  if (status.includes('ROLLBACK_')) return 'taking-back'
  if (status.startsWith('UPDATE_')) return 'updating'
  return 'working-on'
}
