import type { LanguageId } from '../contract/language.ts'
import type { Language } from './catalogue.ts'
import { english } from './en/index.ts'
import { LOCALE } from './en/locale.ts'

/** The languages that people get. */
export const LANGUAGES: Readonly<Record<LanguageId, Language>> = {
  en: { name: 'English', locale: LOCALE, words: english },
}
