import type { Catalogue, Language } from './catalogue.ts'

/** Languages by their ids. */
export type Languages = Readonly<Record<string, Language>>

/** The language that the app speaks, for whoever needs a word: never kept, always asked anew. */
export type Speech = {
  readonly languages: Languages
  readonly id: () => string
  readonly language: () => Language
  readonly words: () => Catalogue
  /** Speaks another language from now on; false for one that this build does not know. */
  readonly speak: (id: string) => boolean
  /** Called after each change. */
  readonly onChange: (listener: () => void) => void
}

/** Begins with `first`, which is known by `firstId`; `others` are known besides. */
export function createSpeech(firstId: string, first: Language, others: Languages): Speech {
  const languages = { ...others, [firstId]: first }
  const listeners: (() => void)[] = []
  let spoken = { id: firstId, language: first }
  return {
    languages,
    id: () => spoken.id,
    language: () => spoken.language,
    words: () => spoken.language.words,
    speak(id) {
      const language = Object.hasOwn(languages, id) ? languages[id] : undefined
      if (!language) return false
      spoken = { id, language }
      for (const listener of listeners) listener()
      return true
    },
    onChange: (listener) => listeners.push(listener),
  }
}
