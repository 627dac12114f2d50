import type { Known } from '../../error-sentence.ts'

export { fact, say, when } from '../../error-sentence.ts'
export type { Known, Sentences, SomeSentences } from '../../error-sentence.ts'

/** A name in quotation marks after its noun, or what stands for it when it is not known. */
export const named = <Told extends Known<string>>(
  facts: Told,
  key: keyof Told & string,
  noun: string,
  otherwise = noun,
): string => (facts[key] ? `${noun} “${facts[key]}”` : otherwise)

export const NOTHING_CHANGED = 'Nothing was changed.'
