import { HEALTH_IDS, HEALTH_STEPS, type HealthCode, type HealthId } from '../contract/health.ts'
import type { ManagedBy } from '../contract/ask/plan.ts'
import type { Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import { bucketTold } from './of-bucket.ts'
import { bad, good, unseen, type Reading, type Told } from './reading.ts'

/** The things that are in the account of whoever keeps the report. */
const WITH_THE_REPORT: readonly StepId[] = ['cost-report', 'bucket']

/** What is looked at of a connection: where an MSP keeps the report, nobody here can look at it. */
const looksAt = (id: HealthId, managedBy: ManagedBy): boolean =>
  managedBy === 'us' || !WITH_THE_REPORT.includes(HEALTH_STEPS[id])

/** Found by reading the role itself, and by no step. */
export const ONLY_OF_ROLE: readonly HealthId[] = ['permissions', 'boundary', 'costs']

/**
 * What the steps say, whether they were just read or stand in the record; nothing of what only the role
 * itself tells. `timeOf` says when
 * a status was seen that tells no time of its own (ms since the epoch).
 */
export function readingsOf(
  steps: readonly StepView[],
  managedBy: ManagedBy,
  timeOf: (status: Status) => number,
): readonly Reading[] {
  return HEALTH_IDS.filter((id) => looksAt(id, managedBy) && !ONLY_OF_ROLE.includes(id)).flatMap(
    (id): Reading[] => {
      const status = steps.find((step) => step.id === HEALTH_STEPS[id])?.status
      if (!status) return []
      const at = status.kind === 'done' ? status.at : timeOf(status)
      const told = toldOf(id, status, at)
      return told ? [{ id, at, ...told }] : []
    },
  )
}

/** What a step says of one thing; null where there is no such thing. */
function toldOf(id: HealthId, status: Status, at: number): Told | null {
  if (status.kind === 'failed' && notLookedAt(status.error.code))
    return unseen(whyOf(status.error.code))
  if (status.kind === 'waiting' || status.kind === 'checking' || status.kind === 'acting')
    return unseen('not-asked')
  if (status.kind === 'pending' && status.progress.kind === 'unverified') return unseen('by-hand')
  switch (HEALTH_STEPS[id]) {
    case 'sign-in':
      return id === 'bill' ? billTold(status) : accountTold(status)
    case 'cost-report':
      return reportTold(status)
    case 'bucket':
      return bucketTold(id, status, at)
    case 'stack':
      return roleTold(id, status)
  }
}

const whyOf = (code: Parameters<typeof notLookedAt>[0]): HealthCode =>
  code.startsWith('aws-denied') ? 'denied' : 'not-answered'

/** Also where something about it was pressed in vain. */
const isPaidElsewhere = (status: Status): boolean =>
  (status.kind === 'todo' || status.kind === 'failed') &&
  status.ask?.step === 'sign-in' &&
  status.ask.stage === 'paid-elsewhere'

/** That somebody cannot get at the account says nothing of it: only its own answer does. */
function accountTold(status: Status): Told {
  if (status.kind === 'done' || isPaidElsewhere(status)) return good
  if (status.kind !== 'failed') return unseen('not-asked')
  return status.error.code === 'wrong-account-member'
    ? bad('account-member')
    : unseen('account-wrong')
}

/** By the fact of this name: of a bill that nobody can transfer there is none. */
function billTold(status: Status): Told | null {
  if (isPaidElsewhere(status)) return bad('bill-elsewhere')
  if (status.kind !== 'done') return unseen('not-asked')
  const payer = status.evidence.find(({ id }) => id === 'bill-payer')?.value
  switch (payer) {
    case undefined:
      return null
    case 'own':
      return good
    case 'denied':
      return unseen('denied')
    case 'unknown':
      return unseen('not-answered')
    default:
      return { ...good, codes: ['bill-known'] }
  }
}

function reportTold(status: Status): Told {
  if (status.kind === 'done') return good
  if (status.kind === 'todo') return bad('report-gone')
  if (status.kind !== 'failed') return unseen('not-asked')
  return bad(status.error.code === 'report-gone' ? 'report-gone' : 'report-changed')
}

function roleTold(id: HealthId, status: Status): Told {
  if (status.kind === 'done') return good
  if (status.kind === 'todo') return id === 'role' ? bad('role-gone') : unseen('not-asked')
  if (status.kind !== 'failed') return unseen('not-asked')
  const { code } = status.error
  const about = ABOUT[code] ?? { id: 'role', code: 'stack-changed' }
  if (about.id === id) return bad(about.code)
  // The proof goes from one to the next: what comes before the one that is wrong was right.
  return PROOF.indexOf(id) < PROOF.indexOf(about.id) ? good : unseen('not-asked')
}

const PROOF: readonly HealthId[] = ['role', 'trust', 'reading']
const ABOUT: Readonly<Record<string, { readonly id: HealthId; readonly code: HealthCode }>> = {
  'stack-gone': { id: 'role', code: 'role-gone' },
  'role-missing': { id: 'role', code: 'role-gone' },
  'role-other-path': { id: 'role', code: 'role-other-path' },
  'role-trust-wrong': { id: 'trust', code: 'trust-changed' },
  'role-cannot-read': { id: 'reading', code: 'reading-refused' },
}

/** Whether a step is still being read, or waits for one that is. */
export function isUnderWay({ status }: StepView, steps: readonly StepView[]): boolean {
  if (status.kind !== 'waiting') return status.kind === 'checking' || status.kind === 'acting'
  return status.for.some((id) => {
    const awaitedStep = steps.find((step) => step.id === id)
    return awaitedStep !== undefined && isUnderWay(awaitedStep, steps)
  })
}

/** How far a look has come. */
export function lookOf(steps: readonly StepView[]): 'signing-in' | 'looking' | 'looked' {
  const signIn = steps.find(({ id }) => id === 'sign-in')?.status
  if (signIn?.kind === 'acting') return 'signing-in'
  if (signIn?.kind === 'todo') return isPaidElsewhere(signIn) ? 'looked' : 'signing-in'
  if (signIn?.kind === 'failed' && !isPaidElsewhere(signIn))
    return notLookedAt(signIn.error.code) ? 'signing-in' : 'looked'
  return steps.some((step) => isUnderWay(step, steps)) ? 'looking' : 'looked'
}
