import type { Earlier, Status, StepView } from '../contract/status.ts'
import { lineOf, type Checklist, type Line } from './lines.ts'
import { endedSignIn } from './outcome.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import { factsOf, recordedStatus, recordOf } from './record.ts'

/**
 * What stays known of steps while nobody can look at them: an ended sign-in proves nothing wrong, and
 * must not look like lost work. It is for showing only; no step rests on it.
 */

export const shownViewsOf = (checklist: Checklist): readonly StepView[] =>
  checklist.lines.map((line) => {
    const { step, status } = line
    const earlier = earlierOf(checklist, line)
    return { id: step.id, status, ...(earlier ? { earlier } : {}) }
  })

/** Notes what a look has shown; one that did not come about leaves what was known before. */
export function noteKnown({ choices }: Checklist, line: Line): void {
  const { status } = line
  if (status.kind === 'failed' && notLookedAt(status.error.code)) return
  line.known = { status, under: subjectOf(choices) }
}

/** What a step is about: for another account or another plan nothing was proven. */
const subjectOf = ({ plan, account, byHand }: Checklist['choices']): string =>
  JSON.stringify([plan, account?.id, byHand])

function earlierOf(checklist: Checklist, line: Line): Earlier | null {
  const status = knownOf(checklist, line)
  if (!status || !isUnseen(checklist, line)) return null
  const [record] = recordOf([{ id: line.step.id, status }])
  if (record?.kind !== 'done' && record?.kind !== 'delivery') return null
  return { kind: record.kind, at: record.at, evidence: factsOf(record.evidence) }
}

/** By the last look, or else by the record of the registration that is looked at again. */
function knownOf({ choices, reopened }: Checklist, { known, step }: Line): Status | null {
  if (!known) return reopened ? recordedStatus(choices, step.id) : null
  return known.under === subjectOf(choices) ? known.status : null
}

/** Whether the status says nothing of the thing itself, nor that what it rests on is wrong. */
function isUnseen(checklist: Checklist, { step, status }: Line): boolean {
  if (step.id === 'sign-in') return isSignedOut(status)
  if (status.kind === 'checking' || endedSignIn(status)) return true
  if (status.kind !== 'waiting' || status.for.length === 0) return false
  return status.for.every((id) => earlierOf(checklist, lineOf(checklist, id)) !== null)
}

/** Whether the sign-in has ended, is looked at, or is being done again. */
function isSignedOut(status: Status): boolean {
  switch (status.kind) {
    case 'checking':
    case 'acting':
      return true
    case 'todo':
      return status.ask.step === 'sign-in' && ['start', 'role'].includes(status.ask.stage)
    case 'failed':
      return notLookedAt(status.error.code)
    case 'waiting':
    case 'pending':
    case 'done':
    case 'skipped':
      return false
  }
}
