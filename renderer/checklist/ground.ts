import type { Fact } from '../../electron/contract/facts.ts'
import { STACK_RESTS_ON } from '../../electron/contract/stack-rests-on.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { statusOf } from './flow.ts'

/** What the stack's form rests on, by fact. */
export type Ground = Readonly<Record<string, string>>

/** As far as it is known now: a step that is being checked again says nothing. */
export function groundOf(steps: readonly StepView[]): Ground {
  const proven = STACK_RESTS_ON.flatMap(({ step, fact }) =>
    toldBy(statusOf(step, steps))
      .filter(({ id }) => id === fact)
      .map(({ value }) => [fact, value] as const),
  )
  return Object.fromEntries<string>(proven)
}

/** True when something that was known is another now; what is not known has not changed. */
export function hasMoved(before: Ground, now: Ground): boolean {
  return Object.entries(before).some(([fact, value]) => (now[fact] ?? value) !== value)
}

/** Facts that a step stands on: proven, or told by hand. */
function toldBy(status: Status | undefined): readonly Fact[] {
  if (status?.kind === 'done') return status.evidence
  const told = status?.kind === 'pending' && status.progress.kind === 'unverified'
  return told ? status.progress.evidence : []
}
