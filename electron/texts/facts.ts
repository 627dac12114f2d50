import type { BucketFinding } from '../contract/ask/bucket.ts'
import { FACT_OF } from '../contract/bucket-findings.ts'
import type { FactId } from '../contract/steps.ts'
import { wordsFor, type Catalogue } from './catalogue.ts'

/** A fact's value in words; a value that is no code is shown as it is. */
export function factValue({ facts }: Catalogue, id: FactId, value: string): string {
  const values: Readonly<Partial<Record<FactId, Readonly<Record<string, string>>>>> = facts.values
  return wordsFor(values[id] ?? {}, value)
}

/** What was found about a bucket, in words where the check reports a code. */
export function findingValue(words: Catalogue, { id, verdict, value }: BucketFinding): string {
  if (id === 'exists' && verdict === 'bad') return words.bucket.notThere(value)
  const fact = FACT_OF[id]
  if (fact === undefined) return value
  return factValue(words, fact, id === 'delivery' && value === '' ? 'none-yet' : value)
}
