import type { Catalogue, Language } from './catalogue.ts'
import type { Languages, Offer } from './speech.ts'

/** The id of the pseudo-language: the private tag that is used for it everywhere. */
export const PSEUDO_ID = 'en-XA'

/**
 * English made strange: each text is marked and accented, so that whatever stands in the window as it
 * always did is no text of the catalogue. Values that are filled in stay as they are.
 */
export function pseudoLanguage({ words, locale }: Language): Language {
  return { id: PSEUDO_ID, locale, words: strangeWords(words) }
}

/** The same as an offer, made of the language that another one offers. */
export function pseudoOffer(of: Offer): Languages {
  let loaded: Promise<Language> | undefined
  return {
    [PSEUDO_ID]: {
      name: strange('English, made strange', []),
      phrase: strange('in English, made strange', []),
      locale: of.locale,
      opening: made(of.opening, []),
      load: () => (loaded ??= of.load().then(pseudoLanguage)),
    },
  }
}

/** The same catalogue, with each of its texts made strange. */
function strangeWords(words: Catalogue): Catalogue {
  return made(words, [])
}

/**
 * A part of a catalogue, made strange; `values` are what was filled in. A function is made one that
 * makes its result strange, a table one with strange entries: the form stays.
 */
function made<Part>(part: Part, values: readonly string[]): Part
function made(part: unknown, values: readonly string[]): unknown {
  if (typeof part === 'string') return strange(part, values)
  if (typeof part === 'function')
    return (...given: readonly unknown[]): unknown =>
      made(Reflect.apply(part, undefined, given), [...values, ...stringsIn(given)])
  if (Array.isArray(part)) return part.map((item: unknown) => made(item, values))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, made(item, values)]))
}

/** Every text among what was given to a function, however deep. */
function stringsIn(given: unknown): string[] {
  if (typeof given === 'string') return given === '' ? [] : [given]
  if (typeof given === 'number') return [String(given)]
  if (typeof given !== 'object' || given === null) return []
  return Object.values(given).flatMap(stringsIn)
}

const PLAIN = 'aceilnouyACEINOU'
const ACCENTED = 'àçéîļñöûýÀÇÉÎÑÖÛ'

const accented = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)

/** Longest first, so that a value within another one does not tear it apart. */
function strange(text: string, values: readonly string[]): string {
  if (text === '' || values.includes(text)) return text
  const longest = values.toSorted((one, other) => other.length - one.length)
  return `⟦${around(text, longest)}⟧`
}

/** The text accented, but for the values in it. */
function around(text: string, [value, ...others]: readonly string[]): string {
  if (value === undefined) return accented(text)
  return text
    .split(value)
    .map((part) => around(part, others))
    .join(value)
}
