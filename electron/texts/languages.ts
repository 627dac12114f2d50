import type { LanguageId } from '../contract/language.ts'
import type { Offer } from './speech.ts'

/**
 * The languages that people get, each by its own name and in its own words. The words of each are a part of the build of
 * their own, which is loaded when somebody is to read them: an app that speaks German has no English
 * in memory, but for what Spot Support reads (`to-spot.ts`).
 */
export const LANGUAGES: Readonly<Record<LanguageId, Offer>> = {
  en: {
    name: 'English',
    phrase: 'in English',
    load: async () => (await import('./en/index.ts')).ENGLISH,
  },
  de: {
    name: 'Deutsch',
    phrase: 'auf Deutsch',
    load: async () => (await import('./de/index.ts')).GERMAN,
  },
}
