import { html, type Html } from '../../../electron/documents/html.ts'
import { labelTable } from '../../../electron/documents/label-table.ts'
import { FALLBACK_VERSION } from '../../runtime/fallback.ts'
import type { Pack } from '../context.ts'
import { joined, prose } from '../parts.ts'
import { releaseRows } from './support.ts'

export type SectionId = keyof Pack['words']['frame']['sections']

/** What each of those who review reads; the rest they can leave out. */
const READERS: Readonly<Record<keyof Pack['words']['summary']['readers'], readonly SectionId[]>> = {
  network: ['data-flow', 'hosts', 'network'],
  computers: ['storage', 'verification', 'installation', 'managed', 'leftovers'],
  aws: ['permissions', 'spot-role', 'revocation'],
  security: ['hardening', 'threat-model', 'supply-chain', 'support', 'limits', 'questionnaire'],
  privacy: ['data-flow', 'logs', 'leftovers', 'questionnaire'],
}
type ReaderId = keyof typeof READERS
const isReader = (id: string): id is ReaderId => id in READERS

/** Half a page for whoever decides and reads no more. */
export function summary({ words, facts, locale }: Pack): Html {
  const { summary: said } = words
  const { labels } = said
  const missing = releaseRows({ words, facts }).filter(([, value]) => value === '')
  return labelTable('facts', [
    [labels.decided, said.decided],
    [labels.needs, said.needs(facts.hosts.contacts.length)],
    [labels.leaves, said.leaves],
    [labels.risks, said.risks],
    [labels.ends, said.ends],
    [labels.unproven, said.unproven(facts.electron, FALLBACK_VERSION)],
    [
      labels.missing,
      missing.length === 0
        ? said.complete
        : said.missing(locale.list(missing.map(([label]) => words.summary.quoted(label)))),
    ],
  ])
}

/** Links to what each kind of reader needs. */
export function readers({ words }: Pack): Html {
  const { sections } = words.frame
  const linked = (id: SectionId): Html => html`<a href="${`#${id}`}">${sections[id]}</a>`
  return labelTable(
    'facts',
    Object.keys(READERS)
      .filter(isReader)
      .map((id) => [
        words.summary.readers[id],
        joined(
          READERS[id].map((section, place) => html`${place === 0 ? '' : ' · '}${linked(section)}`),
        ),
      ]),
  )
}

export function glance({ words, facts }: Pack): Html {
  const { labels, values, platforms } = words.frame
  const { hosts: published } = facts
  return labelTable('facts', [
    [labels.product, values.product],
    [labels.version, facts.version],
    [labels.platforms, prose(platforms)],
    [labels.runtime, values.runtime(facts.electron, facts.packages)],
    [labels.rights, values.rights],
    [labels.network, values.network(published.contacts.length)],
    [labels.secrets, values.secrets],
    [labels.aws, values.aws],
    [labels.spot, values.spot],
    [labels.telemetry, values.telemetry],
    [labels.personal, values.personal],
  ])
}
