export const STEP_IDS = [
  'plan',
  'sign-in',
  'cost-report',
  'bucket',
  'template',
  'stack',
  'registration',
] as const

export type StepId = (typeof STEP_IDS)[number]

/** A step's place in the checklist, as people count: from 1. */
export function stepNumber(step: StepId): number {
  return STEP_IDS.indexOf(step) + 1
}
