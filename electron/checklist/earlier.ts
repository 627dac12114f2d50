import type { Earlier, Status, StepView } from '../contract/status.ts'
import { STEPS } from '../contract/steps.ts'
import { lineOf, type Checklist, type Line } from './lines.ts'
import { endedSignIn } from './outcome.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import { factsOf, recordedStatus, recordOf } from './record.ts'
import type { Choices } from './state-file.ts'

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
  const { status, step } = line
  if (status.kind === 'failed' && notLookedAt(status.error.code)) return
  // That nobody is signed in says nothing of who was.
  if (step.id === 'sign-in' && isSignedOut(status)) return
  line.known = { proven: provenBy(line, status), under: subjectOf(choices) }
}

/** Takes up what was proven before the app was started. */
export function takeUpKnown({ lines, choices: { provenEarlier } }: Checklist): void {
  if (!provenEarlier) return
  const { accountId, managedBy, mspAccountId, steps } = provenEarlier
  const account = { id: accountId }
  const under = subjectOf({ plan: { managedBy, mspAccountId }, account, byHand: false })
  for (const line of lines) {
    const proven = steps.find(({ id }) => id === line.step.id)
    if (proven) line.known = { proven: { kind: proven.kind, at: proven.at, evidence: [] }, under }
  }
}

/** After things were taken back: what was proven of them is not there any more. */
export function forgetKnown({ lines }: Checklist): void {
  for (const line of lines) line.known = null
}

/**
 * What is known now, for the next start; null once it stands in a record. Evidence is not kept: it is
 * read anew.
 */
export function knownForLater(
  { lines }: Pick<Checklist, 'lines'>,
  choices: Choices,
): Choices['provenEarlier'] {
  const { plan, account, byHand, registered, disconnected } = choices
  if (!plan || !account || byHand || registered || disconnected) return null
  const subject = subjectOf(choices)
  const steps = lines.flatMap(({ step: { id }, known }) => {
    // The others are looked at without a sign-in.
    if (!STEPS[id].doneInAws || !known?.proven || known.under !== subject) return []
    const { kind, at } = known.proven
    return [{ id, kind, at }]
  })
  return steps.length === 0 ? null : { accountId: account.id, ...plan, steps }
}

type Subject = Pick<Choices, 'plan' | 'byHand'> & { readonly account: { id: string } | null }

/** What a step is about: for another account or another plan nothing was proven. */
const subjectOf = ({ plan, account, byHand }: Subject): string =>
  JSON.stringify([plan?.managedBy, plan?.mspAccountId, account?.id, byHand])

function earlierOf(checklist: Checklist, line: Line): Earlier | null {
  return isUnseen(checklist, line) ? knownOf(checklist, line) : null
}

/** By the last look, or else by the record of the registration that is looked at again. */
export function knownOf({ choices, reopened }: Checklist, line: Line): Earlier | null {
  const { known, step } = line
  if (known) return known.under === subjectOf(choices) ? known.proven : null
  const recorded = reopened ? recordedStatus(choices, step.id) : null
  return recorded && provenBy(line, recorded)
}

/** What a status proves of the thing itself; null where it proves nothing. */
function provenBy({ step }: Line, status: Status): Earlier | null {
  const [record] = recordOf([{ id: step.id, status }])
  if (record?.kind !== 'done' && record?.kind !== 'delivery') return null
  return { kind: record.kind, at: record.at, evidence: factsOf(record.evidence) }
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
