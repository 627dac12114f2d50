import { expect, it } from 'vitest'
import type { Question } from '../network/proxy-asking.ts'
import { GERMAN } from './de/index.ts'
import { ENGLISH } from './en/index.ts'
import { proxyPage } from './proxy-page.ts'

const QUESTION: Question = {
  proxy: 'proxy.example:8080',
  scheme: 'basic',
  realm: 'staff',
  readable: true,
  username: '',
  problem: null,
  refusals: 0,
  beyondAscii: false,
}
const SHOWN = { number: 1, highContrast: false }
const factsOf = (question: Partial<Question>) =>
  proxyPage({ ...QUESTION, ...question }, ENGLISH, SHOWN).facts.map(({ value }) => value)

it('shows what a proxy says of itself visibly, in short, and without what looks like a secret', () => {
  expect(factsOf({ realm: 'a\u202Eb\nc' })).toContain('“a⟨U+202E⟩b⟨U+000A⟩c”')
  expect(factsOf({ realm: 'x'.repeat(500) }).join().length).toBeLessThan(200)
  expect(factsOf({ realm: 'Bearer abcdefghijklmnop' })).toContain('“Bearer [hidden]”')
  expect(factsOf({ realm: ' ' })).toHaveLength(2)
  expect(factsOf({ scheme: 'toString' })).toContain('toString')
})

it('warns of a password that can be read, and of no other', () => {
  expect(proxyPage(QUESTION, ENGLISH, SHOWN).warning?.text).toContain('can be read')
  expect(proxyPage({ ...QUESTION, readable: false }, ENGLISH, SHOWN).warning).toBeNull()
})

it('says in either language why it asks again, and how often', () => {
  const again = (problem: Question['problem'], refusals: number) =>
    [ENGLISH, GERMAN].map(
      (language) => proxyPage({ ...QUESTION, problem, refusals }, language, SHOWN).problem,
    )
  expect(again(null, 0)).toEqual(['', ''])
  expect(again('refused', 1)[0]).toContain('tried once')
  expect(again('refused', 3)).toEqual([
    expect.stringContaining('3 passwords'),
    expect.stringContaining('3 Passwörter'),
  ])
  expect(again('ended', 0)[1]).toContain('nicht mehr an')
})

it('says which letters a proxy may read otherwise, where it is asked with them', () => {
  const problemOf = (question: Partial<Question>) =>
    proxyPage({ ...QUESTION, problem: 'refused', refusals: 1, ...question }, ENGLISH, SHOWN).problem
  expect(problemOf({ beyondAscii: true })).toContain('UTF-8')
  expect(problemOf({ beyondAscii: true, scheme: 'digest' })).toContain('UTF-8')
  // Its letters are always of two bytes.
  expect(problemOf({ beyondAscii: true, scheme: 'ntlm' })).not.toContain('UTF-8')
  expect(problemOf({})).not.toContain('UTF-8')
})

it('says where NTLM refuses a right password for the name’s sake', () => {
  const problemOf = (username: string, scheme: string) =>
    [ENGLISH, GERMAN].map(
      (language) =>
        proxyPage(
          { ...QUESTION, problem: 'refused', refusals: 1, username, scheme },
          language,
          SHOWN,
        ).problem,
    )
  const told = [expect.stringContaining('capital'), expect.stringContaining('Großbuchstaben')]
  expect(problemOf(String.raw`CORP\weiß`, 'ntlm')).toEqual(told)
  expect(problemOf(String.raw`CORP\müller`, 'ntlm').join()).not.toMatch(/capital|Großbuchstaben/)
  expect(problemOf(String.raw`CORP\weiß`, 'negotiate').join()).not.toMatch(/capital|Großbuchstaben/)
})

it('has no place for a colon in a name where it would end the name, and for it elsewhere', () => {
  expect(proxyPage(QUESTION, ENGLISH, SHOWN).unfit.colon).toContain('Basic')
  expect(proxyPage({ ...QUESTION, scheme: 'ntlm' }, GERMAN, SHOWN).unfit.colon).toBeNull()
})
