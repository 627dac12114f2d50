import type { Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { lineOf, type Checklist, type Line } from './lines.ts'
import { endedSignIn, satisfied } from './outcome.ts'
import { recordedStatus } from './record.ts'

/**
 * The status by the record, null where the step is looked at. The registration stays as it is
 * recorded, also while the other steps are read anew; of what is taken back only somebody's sign-in
 * is anything to look at.
 */
export function recordOf({ reopened, choices }: Checklist, id: StepId): Status | null {
  const isRead = choices.disconnected ? id === 'sign-in' : id !== 'registration'
  return reopened && isRead ? null : recordedStatus(choices, id)
}

/** The status that a step has whatever it would find: recorded, skipped, or waiting. */
export function imposed(checklist: Checklist, { step, status }: Line): Status | null {
  const recorded = recordOf(checklist, step.id)
  if (recorded) return recorded
  const skip = step.appliesTo(checklist.choices)
  if (skip) return { kind: 'skipped', why: skip.skip }
  const unmet = step.needs.filter((id) => !satisfied(lineOf(checklist, id).status))
  if (unmet.length === 0) return null
  // A step that a dead session stopped goes on showing that until somebody signed in again.
  return endedSignIn(status) ? status : { kind: 'waiting', for: unmet }
}
