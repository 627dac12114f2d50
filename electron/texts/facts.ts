import type { BucketFinding } from '../contract/ask/bucket.ts'
import { FACT_OF } from '../contract/bucket-findings.ts'
import type { Fact } from '../contract/facts.ts'
import type { FactId } from '../contract/steps.ts'
import { wordsFor, type Catalogue, type Language } from './catalogue.ts'
import { localeOf } from './locale.ts'
import { reportSettings } from './report-settings.ts'

/** A fact's value in words; a value that is no code is shown as it is. */
export function factValue(words: Catalogue, id: FactId, value: string): string {
  const { facts } = words
  if (id === 'report-settings') {
    const settings = reportSettings(words, value) ?? []
    if (settings.length > 0) return settings.map(facts.named).join('; ')
  }
  if (id === 'file-columns' && value !== 'all') return words.deliveredFile.missing(value)
  const values: Readonly<Partial<Record<FactId, Readonly<Record<string, string>>>>> = facts.values
  return wordsFor(values[id] ?? {}, value)
}

/** As facts hold a time. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A fact's value as a document says it: also a time in words, in UTC. */
export function factInDocument({ locale, words }: Language, { id, value }: Fact): string {
  if (MOMENT.test(value)) return localeOf(locale).dateInUtc(Date.parse(value))
  return factValue(words, id, value)
}

/** What was found about a bucket, in words where the check reports a code. */
export function findingValue(words: Catalogue, { id, verdict, value }: BucketFinding): string {
  if (id === 'exists' && verdict === 'bad') return words.bucket.notThere(value)
  const fact = FACT_OF[id]
  if (fact === undefined) return value
  return factValue(words, fact, id === 'delivery' && value === '' ? 'none-yet' : value)
}
