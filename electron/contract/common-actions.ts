/** What the checklist itself answers, for every step: see `ASKING_ACTIONS` for `take-back` and `show-file`. */
export const COMMON_ACTIONS = ['check', 'cancel', 'show-file', 'take-back'] as const

/**
 * Asking somebody else, in the language of whoever is asked. `hand-over-all` asks for this step and for
 * all others that the person cannot do; `write-email` is about the file that was saved.
 */
export const ASKING_ACTIONS = ['hand-over', 'hand-over-all', 'write-email'] as const

export type CommonAction = (typeof COMMON_ACTIONS)[number] | (typeof ASKING_ACTIONS)[number]
