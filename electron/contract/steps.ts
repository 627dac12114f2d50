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
