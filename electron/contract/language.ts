/** The languages that people get; `electron/texts/languages.ts` has their words. */
const LANGUAGE_IDS = ['en'] as const

export type LanguageId = (typeof LANGUAGE_IDS)[number]
