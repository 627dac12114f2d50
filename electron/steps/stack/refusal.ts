import {
  deniedAction,
  type StackCause,
  type StackEvent,
} from '../../aws/cloudformation/stack-events.ts'
import {
  explainRefusal,
  type Refusal,
  type Refusals,
} from '../../aws/cloudformation/stack-refusal.ts'
import type { Stack } from '../../aws/cloudformation/stacks.ts'
import type { StepContext } from '../../checklist/step.ts'
import { isOf } from '../../errors/catalogue.ts'
import { toAppError, type FactsOf } from '../../errors/failure.ts'

/** What AWS found wrong with a stack before it made anything: for the sentence, and all of it. */
type Told = {
  readonly facts: Omit<FactsOf<'stack-failed'>, 'stack' | 'status'>
  readonly message: string
}

/**
 * Asks why AWS refused the stack. Whoever may not ask, or gets no answer, is told where it stands: what
 * is known of the stack does not depend on that.
 */
export async function refusalOf(
  context: Pick<StepContext, 'stacks' | 'signal'>,
  stack: Stack,
  event: StackEvent,
): Promise<Told> {
  const told = await toldOf(context, stack, event)
  const [first, ...others] = told.kind === 'told' ? told.found : []
  if (!first) {
    const cause = told.kind === 'told' ? 'untold' : CAUSES[told.kind]
    const facts = { refused: 'yes', resource: '', reason: '', cause, action: '' }
    const why = told.kind === 'unreached' ? told.why : ''
    return { facts, message: [event.reason, why].filter(Boolean).join('\n') }
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

const CAUSES = {
  denied: 'untold-denied',
  untold: 'untold',
  unreached: 'untold-unreached',
} as const satisfies Readonly<Record<string, StackCause>>

type Unreached = { readonly kind: 'unreached'; readonly why: string }

async function toldOf(
  { stacks, signal }: Pick<StepContext, 'stacks' | 'signal'>,
  { id }: Stack,
  { operationId }: StackEvent,
): Promise<Refusals | Unreached> {
  try {
    return await stacks.refusals({ id, operationId }, signal)
  } catch (error) {
    const { code, detail } = toAppError(error)
    // Without a sign-in nothing else can be read either, and nobody waits for what was cancelled.
    if (code === 'cancelled' || isOf(code, 'signed-out')) throw error
    const parts = ['DescribeEvents', detail?.code ?? code, detail?.message ?? '']
    return { kind: 'unreached', why: parts.filter(Boolean).join(': ') }
  }
}

function lineOf({ check, logicalId, path, reason }: Refusal): string {
  return `${[check, logicalId, path].filter(Boolean).join(' ')}: ${reason}`
}
