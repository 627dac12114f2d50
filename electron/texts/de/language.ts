/** Which language the app speaks, and which one is read by whoever is asked. */
export const language = {
  button: (name: string, code: string) => `${code}, Sprache: ${name}`,
  list: 'Sprachen dieser App',
  recipient: 'Sprache der Anfrage',
} as const
