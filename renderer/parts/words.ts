import { createContext, useContext } from 'react'
import type { Catalogue, Language } from '../../electron/texts/catalogue.ts'
import { localeOf, type Locale } from '../../electron/texts/locale.ts'

const Spoken = createContext<Language | null>(null)

/** Hands a language down to everything that is drawn below. */
export const LanguageProvider = Spoken.Provider

/** The language that the window speaks now; whatever asks is drawn anew when it changes. */
export function useLanguage(): Language {
  const language = useContext(Spoken)
  if (!language) throw new Error('nothing hands a language down')
  return language
}

/** The words of the language that the window speaks now. */
export function useWords(): Catalogue {
  return useLanguage().words
}

/** How that language writes numbers and dates, and orders names. */
export function useLocale(): Locale {
  return localeOf(useLanguage().locale)
}
