import type { LanguageId } from '../contract/language.ts'
import { LOCALE as GERMAN_LOCALE } from './de/locale.ts'
import { opening as inGerman } from './de/opening.ts'
import { LOCALE as ENGLISH_LOCALE } from './en/locale.ts'
import { opening as inEnglish } from './en/opening.ts'
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
    locale: ENGLISH_LOCALE,
    opening: inEnglish,
    load: async () => (await import('./en/index.ts')).ENGLISH,
  },
  de: {
    name: 'Deutsch',
    phrase: 'auf Deutsch',
    locale: GERMAN_LOCALE,
    opening: inGerman,
    load: async () => (await import('./de/index.ts')).GERMAN,
  },
}
