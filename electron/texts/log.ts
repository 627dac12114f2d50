/**
 * What is written to a log or a terminal: English in every language, since it is searched for, and said
 * where no other word may be there.
 */
export const CANNOT_START = 'Eco Connect cannot start'

/** That a start was refused, by what was refused. */
export const REFUSED_LINE = {
  file: 'Eco Connect was started with a word that is not a file, which it does not accept, and has ended.',
  files:
    'Eco Connect was started with more than one file, which it does not accept, and has ended.',
  variable: (name: string) =>
    `Eco Connect was started while the variable “${name}” is set, which it does not accept, and has ended.`,
  switch: (name: string) =>
    `Eco Connect was started with “${name}”, which it does not accept, and has ended.`,
} as const
