import type { Catalogue, Language } from './catalogue.ts'

/** A language that can be spoken. */
export type Offer = {
  /** In the language itself: it is found by who understands no other. */
  readonly name: string
  /** That something is in it, so that it follows a verb: `in English`. */
  readonly phrase: string
  /** BCP 47. */
  readonly locale: string
  /** The few words that are there before all others, with the window. */
  readonly opening: Pick<Catalogue['app'], 'name' | 'opening'>
  /** Loads its words, the first time; rejects where the build lacks them. */
  readonly load: () => Promise<Language>
}

/** Languages by their ids. */
export type Languages = Readonly<Record<string, Offer>>

/** The language that the app speaks, for whoever needs a word: always asked anew. */
export type Speech = {
  readonly languages: Languages
  readonly language: () => Language
  readonly words: () => Catalogue
  /** Another language, for what somebody else is to read; null for one that this build does not know. */
  readonly load: (id: string) => Promise<Language | null>
  /** Speaks another language from now on; false for one that this build does not know. */
  readonly speak: (id: string) => Promise<boolean>
  /** Called after each change. */
  readonly onChange: (listener: () => void) => void
}

/** What a connection needs of it: the language that is spoken, and others for whoever is asked. */
export type Spoken = Pick<Speech, 'language'> & {
  /** Throws `invalid-command` for one that this build does not know. */
  readonly languageOf: (id: string) => Promise<Language>
}

/** The offer of a language, undefined for one that is not there: its id may come from anywhere. */
export const offerOf = (languages: Languages, id: string): Offer | undefined =>
  Object.hasOwn(languages, id) ? languages[id] : undefined

/** Begins with `first`, which is one of `languages`. */
export function createSpeech(first: Language, languages: Languages): Speech {
  const listeners: (() => void)[] = []
  let spoken = first
  let asked = 0
  const load: Speech['load'] = async (id) => (await offerOf(languages, id)?.load()) ?? null
  return {
    languages,
    language: () => spoken,
    words: () => spoken.words,
    load,
    async speak(id) {
      asked += 1
      const mine = asked
      const language = await load(id)
      if (!language) return false
      // Of two that are asked for, the last one is spoken, whichever is loaded first.
      if (mine === asked) {
        spoken = language
        for (const listener of listeners) listener()
      }
      return true
    },
    onChange: (listener) => listeners.push(listener),
  }
}
