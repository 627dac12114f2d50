import type { FactId, StepId } from './steps.ts'

/** What the stack's form rests on: the consent given there holds for nothing else. */
export const STACK_RESTS_ON = [
  { step: 'plan', fact: 'managed-by' },
  { step: 'sign-in', fact: 'account' },
  { step: 'template', fact: 'template-sha256' },
] as const satisfies readonly { readonly step: StepId; readonly fact: FactId }[]
