import { readDenial } from './denial.ts'

/** One line of a stack's history. Time in milliseconds since the epoch. */
export type StackEvent = {
  readonly id: string
  readonly time: number
  readonly logicalId: string
  readonly type: string
  readonly status: string
  /** '' when AWS gives none. */
  readonly reason: string
}

/** Why a resource was not created, as far as AWS's wording tells. */
export type StackCause =
  | 'role-exists'
  | 'scp-denied'
  | 'boundary-denied'
  | 'not-authorised'
  | 'other'

/** CloudFormation stops the resources beside the failed one, and calls that a failure too. */
const COLLATERAL = /^resource (creation|update) cancell?ed$/i
/** The stack's own line only repeats which resources failed. */
const SUMMARY = /^the following resource\(s\) failed to (create|update)/i

/**
 * The event that made a stack fail: the earliest failure that is not the consequence of another.
 * Expects events oldest first, as `Stacks.events` gives them. Null when nothing failed.
 */
export function rootCause(events: readonly StackEvent[]): StackEvent | null {
  const failed = events.filter(({ status }) => status.endsWith('_FAILED'))
  const own = failed.filter(({ reason }) => !COLLATERAL.test(reason.trim()))
  return (
    own.find(({ status, reason }) => status === 'CREATE_FAILED' && !SUMMARY.test(reason)) ??
    own[0] ??
    null
  )
}

/** What kind of obstacle the reason of a failed resource describes. */
export function explainCause(reason: string): StackCause {
  if (/already exists|EntityAlreadyExists/i.test(reason)) return 'role-exists'
  const denied = /not authorized|AccessDenied|access denied|status code: 403|explicit deny/i
  if (!denied.test(reason)) return 'other'
  const { code } = readDenial(reason)
  if (code === 'aws-denied-scp') return 'scp-denied'
  return code === 'aws-denied-boundary' ? 'boundary-denied' : 'not-authorised'
}
