import type { ManagedBy } from '../../electron/contract/ask/plan.ts'
import type { StepView } from '../../electron/contract/status.ts'
import { statusOf } from './flow.ts'

/** The answer of the first step, as far as it is given. */
export function managedBy(steps: readonly StepView[]): ManagedBy {
  const plan = statusOf('plan', steps)
  const facts = plan?.kind === 'done' ? plan.evidence : []
  return facts.some(({ id, value }) => id === 'managed-by' && value === 'msp') ? 'msp' : 'us'
}
