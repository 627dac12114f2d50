import { visibleLine } from '../base/visible.ts'
import { masked } from '../base/masking.ts'
import type { ProxyQuestionPage } from '../contract/proxy-question.ts'
import type { Question } from '../network/proxy-asking.ts'
import { wordsFor, type Language } from './catalogue.ts'

/** Whoever runs a proxy writes what it says: enough for a company's name, and no room for a story. */
const LONGEST = 80

/** What a proxy says of itself, as it may stand beside a field for a password. */
function foreign(text: string): string {
  const seen = visibleLine(masked(text)).trim()
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen
}

/** Basic separates the name from the password with a colon (RFC 7617, section 2). */
export const mayHoldColon = ({ scheme }: Pick<Question, 'scheme'>): boolean => scheme !== 'basic'

/** NTLM has the name in capitals: Chromium makes two letters of an ß there, and servers leave it. */
const growsInCapitals = (name: string): boolean => name.toUpperCase().length > name.length

/** What is said where a password was refused, in which the two ends may read the letters otherwise. */
function refusedText(
  { refusals, scheme, username, beyondAscii }: Question,
  { proxyQuestion: said }: Language['words'],
): string {
  const letters = beyondAscii && (scheme === 'basic' || scheme === 'digest')
  const capitals = scheme === 'ntlm' && growsInCapitals(username)
  const why = letters ? said.letters : capitals ? said.noCapital : ''
  return [said.refused(refusals), why].join(' ').trimEnd()
}

/** What the window shows for the question of this number. */
export function proxyPage(
  question: Question,
  { locale, words }: Language,
  { number, highContrast }: Pick<ProxyQuestionPage, 'number' | 'highContrast'>,
): ProxyQuestionPage {
  const { proxyQuestion: said } = words
  const { proxy, scheme, realm, readable, username, problem } = question
  const facts = [
    { label: said.proxy, value: foreign(proxy) },
    { label: said.scheme, value: wordsFor(said.schemes, scheme, foreign(scheme)) },
    { label: said.realm, value: realm.trim() === '' ? '' : said.quoted(foreign(realm)) },
  ]
  return {
    locale,
    highContrast,
    number,
    title: said.title,
    intro: said.intro,
    facts: facts.filter(({ value }) => value !== ''),
    problem:
      problem === null ? '' : problem === 'ended' ? said.ended : refusedText(question, words),
    username: { label: said.username, hint: said.usernameHint, value: username },
    password: { label: said.password, hint: said.passwordHint },
    warning: readable ? { text: said.readable, accept: said.accept } : null,
    missing: said.missing,
    unfit: { ...said.unfit, colon: mayHoldColon(question) ? null : said.unfit.colon },
    send: said.send,
    cancel: said.cancel,
    busy: said.busy,
  }
}
