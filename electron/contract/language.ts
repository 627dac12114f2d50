/** The languages that people get, the one to fall back on first; `electron/texts/languages.ts` has their words. */
export const LANGUAGE_IDS = ['en', 'de'] as const

export type LanguageId = (typeof LANGUAGE_IDS)[number]
