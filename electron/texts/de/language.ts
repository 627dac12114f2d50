/** Welche Sprache die App spricht, und wer gebeten wird, liest. */
export const language = {
  button: (name: string, code: string) => `${code}, Sprache: ${name}`,
  list: 'Sprachen dieser App',
  recipient: 'Sprache der Anfrage',
} as const
