import { when } from '../../error-sentence.ts'
import type { Known } from '../../error-sentence.ts'

export { fact, say, when } from '../../error-sentence.ts'
export type { Known, Sentences } from '../../error-sentence.ts'

/**
 * A name in quotation marks after its noun, or what stands for it when it is not known. The noun comes
 * with its article in the case that the sentence needs.
 */
export const named = <Told extends Known<string>>(
  facts: Told,
  key: keyof Told & string,
  noun: string,
  otherwise = noun,
): string => (facts[key] ? `${noun} „${facts[key]}“` : otherwise)

/** What AWS, Spot or a program said, in its own words, which are English; a sentence with its space before it. */
export const quoted = (who: string, words: string | undefined): string =>
  when(words, (said) => `${who} meldet (englisch): ${closed(said)}`)

/** Words in quotation marks that end a sentence. */
export const closed = (words: string): string => `„${words}“${/[.!?…]$/.test(words) ? '' : '.'}`

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const NOTHING_CHANGED = 'Es wurde nichts geändert.'
