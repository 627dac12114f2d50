import { html, type Html } from '../../../electron/documents/html.ts'
import { FALLBACK_VERSION } from '../../runtime/fallback.ts'
import type { Pack } from '../context.ts'
import { heading, paragraphs, points, table } from '../parts.ts'

/** What only the owner can say of a release; '' for what has not been said. */
export function releaseRows({
  words,
  facts,
}: Pick<Pack, 'words' | 'facts'>): readonly (readonly [label: string, value: string])[] {
  const { release: labels } = words.support
  const { vendor, licence, vulnerabilities, support: helped } = facts.release
  return [
    [labels.vendor, vendor.name],
    [labels.address, vendor.address],
    [labels.licence, licence],
    [labels.vulnerabilities, vulnerabilities.contact],
    [labels.contact, helped.contact],
    [labels.until, helped.until],
  ]
}

export function support({ words, facts, locale }: Pack): Html {
  const { support: about, frame } = words
  const rows = releaseRows({ words, facts }).map(([label, value]) => [
    label,
    value === '' ? frame.notFilledIn : value,
  ])
  return html`${heading('contacts', about.releaseTitle)} ${table('two', about.releaseHead, rows)}
  ${paragraphs([about.releaseMeans])} ${heading('updates', about.updatesTitle)}
  ${points([...about.updates, about.judged(locale.dayInUtc(facts.advisoriesRead))])}
  ${heading('incident', about.incidentTitle)} ${paragraphs([about.incident])}`
}

export const limits = ({ words, facts }: Pack): Html =>
  html`${points(words.limits.points(facts.electron, FALLBACK_VERSION))}
  ${heading('testing', words.limits.testing.title)} ${points(words.limits.testing.points)}`
