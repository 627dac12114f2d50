import type { SummaryAbout } from '../checklist/step.ts'
import { CONSOLE_PAGES } from '../contract/console.ts'
import { analysisDue } from '../contract/first-analysis.ts'
import type { SentRequest } from '../contract/ask/registration.ts'
import type { Fact } from '../contract/facts.ts'
import type { StepId } from '../contract/steps.ts'
import { visibleLine } from '../base/visible.ts'
import type { Catalogue, Language } from './catalogue.ts'
import { localeOf } from './locale.ts'
import { factInDocument } from './facts.ts'
import { stepTitle } from './steps.ts'
import { supportRequestLetter } from './to-spot/support-request.ts'

/** A step as it was when the connection was registered. */
export type SummarySection = {
  readonly id: StepId
  readonly facts: readonly Fact[]
  readonly verified: boolean
}

/**
 * The text file kept after registration: what happens next, everything proven, nothing secret, and what
 * was only told marked as such. `at` in ms.
 */
export function summaryText(
  language: Language,
  at: number,
  sections: readonly SummarySection[],
  about: SummaryAbout,
): string {
  const { locale, words } = language
  const { summary, facts: named } = words
  const titleOf = ({ id, verified }: SummarySection): string => {
    const title = stepTitle(words, id, about)
    return verified ? title : summary.notVerified(title)
  }
  const lineOf = (fact: Fact): string =>
    summary.fact(visibleLine(named.labels[fact.id]), visibleLine(factInDocument(language, fact)))
  const { sent } = about
  const { dateInUtc } = localeOf(locale)
  const time = dateInUtc(at)
  const ends = sent ? summary.asked : summary.registered
  return [
    summary.title,
    sent ? summary.askedAt(time) : summary.registeredAt(time),
    '',
    summary.nextTitle,
    ...nextLines(words, dateInUtc(analysisDue(at)), wayOf(sections), Boolean(sent)).map(
      (line) => `  ${line}`,
    ),
    '',
    ...sections.flatMap((section) => [
      titleOf(section),
      ...section.facts.map((fact) => `  ${lineOf(fact)}`),
      '',
    ]),
    summary.undoTitle,
    ...summary.undoRole.map((line) => `  ${line}`),
    ...ends.undo.map((line) => `  ${line}`),
    '',
    ...(sent ? requestPart(words, sent) : []),
    summary.signInTitle,
    ...summary.signIn(words.app.name).map((line) => `  ${line}`),
    '',
    summary.noSecret,
    '',
  ].join('\n')
}

/** The request as it was sent, to be sent again by whoever has this file only. */
const requestPart = (words: Catalogue, { request }: SentRequest): readonly string[] => [
  words.summary.requestTitle,
  ...supportRequestLetter(request)
    .text.split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`)),
  '',
]

/** How it was registered, as the step has proven it; '' where it does not say. */
const wayOf = (sections: readonly SummarySection[]): string =>
  sections.flatMap(({ facts }) => facts).find(({ id }) => id === 'way')?.value ?? ''

function nextLines(
  { summary }: Catalogue,
  due: string,
  way: string,
  isAsked: boolean,
): readonly string[] {
  const links = summary.links(CONSOLE_PAGES.spot, CONSOLE_PAGES.stacks)
  if (isAsked) return [...summary.asked.next, ...summary.keepRole, ...links]
  return [
    ...summary.next(due),
    ...(way === 'spot-api' ? summary.deleteToken : []),
    ...summary.keep,
    ...links,
  ]
}
