import type { LanguageId } from '../../electron/contract/language.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { localeOf, type Locale } from '../../electron/texts/locale.ts'
import { GERMAN } from '../../electron/texts/de/index.ts'
import { ENGLISH } from '../../electron/texts/en/index.ts'
import type { Facts } from './facts.ts'
import { CODE_IN_GERMAN } from './texts/de/code.ts'
import { german } from './texts/de/index.ts'
import { english, type PackWords } from './texts/en/index.ts'

/** What every section is made of: facts, and words in one language. */
export type Pack = {
  readonly language: LanguageId
  readonly locale: Locale
  readonly facts: Facts
  readonly words: PackWords
  /** The program's own words. */
  readonly app: Catalogue
  /** A sentence that stands in code or in a published file, in this language. Throws where nobody has said it. */
  readonly said: (sentence: string) => string
}

/** A sentence of the code in German; a new one has to be said before the pack can be made. */
export function inGerman(sentence: string): string {
  const said = CODE_IN_GERMAN[sentence]
  if (said === undefined)
    throw new Error(`e2e/review-pack/texts/de/code.ts has no German for: ${sentence}`)
  return said
}

export function packIn(language: LanguageId, facts: Facts): Pack {
  const { words, locale } = language === 'de' ? GERMAN : ENGLISH
  return {
    language,
    locale: localeOf(locale),
    facts,
    words: language === 'de' ? german : english,
    app: words,
    said: language === 'de' ? inGerman : (sentence) => sentence,
  }
}
