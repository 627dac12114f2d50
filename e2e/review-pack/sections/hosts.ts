import { callsPerHour, WAITS, type Wait, type WaitId } from '../../../electron/base/waits.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { code, heading, lines, paragraphs, points, table } from '../parts.ts'

type When = keyof Pack['words']['hosts']['when']

/** By the host's name: what of a journey contacts it. */
const WHEN: readonly (readonly [RegExp, When])[] = [
  [/^oidc\./, 'oidc'],
  [/^portal\.sso\./, 'portal'],
  [/\.signin\.aws\.amazon\.com$/, 'signin'],
  [/\.oauth\.signin\.aws$/, 'revoke'],
  [/^sts\./, 'sts'],
  [/^organizations\./, 'organizations'],
  [/^cur\./, 'cur'],
  [/(^|\.)s3\./, 's3'],
  [/^cloudformation\./, 'cloudformation'],
  [/^iam\./, 'iam'],
  [/^api\.spotinst\.io$/, 'spot'],
]

function whenOf(host: string): When {
  const found = WHEN.find(([form]) => form.test(host))
  if (!found) throw new Error(`Nobody has said when ${host} is contacted.`)
  return found[1]
}

const MINUTE = 60_000

export function hosts({ words, facts, said }: Pack): Html {
  const { hosts: about } = words
  const { contacts, asksIfTyped, opensInBrowser } = facts.hosts
  const purposes = [...new Set(opensInBrowser.map(({ purpose }) => purpose))]
  const pages = (purpose: string): readonly string[] =>
    opensInBrowser.filter((page) => page.purpose === purpose).map(({ host }) => host)
  return html`${paragraphs(about.intro)} ${heading('contacted', about.contacts)}
  ${table(
    'hosts',
    about.head,
    contacts.map(({ host, port, purpose }) => [
      code(host),
      about.outgoing(port),
      said(purpose),
      about.when[whenOf(host)],
    ]),
  )}
  ${heading('loopback', about.loopback)}
  ${paragraphs([about.loopbackMeans(minutesOf('sign-in-browser'))])}
  ${heading('if-typed', about.typed)}
  ${table(
    'two',
    about.typedHead,
    asksIfTyped.map(({ host, purpose }) => [said(host), said(purpose)]),
  )}
  ${heading('around', about.aroundTitle)} ${points(about.around)}
  ${heading('in-browser', about.browser)} ${paragraphs([about.browserMeans])}
  ${table(
    'two',
    about.browserHead,
    purposes.map((purpose) => [said(purpose), lines(pages(purpose))]),
  )}
  ${heading('never-contacted', about.never)} ${points(about.nevers)}
  ${heading('how-often', about.often)} ${paragraphs([about.oftenMeans])} ${waitsTable(words.hosts)}`
}

/** How long a wait lasts at most. */
export const minutesOf = (id: WaitId): number => (WAITS[id].lastsMs ?? 0) / MINUTE

function waitsTable(about: Pack['words']['hosts']): Html {
  const time = (ms: number): string =>
    ms >= MINUTE ? about.minutes(ms / MINUTE) : about.seconds(ms / 1000)
  const row = (id: WaitId, { everyMs, lastsMs }: Wait): readonly string[] => [
    about.waits[id],
    everyMs === null ? about.never1 : time(everyMs),
    String(Math.round(callsPerHour(WAITS[id]))),
    lastsMs === null ? about.asLongAsOpen : about.atMost(time(lastsMs)),
  ]
  const ids = Object.keys(WAITS).filter((id): id is WaitId => id in WAITS)
  return table(
    'waits',
    about.oftenHead,
    ids.map((id) => row(id, WAITS[id])),
  )
}
