/** Which language the app speaks, and whoever is asked reads. */
export const language = {
  /** The button in the header; `code` is what stands on it, and comes first. */
  button: (name: string, code: string) => `${code}, language: ${name}`,
  list: 'Languages of this app',
  /** Beside a request to somebody else. */
  recipient: 'Language of the request',
} as const
