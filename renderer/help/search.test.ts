import { describe, expect, it } from 'vitest'
import { GERMAN } from '../../electron/texts/de/index.ts'
import { ENGLISH } from '../../electron/texts/en/index.ts'
import { pseudoLanguage } from '../../electron/texts/pseudo.ts'
import { topicsOf } from '../../electron/texts/help.ts'
import { search } from './search.ts'

const { words } = ENGLISH
const topics = topicsOf(words)
const found = (typed: string) => search(topics, typed, words.help.window.small)
const all = (typed: string): string[] => found(typed).map(({ topic }) => topic.id)
const first = (typed: string): string | undefined => all(typed)[0]

describe('the search in Help', () => {
  // As people say it, and as AWS does.
  it.each([
    ['Identity Center region', 'term/identity-center-region'],
    ['permission set', 'term/permission-set'],
    ['access portal', 'term/access-portal'],
    ['short-lived keys', 'term/short-lived-keys'],
    ['temporary credentials', 'term/short-lived-keys'],
    ['simulation', 'term/simulation'],
    ['prefix', 'term/prefix'],
    ['Parquet', 'term/parquet'],
    ['stack', 'term/stack'],
    ['ARN', 'term/arn'],
    ['external ID', 'term/external-id'],
    ['capability', 'term/capability'],
    ['CAPABILITY_NAMED_IAM', 'term/capability'],
    ['SSE-S3', 'term/sse-s3'],
    ['management account', 'term/management-account'],
    ['payer', 'term/management-account'],
    ['member account', 'term/member-account'],
    ['MSP', 'term/msp'],
    ['reseller', 'term/msp'],
    ['role', 'term/role'],
    ['template', 'term/template'],
    ['bucket', 'term/bucket'],
    ['Cost and Usage Report', 'term/cost-report'],
    ['CUR', 'term/cost-report'],
    ['how much does it cost', 'guide/costs'],
    ['what does it cost', 'guide/costs'],
    ['how long does it take', 'guide/journey'],
    ['who can help me', 'guide/support'],
    ['privacy', 'guide/privacy'],
    ['uninstall', 'guide/undo'],
    ['shortcuts', 'guide/shortcuts'],
    ['No CE access', 'guide/afterwards'],
    ['Invalid ARN', 'guide/afterwards'],
  ])('finds what is meant by “%s”', (typed, id) => {
    // Words that help to find a page may be on several: the one that is meant is among the first.
    expect(all(typed).slice(0, 3)).toContain(id)
  })

  it('finds a term first by its own name', () => {
    const names = topics.filter(({ kind }) => kind === 'term').map(({ id, title }) => [id, title])
    expect(names.filter(([id, title]) => first(title ?? '') !== id)).toEqual([])
  })

  it.each([
    ['permision set', 'term/permission-set'],
    ['perimssion set', 'term/permission-set'],
    ['externel id', 'term/external-id'],
    ['parqet', 'term/parquet'],
    ['identiy center', 'term/identity-center'],
    ['simu', 'term/simulation'],
    ['fingerpr', 'term/fingerprint'],
    ['PARQUET', 'term/parquet'],
    ['pàrquét', 'term/parquet'],
  ])('forgives how it is written: “%s”', (typed, id) => {
    expect(first(typed)).toBe(id)
  })

  it('looks at the words that tell something, and wants all of them', () => {
    expect(first('what is a bucket policy')).toBe('term/bucket-policy')
    expect(all('parquet dashboards').every((id) => all('dashboards').includes(id))).toBe(true)
  })

  it('says what it found, in the sentence in which it is', () => {
    const [best] = found('awsapps')
    expect(best?.topic.id).toBe('term/access-portal')
    expect(best?.excerpt).toContain('awsapps.com/start')
    expect([...(best?.hits ?? [])]).toEqual(['awsapps'])
  })

  it.each(['', '   ', '?!', 'xylophonist', 'zzzz'])('finds nothing for “%s”', (typed) => {
    expect(found(typed)).toEqual([])
  })

  it('finds in another language too, without its accents', () => {
    const strange = pseudoLanguage(ENGLISH).words
    const [best] = search(topicsOf(strange), 'what is parquet', strange.help.window.small)
    expect(best?.topic.id).toBe('term/parquet')
  })
})

describe('the search in German', () => {
  const german = topicsOf(GERMAN.words)
  const ids = (typed: string): string[] =>
    search(german, typed, GERMAN.words.help.window.small).map(({ topic }) => topic.id)

  it.each([
    ['Bucket-Richtlinie', 'term/bucket-policy'],
    ['Was kostet das', 'guide/costs'],
    ['Kostenbericht', 'term/cost-report'],
    ['Verwaltungskonto', 'term/management-account'],
    ['Zugangsportal', 'term/access-portal'],
    ['externe ID', 'term/external-id'],
    ['Berechtigungssatz', 'term/permission-set'],
    ['Fingerabdruck', 'term/fingerprint'],
    // Who knows the English word.
    ['permission set', 'term/permission-set'],
    ['external ID', 'term/external-id'],
    // Without the key for it, and misspelt.
    ['Schlüssel', 'term/short-lived-keys'],
    ['Schluessel', 'term/short-lived-keys'],
    ['schlussel', 'term/short-lived-keys'],
    ['Fingerabruck', 'term/fingerprint'],
    // A part of a word, and a word that is made of ours.
    ['Portal', 'term/access-portal'],
    ['Parquetdatei', 'term/parquet'],
    ['Stackname', 'term/stack'],
  ])('finds what is meant by “%s”', (typed, id) => {
    expect(ids(typed).slice(0, 3)).toContain(id)
  })

  it('finds a term first by its own name', () => {
    const names = german.filter(({ kind }) => kind === 'term').map(({ id, title }) => [id, title])
    expect(names.filter(([id, title]) => ids(title ?? '')[0] !== id)).toEqual([])
  })

  it('has a title for every page, and sentences that end', () => {
    const sentences = german.flatMap(({ brief, parts }) => [
      brief,
      ...parts.flatMap(({ points }) => points),
    ])
    expect(new Set(german.map(({ title }) => title)).size).toBe(german.length)
    expect(sentences.filter((sentence) => !/[.?]“?$/.test(sentence))).toEqual([])
  })
})

describe('every page of Help', () => {
  it('has its own title, and sentences that end', () => {
    const titles = topics.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    const sentences = topics.flatMap(({ brief, parts }) => [
      brief,
      ...parts.flatMap(({ points }) => points),
    ])
    expect(sentences.filter((sentence) => !/[.?]”?$/.test(sentence))).toEqual([])
    expect(sentences.every((sentence) => sentence === sentence.trim())).toBe(true)
  })
})
