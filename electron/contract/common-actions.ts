/**
 * What the checklist itself answers, for every step. `hand-over-all` asks somebody else for this step
 * and for all others that the person cannot do; the two after it are about the file that was saved.
 */
export const COMMON_ACTIONS = [
  'check',
  'cancel',
  'hand-over',
  'hand-over-all',
  'show-file',
  'write-email',
  'take-back',
] as const
export type CommonAction = (typeof COMMON_ACTIONS)[number]
