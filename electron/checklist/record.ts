import type { Fact, Status, StepId, StepView } from '../contract.ts'
import type { Choices } from './state-file.ts'

type RecordedStep = NonNullable<Choices['registered']>['steps'][number]

const whole = (fact: Fact): RecordedStep['evidence'][number] => ({ copy: false, ...fact })

/** Keeps what was proven of each step at the moment of registration; the tokens are gone then. */
export function recordOf(checklist: readonly StepView[]): RecordedStep[] {
  return checklist.flatMap(({ id, status }): RecordedStep[] => {
    switch (status.kind) {
      case 'done':
        return [{ id, kind: 'done', at: status.at, evidence: status.evidence.map(whole) }]
      case 'pending':
        return status.progress.kind === 'delivery'
          ? [
              {
                id,
                kind: 'delivery',
                at: status.progress.dueAt,
                evidence: status.progress.evidence.map(whole),
              },
            ]
          : []
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

/** The status to show for a step of a registered connection; null while it is not registered. */
export function recordedStatus(choices: Choices, id: StepId): Status | null {
  const { registered } = choices
  if (!registered) return null
  if (id === 'registration')
    return { kind: 'done', evidence: registered.evidence, at: registered.at }
  const step = registered.steps.find((recorded) => recorded.id === id)
  // Nothing was proven of it by then, so nothing is claimed now.
  if (!step) return { kind: 'waiting', for: [] }
  switch (step.kind) {
    case 'done':
      return { kind: 'done', evidence: step.evidence, at: step.at }
    case 'skipped':
      return { kind: 'skipped', why: 'msp-sets-up-reports' }
    case 'delivery':
      return {
        kind: 'pending',
        blocks: false,
        lookAgainAt: step.at,
        progress: { kind: 'delivery', dueAt: step.at, overdue: false, evidence: step.evidence },
      }
  }
}
