import { CONSOLE_PAGES } from '../contract/console.ts'
import { analysisDue } from '../contract/first-analysis.ts'
import type { Fact } from '../contract/facts.ts'
import type { StepId } from '../contract/steps.ts'
import { visibleLine } from '../base/visible.ts'
import type { Catalogue } from './catalogue.ts'
import { factValue } from './facts.ts'
import { stepTitle } from './steps.ts'

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
  words: Catalogue,
  at: number,
  sections: readonly SummarySection[],
  byHand: boolean,
): string {
  const { summary, facts: named } = words
  const titleOf = ({ id, verified }: SummarySection): string => {
    const title = stepTitle(words, id, byHand)
    return verified ? title : summary.notVerified(title)
  }
  const lineOf = ({ id, value }: Fact): string =>
    summary.fact(visibleLine(named.labels[id]), visibleLine(factValue(words, id, value)))
  return [
    summary.title,
    summary.registeredAt(new Date(at).toISOString()),
    '',
    summary.nextTitle,
    ...nextLines(words, at, wayOf(sections)).map((line) => `  ${line}`),
    '',
    ...sections.flatMap((section) => [
      titleOf(section),
      ...section.facts.map((fact) => `  ${lineOf(fact)}`),
      '',
    ]),
    summary.undoTitle,
    ...summary.undo.map((line) => `  ${line}`),
    '',
    summary.signInTitle,
    ...summary.signIn(words.app.name).map((line) => `  ${line}`),
    '',
    summary.noSecret,
    '',
  ].join('\n')
}

/** How it was registered, as the step has proven it; '' where it does not say. */
const wayOf = (sections: readonly SummarySection[]): string =>
  sections.flatMap(({ facts }) => facts).find(({ id }) => id === 'way')?.value ?? ''

function nextLines({ summary }: Catalogue, at: number, way: string): readonly string[] {
  const due = new Date(analysisDue(at)).toISOString()
  return [
    ...(way === 'spot-support' ? summary.nextRequested : summary.next(due)),
    ...(way === 'spot-api' ? summary.deleteToken : []),
    ...(way === 'spot-support' ? summary.keepRole : summary.keep),
    ...summary.links(CONSOLE_PAGES.spot, CONSOLE_PAGES.stacks),
  ]
}
