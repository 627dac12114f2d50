import type { StepId } from '../../electron/contract.ts'

/** Steps whose result is read from AWS, whoever brought it about. */
const READ_FROM_AWS: readonly StepId[] = ['cost-report', 'bucket', 'stack']

/** Whether the app finds by itself what somebody else does; by hand it reads nothing. */
export function isFoundByItself(step: StepId, byHand: boolean): boolean {
  return !byHand && READ_FROM_AWS.includes(step)
}
