import { LANGUAGE_IDS, type LanguageId } from '../contract/language.ts'

/**
 * The language to begin with: the first of `wanted` that people can get, as a tag of any form (`de`,
 * `de-AT`, `de_CH.UTF-8`); the one to fall back on where there is none.
 */
export function firstLanguage(wanted: readonly string[]): LanguageId {
  const [fallBack] = LANGUAGE_IDS
  for (const tag of wanted) {
    const [language] = tag.toLowerCase().split(/[-_.@]/)
    const known = LANGUAGE_IDS.find((id) => id === language)
    if (known) return known
  }
  return fallBack
}
