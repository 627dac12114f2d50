import type { StepsWith } from '../../electron/contract/commands.ts'
import type { StepId } from '../../electron/contract/steps.ts'

const TAKE_CHANGE: Readonly<Record<StepsWith<'change'>, true>> = {
  plan: true,
  'sign-in': true,
  'cost-report': true,
  template: true,
  stack: true,
}

/** Whether a step can be taken back to its question. */
export const takesChange = (step: StepId): step is StepsWith<'change'> =>
  Object.hasOwn(TAKE_CHANGE, step)
