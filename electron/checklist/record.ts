import type { Fact } from '../contract/facts.ts'
import type { Progress, Status, StepView } from '../contract/status.ts'
import { STEPS, STEP_IDS, isFactId, type StepId } from '../contract/steps.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import { unverified } from './outcome.ts'
import type { Choices } from './state-file.ts'

type RecordedStep = NonNullable<Choices['registered']>['steps'][number]
/** One of today's steps; what is kept may name one that only another build knows. */
type KnownStep = RecordedStep & { readonly id: StepId }

/** What is kept, as facts to show. One that only another build knows stays in the file, untold. */
export const factsOf = (kept: RecordedStep['evidence']): Fact[] =>
  kept.flatMap(({ id, ...fact }) => (isFactId(id) ? [{ id, ...fact }] : []))

const whole = (fact: Fact): RecordedStep['evidence'][number] => ({ copy: false, ...fact })

/** Keeps what was proven, or told, of each step at the moment of registration; the tokens go then. */
export function recordOf(checklist: readonly StepView[]): KnownStep[] {
  return checklist.flatMap(({ id, status }): KnownStep[] => {
    switch (status.kind) {
      case 'done':
        return [{ id, kind: 'done', at: status.at, evidence: status.evidence.map(whole) }]
      case 'pending':
        return pendingRecord(id, status.progress)
      case 'skipped':
        return [{ id, kind: 'skipped', at: 0, evidence: [] }]
      case 'waiting':
      case 'checking':
      case 'todo':
      case 'acting':
      case 'failed':
        return []
    }
  })
}

function pendingRecord(id: StepId, progress: Progress): KnownStep[] {
  switch (progress.kind) {
    case 'delivery':
      return [{ id, kind: 'delivery', at: progress.dueAt, evidence: progress.evidence.map(whole) }]
    case 'unverified':
      return [{ id, kind: 'unverified', at: progress.at, evidence: progress.evidence.map(whole) }]
    case 'working':
    case 'browser':
    case 'device':
    case 'stack':
    case 'handed-over':
    case 'asked-msp':
    case 'asked-spot':
      return []
  }
}

/** Whether a look has shown that what was proven once does not hold any more. */
function disproved({ id, status }: StepView): boolean {
  if (!STEPS[id].thingInAws) return false
  if (status.kind === 'todo') return true
  return status.kind === 'failed' && !notLookedAt(status.error.code)
}

/**
 * The record of a registered connection after steps were looked at anew: what is proven now takes the
 * place of what was, and what has proved wrong is recorded no more. Of a step that could not be looked
 * at, the old line stays with its old time. Registration itself is recorded elsewhere. Null when there
 * is nothing to change.
 */
export function refreshedRecord(
  { registered, disconnected }: Choices,
  checklist: readonly StepView[],
): Pick<Choices, 'registered'> | null {
  // What is being taken back is no longer what was registered: its record stays as it was.
  if (!registered || disconnected) return null
  const now = recordOf(checklist)
  const gone = new Set(checklist.filter(disproved).map(({ id }) => id))
  const ofOtherBuilds = registered.steps.filter(({ id }) => STEP_IDS.every((known) => known !== id))
  const looked = STEP_IDS.filter((id) => id !== 'registration').flatMap((id): RecordedStep[] => {
    if (gone.has(id)) return []
    const old = registered.steps.find((step) => step.id === id)
    const found = now.find((step) => step.id === id)
    const line = found?.kind === 'unverified' ? (old ?? found) : (found ?? old)
    return line ? [line] : []
  })
  const steps = [...looked, ...ofOtherBuilds]
  const same = JSON.stringify(steps) === JSON.stringify(registered.steps)
  return same ? null : { registered: { ...registered, steps } }
}

/**
 * The status to show for a step of a connection that is registered, or taken back; null of one that is
 * neither.
 */
export function recordedStatus(choices: Choices, id: StepId): Status | null {
  const { registered, disconnected } = choices
  const record = disconnected ?? registered
  if (!record) return null
  if (registered && id === 'registration') return registeredStatus(registered)
  const step = record.steps.find((recorded) => recorded.id === id)
  // Nothing was proven of it, or the last look disproved it: nothing is claimed now.
  if (!step) return { kind: 'waiting', for: [] }
  const { at } = step
  const evidence = factsOf(step.evidence)
  switch (step.kind) {
    case 'done':
      return { kind: 'done', evidence, at }
    case 'skipped':
      return { kind: 'skipped', why: 'msp-keeps-bucket' }
    case 'delivery':
      return {
        kind: 'pending',
        blocks: false,
        lookAgainAt: at,
        progress: { kind: 'delivery', awaited: 'first', dueAt: at, overdue: false, evidence },
      }
    case 'unverified':
      return unverified(at, evidence)
  }
}

/** Whoever has only written to Spot Support waits for an answer that nobody here can read. */
function registeredStatus(record: NonNullable<Choices['registered']>): Status {
  const { way, at, sent, confirmedAt } = record
  const evidence = factsOf(record.evidence)
  switch (way) {
    case 'spot-api':
    case 'spot-console':
      return { kind: 'done', evidence, at }
    case 'spot-support':
      return {
        kind: 'pending',
        blocks: false,
        lookAgainAt: null,
        progress: { kind: 'asked-spot', at, sent, confirmedAt, evidence },
      }
  }
}
