/**
 * A message to Spot Support. It is English whatever the app speaks, since that is what they read there:
 * so its words are no part of a language. The window marks it as English (`LETTER_LANGUAGE`).
 */
export type Letter = { readonly subject: string; readonly text: string }

/** BCP 47. */
export const LETTER_LANGUAGE = 'en'
