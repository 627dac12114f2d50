/** Whether scripts have a word as a text of its own, in whatever quotes. */
export const hasText = (scripts: string, word: string): boolean =>
  ['"', "'", '`'].some((quote) => scripts.includes(`${quote}${word}${quote}`))
