import type { english } from './en/index.ts'

/** The form of a text: any words in place of the English ones. */
export type Worded<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Worded<Said>
    : Text extends readonly (infer Item)[]
      ? readonly Worded<Item>[]
      : { readonly [Part in keyof Text]: Worded<Text[Part]> }

/** All words of a language, in the form of the English ones. */
export type Catalogue = Worded<typeof english>

/** A language as the app speaks it: its words, and how it writes numbers and dates. */
export type Language = {
  /** By which `LANGUAGES` knows it. */
  readonly id: string
  /** BCP 47, for `localeOf`. */
  readonly locale: string
  readonly words: Catalogue
}

/** The words for a code, where a table has some; otherwise the code as it is. */
export function wordsFor(
  table: Readonly<Record<string, string>>,
  code: string,
  otherwise = code,
): string {
  return Object.hasOwn(table, code) ? (table[code] ?? otherwise) : otherwise
}
