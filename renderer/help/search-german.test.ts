import { describe, expect, it } from 'vitest'
import { help } from '../../electron/texts/de/help/index.ts'
import { english } from '../../electron/texts/en/index.ts'
import { topicsOf } from '../../electron/texts/help.ts'
import { search } from './search.ts'

const topics = topicsOf({ ...english, help })
const all = (typed: string): string[] =>
  search(topics, typed, help.window.small).map(({ topic }) => topic.id)

describe('the search in German Help', () => {
  // As people say it, as AWS does in either language, without umlauts, and misspelt.
  it.each([
    ['Verwaltungskonto', 'term/management-account'],
    ['Zahlerkonto', 'term/management-account'],
    ['management account', 'term/management-account'],
    ['Mitgliedskonto', 'term/member-account'],
    ['Dienstleister', 'term/msp'],
    ['Nutzungsbericht', 'term/cost-report'],
    ['Abrechnung', 'term/cost-report'],
    ['CUR', 'term/cost-report'],
    ['Kostenstelle', 'term/resource-id'],
    ['Zugang', 'term/access-portal'],
    ['access portal', 'term/access-portal'],
    ['permission set', 'term/permission-set'],
    ['Berectigungssatz', 'term/permission-set'],
    ['temporäre Zugangsdaten', 'term/short-lived-keys'],
    ['Prüfsumme', 'term/fingerprint'],
    ['Fingerabdrck', 'term/fingerprint'],
    ['Schluesselbund', 'term/keychain'],
    ['Verschluesselung', 'term/sse-s3'],
    ['öffentlicher Zugriff', 'term/public-access'],
    ['Rabatt', 'term/savings-plans'],
    ['CAPABILITY_NAMED_IAM', 'term/capability'],
    ['Was ist ein Stack?', 'term/stack'],
    ['Was kostet das?', 'guide/costs'],
    ['Wie lange dauert das?', 'guide/journey'],
    ['Wer kann mir helfen?', 'guide/support'],
    ['Wie melde ich mich an?', 'guide/signing-in'],
    ['Kollege', 'guide/hand-over'],
    ['DSGVO', 'guide/privacy'],
    ['Rueckgaengig', 'guide/undo'],
    ['Kündigung', 'guide/undo'],
    ['Tastenkürzel', 'guide/shortcuts'],
    ['No CE access', 'guide/afterwards'],
  ])('finds what is meant by “%s”', (typed, id) => {
    expect(all(typed).slice(0, 3)).toContain(id)
  })

  it('finds a term first by its own name', () => {
    const terms = topics.filter(({ kind }) => kind === 'term')
    expect(terms.filter(({ id, title }) => all(title)[0] !== id)).toEqual([])
  })
})

it('every page of German Help has its own title, and sentences that end', () => {
  const titles = topics.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  const sentences = topics.flatMap(({ brief, parts }) => [
    brief,
    ...parts.flatMap(({ points }) => points),
  ])
  expect(sentences.filter((sentence) => !/[.?]“?$/.test(sentence))).toEqual([])
})
