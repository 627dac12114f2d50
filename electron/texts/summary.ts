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
 * The text file kept after registration: everything proven, nothing secret, and what was only told
 * marked as such. `at` in ms.
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
    ...sections.flatMap((section) => [
      titleOf(section),
      ...section.facts.map((fact) => `  ${lineOf(fact)}`),
      '',
    ]),
    summary.nextTitle,
    ...summary.next.map((line) => `  ${line}`),
    '',
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
