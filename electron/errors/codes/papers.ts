import type { ErrorTrait } from '../trait.ts'

/** Documents and other files that people ask for, on their way to paper or to a folder of theirs. */
export const paperErrors = {
  'paper-not-made': { family: 'app', who: 'it-department', facts: ['reason'] },
  'file-not-saved': { family: 'app', who: 'you', facts: ['file', 'reason'] },
  'paper-not-printed': { family: 'app', who: 'it-department', facts: ['reason'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
