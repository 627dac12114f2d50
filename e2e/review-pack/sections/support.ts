import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { heading, paragraphs, points, table } from '../parts.ts'

export function support({ words, facts }: Pack): Html {
  const { support: about, frame } = words
  const { vendor, licence, vulnerabilities, support: helped } = facts.release
  const filled = (value: string): string => (value === '' ? frame.notFilledIn : value)
  return html`${heading('contacts', about.releaseTitle)}
  ${table('two', about.releaseHead, [
    [about.release.vendor, filled(vendor.name)],
    [about.release.address, filled(vendor.address)],
    [about.release.licence, filled(licence)],
    [about.release.vulnerabilities, filled(vulnerabilities.contact)],
    [about.release.contact, filled(helped.contact)],
    [about.release.until, filled(helped.until)],
  ])}
  ${paragraphs([about.releaseMeans])} ${heading('updates', about.updatesTitle)}
  ${points(about.updates)} ${heading('incident', about.incidentTitle)}
  ${paragraphs([about.incident])}`
}

export const limits = ({ words }: Pack): Html =>
  html`${points(words.limits.points)} ${heading('testing', words.limits.testing.title)}
  ${points(words.limits.testing.points)}`
