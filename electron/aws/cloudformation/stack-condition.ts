import type { StackStatus } from '@aws-sdk/client-cloudformation'

/** What a stack's status means to somebody who waits for its role. */
export type StackCondition =
  /** AWS is at work; it ends by itself. */
  | 'working'
  /** Whatever the stack was to have is there. */
  | 'complete'
  /** It was never created, and its name is blocked until it is deleted. */
  | 'not-created'
  | 'not-deleted'
  /** A change that somebody made has failed half-way, and only they can go on. */
  | 'half-changed'
  /** A change set that somebody prepared and nobody has carried out: there is nothing yet. */
  | 'in-review'
  | 'deleted'

/**
 * Every status of CloudFormation's API. `…_CLEANUP_IN_PROGRESS` removes what an update replaced: the
 * role may be among it, so that it is waited for. Source: CloudFormation User Guide, "Stack status
 * codes".
 */
const CONDITIONS: Readonly<Record<StackStatus, StackCondition>> = {
  REVIEW_IN_PROGRESS: 'in-review',
  CREATE_IN_PROGRESS: 'working',
  CREATE_COMPLETE: 'complete',
  CREATE_FAILED: 'not-created',
  ROLLBACK_IN_PROGRESS: 'working',
  ROLLBACK_COMPLETE: 'not-created',
  ROLLBACK_FAILED: 'not-created',
  DELETE_IN_PROGRESS: 'working',
  DELETE_COMPLETE: 'deleted',
  DELETE_FAILED: 'not-deleted',
  UPDATE_IN_PROGRESS: 'working',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'working',
  UPDATE_COMPLETE: 'complete',
  UPDATE_FAILED: 'half-changed',
  UPDATE_ROLLBACK_IN_PROGRESS: 'working',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'working',
  UPDATE_ROLLBACK_COMPLETE: 'complete',
  UPDATE_ROLLBACK_FAILED: 'half-changed',
  IMPORT_IN_PROGRESS: 'working',
  IMPORT_COMPLETE: 'complete',
  IMPORT_ROLLBACK_IN_PROGRESS: 'working',
  // The import was taken back; what the stack had before is as it was.
  IMPORT_ROLLBACK_COMPLETE: 'complete',
  IMPORT_ROLLBACK_FAILED: 'half-changed',
}

/** A status that AWS adds one day is waited for if it says that it goes on, else it is trouble. */
export function conditionOf(status: string): StackCondition {
  const known = isStatus(status) ? CONDITIONS[status] : undefined
  return known ?? (status.endsWith('_IN_PROGRESS') ? 'working' : 'half-changed')
}

function isStatus(status: string): status is StackStatus {
  return Object.hasOwn(CONDITIONS, status)
}

/** Whether nothing but deleting can become of the stack. */
export function isDeletable(status: string): boolean {
  const condition = conditionOf(status)
  return condition === 'not-created' || condition === 'not-deleted'
}
