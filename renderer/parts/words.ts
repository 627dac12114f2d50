import { createContext, useContext, useEffect, useState } from 'react'
import type { Catalogue, Language } from '../../electron/texts/catalogue.ts'
import { localeOf, type Locale } from '../../electron/texts/locale.ts'
import { offerOf, type Languages } from '../../electron/texts/speech.ts'

const Spoken = createContext<Language | null>(null)
const Offered = createContext<Languages>({})

/** Hands a language down to everything that is drawn below. */
export const LanguageProvider = Spoken.Provider
/** Hands down which languages there are. */
export const LanguagesProvider = Offered.Provider

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

/** The languages that the app can speak. */
export function useLanguages(): Languages {
  return useContext(Offered)
}

/** A language for what somebody else is to read; the one of the window until its words are there. */
export function useLanguageOf(id: string): Language {
  const spoken = useLanguage()
  const other = useLoaded(useLanguages(), id, spoken)
  return id === spoken.id ? spoken : other
}

/**
 * The language with an id, `before` until it is loaded, and where there is none of that id. Throws, to
 * the boundary above, when its words are missing in what was installed.
 */
export function useLoaded(languages: Languages, id: string, before: Language): Language {
  const [loaded, setLoaded] = useState(before)
  const [failed, setFailed] = useState<{ readonly why: unknown } | null>(null)
  useEffect(() => {
    let isWanted = true
    offerOf(languages, id)
      ?.load()
      .then(
        (language) => isWanted && setLoaded(language),
        (why: unknown) => isWanted && setFailed({ why }),
      )
    return () => {
      isWanted = false
    }
  }, [languages, id])
  if (failed) throw failed.why
  return loaded
}
