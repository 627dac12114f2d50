import type { WhoCanHelp } from '../../contract.ts'

/** The sentences about one error, for a person who has never seen an API. */
export type ErrorText = {
  /** What happened; short enough to stand beside a field. */
  readonly what: string
  /** What it means for the connection, and what is still as it was. */
  readonly meaning: string
  /** What to do now. */
  readonly todo: string
  readonly who: WhoCanHelp
}

export type Facts = Readonly<Record<string, string>>
export type Sentence = (facts: Facts) => ErrorText

export const say = (what: string, meaning: string, todo: string, who: WhoCanHelp): ErrorText => ({
  what,
  meaning,
  todo,
  who,
})

/** A name in quotation marks after its noun, or what stands for it when it is not known. */
export const named = (facts: Facts, key: string, noun: string, otherwise = noun): string =>
  facts[key] ? `${noun} “${facts[key]}”` : otherwise

/** The value of a fact, or what stands for it. */
export const fact = (facts: Facts, key: string, otherwise: string): string =>
  facts[key] || otherwise

/** A sentence that only some facts allow, with its space before it. */
export const when = (value: string | undefined, sentence: (value: string) => string): string =>
  value ? ` ${sentence(value)}` : ''

export const NOTHING_CHANGED = 'Nothing was changed.'
