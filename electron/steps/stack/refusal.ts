import { deniedAction, type StackEvent } from '../../aws/cloudformation/stack-events.ts'
import { explainRefusal, type Refusal } from '../../aws/cloudformation/stack-refusal.ts'
import type { Stack } from '../../aws/cloudformation/stacks.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { FactsOf } from '../../errors/failure.ts'

/** What AWS found wrong with a stack before it made anything: for the sentence, and all of it. */
type Told = {
  readonly facts: Omit<FactsOf<'stack-failed'>, 'stack' | 'status'>
  readonly message: string
}

/** Asks why AWS refused the stack. Whoever may not ask is told where it stands. */
export async function refusalOf(
  { stacks, signal }: Pick<StepContext, 'stacks' | 'signal'>,
  { id }: Stack,
  { operationId, reason }: StackEvent,
): Promise<Told> {
  const told = await stacks.refusals({ id, operationId }, signal)
  const [first, ...others] = told.kind === 'told' ? told.found : []
  if (!first) {
    const cause = told.kind === 'denied' ? 'untold-denied' : 'untold'
    const facts = { refused: 'yes', resource: '', reason: '', cause, action: '' }
    return { facts, message: reason }
  }
  return {
    facts: {
      refused: 'yes',
      resource: first.logicalId,
      reason: first.reason,
      cause: explainRefusal(first),
      action: deniedAction(first.reason),
      path: first.path,
      others: others.length > 0 ? String(others.length) : '',
    },
    message: [first, ...others].map(lineOf).join('\n'),
  }
}

function lineOf({ check, logicalId, path, reason }: Refusal): string {
  return `${[check, logicalId, path].filter(Boolean).join(' ')}: ${reason}`
}
