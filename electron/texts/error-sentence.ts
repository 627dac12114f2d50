import type { ErrorCode, FactsToTell } from '../errors/catalogue.ts'

/** The sentences about one error, for a person who has never seen an API. */
export type Words = {
  /** What happened; short enough to stand beside a field. */
  readonly what: string
  /** What it means for the connection, and what is still as it was. */
  readonly meaning: string
  /** What to do now. */
  readonly todo: string
}

/** The sentences about each of these codes, made of the facts of that code and of no others. */
export type Sentences<Codes> = {
  readonly [C in keyof Codes & ErrorCode]: (facts: FactsToTell<C>) => Words
}

/** Sentences of one subject: any file of words may have some, and together they are all. */
export type SomeSentences = Partial<Sentences<Record<ErrorCode, unknown>>>

/** A few facts, of whichever code. */
export type Known<Name extends string> = { readonly [N in Name]?: string }

export const say = (what: string, meaning: string, todo: string): Words => ({ what, meaning, todo })

/** The value of a fact, or what stands for it. */
export const fact = <Told extends Known<string>>(
  facts: Told,
  key: keyof Told & string,
  otherwise: string,
): string => facts[key] || otherwise

/** A sentence that only some facts allow, with its space before it. */
export const when = (value: string | undefined, sentence: (value: string) => string): string =>
  value ? ` ${sentence(value)}` : ''
