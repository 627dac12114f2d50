import { CALLS_STYLE, changesTable } from '../audit/audit-page.ts'
import type { AuditRecord } from '../audit/entry.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Disconnected } from '../contract/disconnect.ts'
import type { ConnectionState } from '../contract/overview.ts'
import type { Fact } from '../contract/facts.ts'
import type { StepView } from '../contract/status.ts'
import type { FactId } from '../contract/steps.ts'
import { html, NOTHING, pageOf, type Html } from '../documents/html.ts'
import { labelRows, labelTable, type LabelRow } from '../documents/label-table.ts'
import { PORTRAIT } from '../documents/paper-style.ts'
import type { Catalogue, Language } from '../texts/catalogue.ts'
import { errorText } from '../texts/errors.ts'
import { factInDocument } from '../texts/facts.ts'
import { localeOf } from '../texts/locale.ts'
import { stepTitle } from '../texts/steps.ts'
import { standingIn, type RecordedStanding } from './record-standing.ts'
import { undoing } from './record-undo.ts'

/** What the connection record is made of: what is kept of a connection, and its record of calls. */
export type RecordDocument = Pick<AuditRecord, 'entries' | 'torn'> & {
  /** What the person calls the connection, '' if nothing. */
  readonly name: string
  readonly choices: Choices
  /** As the window shows them. */
  readonly steps: readonly StepView[]
  readonly state: ConnectionState
  readonly disconnected: Disconnected | null
  readonly appVersion: string
  /** When the last of it happened, ms since the epoch. */
  readonly at: number
}

const STYLE = `${PORTRAIT} ${CALLS_STYLE} .facts tbody th { width: 32%; }
.facts td { overflow-wrap: anywhere; } .facts { break-inside: avoid; } .standing { margin-bottom: .25rem; break-after: avoid; }
.calls .at { width: 13.5%; } .calls .service { width: 12.5%; } .calls .operation { width: 15.5%; }
.calls .result { width: 10.5%; } .calls .id { width: 24%; }
@media print { .calls { font-size: 6.5pt; } h3 { margin-top: .9rem; } .facts { font-size: 9pt; }
.facts th, .facts td { padding: .7mm 1.8mm; } }`

/** A document for the files: one page to read, save or print, with every value as text in it. */
export function recordPage(language: Language, document: RecordDocument): string {
  const { locale, words } = language
  const { record, app } = words
  const { dateInUtc } = localeOf(locale)
  const { name, steps, entries, torn, at, appVersion } = document
  const title = record.title(name)
  const circumstances = circumstancesOf(document)
  const told = steps.map((view) => ({
    ...standingIn(document.choices, view),
    title: stepTitle(words, view.id, circumstances),
  }))
  const unverified = told.filter(({ verified }) => !verified)
  return pageOf(
    { locale, title, more: STYLE },
    html`<header>
        <p class="from">${record.from(app.name, appVersion)}</p>
        <h1>${title}</h1>
        <p>${record.what} ${record.asOf(dateInUtc(at))}</p>
      </header>
      <main>
        <h2>${record.glance}</h2>
        ${glance(language, document, told)}
        <h2>${record.notVerifiedTitle}</h2>
        ${unverified.length === 0 ? html`<p>${record.allVerified}</p>` : openList(unverified, said(language))}
        ${takenBack(language, document.disconnected)}
        <h2>${record.stepsTitle}</h2>
        ${told.map(
          (step) =>
            html`<h3>${step.title}</h3>
              <p class="standing">${said(language)(step)}</p>
              ${factsTable(language, step.facts, moreOf(language, document, step))}`,
        )}
        <h2>${record.changesTitle}</h2>
        <p>${record.changesMeans}</p>
        ${torn ? html`<p class="box warn">${record.torn}</p>` : NOTHING}
        ${changesTable(words, entries)}
        <h2>${record.undo.title}</h2>
        ${undoing(words, document)}
      </main>
      <footer>
        <p>${record.times}</p>
        <p>${record.noSecret}</p>
      </footer>`,
  )
}

const circumstancesOf = ({ choices }: RecordDocument) => ({
  byHand: choices.byHand,
  managedBy: choices.plan?.managedBy ?? 'us',
})

type Told = RecordedStanding & { readonly title: string }

const said =
  ({ locale, words }: Language) =>
  ({ standing, error, at, until }: RecordedStanding): string => {
    const { dateInUtc } = localeOf(locale)
    if (standing === 'stopped') {
      const { first, after } = words.record.stopped
      const what = error ? errorText(words, error).what : ''
      return at === 0 ? first(what) : after(what, dateInUtc(at))
    }
    const say = words.record.standing[standing]
    return typeof say === 'string' ? say : say(dateInUtc(at), dateInUtc(until))
  }

const openList = (open: readonly Told[], say: (told: Told) => string): Html =>
  html`<ul>
    ${open.map((told) => html`<li><strong>${told.title}</strong><br />${say(told)}</li>`)}
  </ul>`

/** What stands first in every file: the names by which people ask for it later. */
const AT_A_GLANCE = [
  'managed-by',
  'msp-account',
  'report-name',
  'bucket',
  'stack-name',
  'role-arn',
  'trust',
  'external-id',
  'external-id-note',
  'template-sha256',
  'approved-by',
  'approved-at',
  'claimed-by',
  'spot-account',
  'way',
] as const satisfies readonly FactId[]

function glance(language: Language, document: RecordDocument, told: readonly Told[]): Html {
  const { words } = language
  const { record, overview } = words
  const { choices, state } = document
  const all = told.flatMap(({ facts }) => facts)
  const { account } = choices
  const facts = AT_A_GLANCE.flatMap((id) => all.find((fact) => fact.id === id) ?? [])
  return factsTable(language, facts, [
    [record.labels.account, account ? record.accountNamed(account.name, account.id) : record.none],
    [record.labels.state, overview.states[state]],
    ...whoSignedIn(words, all),
  ])
}

function whoSignedIn(words: Catalogue, facts: readonly Fact[]): readonly LabelRow[] {
  const value = (wanted: FactId): string => facts.find(({ id }) => id === wanted)?.value ?? ''
  const who = value('signed-in-as')
  if (who === '') return []
  const as = value('permission-set') || value('assumed-role') || value('iam-user')
  return [[words.record.labels.taken, as === '' ? who : words.record.both(who, as)]]
}

/** `before` stands above the facts. */
function factsTable(
  language: Language,
  facts: readonly Fact[],
  before: readonly LabelRow[] = [],
): Html {
  const { labels } = language.words.facts
  const rows = [
    ...before,
    ...facts.map((fact): LabelRow => [labels[fact.id], factInDocument(language, fact)]),
  ]
  if (rows.length === 0) return NOTHING
  return labelTable('facts', rows)
}

/** What is kept beside the facts of a step: whom the person asked, and how. */
function moreOf(
  { locale, words: { record } }: Language,
  { choices }: RecordDocument,
  { id }: RecordedStanding,
): readonly LabelRow[] {
  const { dateInUtc } = localeOf(locale)
  const { askedMsp, mspReport, registered } = choices
  if (id === 'cost-report') {
    const answered = mspReport?.at ?? null
    return [
      ...(askedMsp?.sent ? [[record.asked, dateInUtc(askedMsp.at)] as const] : []),
      ...(answered === null ? [] : [[record.answered, dateInUtc(answered)] as const]),
    ]
  }
  const how = id === 'registration' ? registered?.sent?.how : null
  return how ? [[record.sentHow, record.how[how]]] : []
}

function takenBack({ locale, words }: Language, disconnected: Disconnected | null): Html {
  if (!disconnected) return NOTHING
  const { record, disconnected: texts } = words
  const { title, thing, state, things, named, removed, begun } = record.takenBack
  const { dateInUtc } = localeOf(locale)
  const rows = [
    ...disconnected.removed.map((one): LabelRow => {
      const time = dateInUtc(one.at)
      return [named(things[one.id], one.name), one.proven ? removed(time) : begun(time)]
    }),
    ...disconnected.left.map((one): LabelRow => [
      named(things[one.id], one.name),
      texts.states[one.state],
    ]),
  ]
  return html`<h2>${title}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${thing}</th>
          <th scope="col">${state}</th>
        </tr>
      </thead>
      ${labelRows(rows)}
    </table>`
}
