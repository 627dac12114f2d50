import type { ErrorTrait } from '../trait.ts'

/** Documents on their way to paper. */
export const paperErrors = {
  'paper-not-made': { family: 'app', who: 'it-department', facts: ['reason'] },
  'paper-not-printed': { family: 'app', who: 'it-department', facts: ['reason'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
