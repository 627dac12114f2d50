import { html, NOTHING, pageOf, type Html } from '../documents/html.ts'
import { wordsFor, type Catalogue, type Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import type { AuditRecord, Entry } from './entry.ts'

/** What the page says about itself. */
export type AuditPage = Pick<AuditRecord, 'entries' | 'torn'> & {
  /** What the person calls the connection, '' if nothing. */
  readonly name: string
  readonly accountId: string
  readonly file: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
}

type CallEntry = Extract<Entry, { kind: 'call' }>
type Change = Extract<Entry, { kind: 'change' | 'refused' }>
type Texts = Catalogue['audit']

const WIDE = `body { max-width: 84rem; } td { overflow-wrap: anywhere; }
tr.note td { background: var(--card); } tr.bad td { background: var(--drop); }
.when, .took { white-space: nowrap; }`

/** The record as one page to read: no script, nothing loaded, every value is text in it. */
export function auditPage({ locale, words }: Language, page: AuditPage): string {
  const { name, entries, torn } = page
  const texts = words.audit.page
  const title = texts.title(name)
  return pageOf(
    { locale, title, more: WIDE },
    html`<header>
        <p class="from">${texts.from}</p>
        <h1>${title}</h1>
        <p>${texts.what}</p>
        ${summary(texts, locale, page)}
      </header>
      <main>
        ${torn ? html`<p class="box warn">${texts.torn}</p>` : NOTHING}
        ${entries.length === 0 ? html`<p>${texts.empty}</p>` : table(words.audit, entries)}
      </main>
      <footer>
        <p>${texts.times}</p>
        <p>${texts.where(page.file)}</p>
      </footer>`,
  )
}

/** To the second, as people read it: `2026-01-31 09:15:00`. */
const moment = (at: string): string => at.slice(0, 19).replace('T', ' ')

function summary(
  texts: Texts['page'],
  locale: string,
  { entries, accountId, madeAt }: AuditPage,
): Html {
  const calls = entries.filter((entry) => entry.kind === 'call')
  const failed = calls.filter(({ error }) => error !== '').length
  const [first] = entries
  const last = entries.at(-1)
  const rows = [
    [texts.account, accountId || texts.noAccount],
    [texts.madeAt, moment(new Date(madeAt).toISOString())],
    ...(first && last ? [[texts.span, texts.spanOf(moment(first.at), moment(last.at))]] : []),
    [texts.calls, texts.callsOf(calls.length, failed)],
    [
      texts.changes,
      localeOf(locale).number(entries.filter(({ kind }) => kind === 'change').length),
    ],
  ]
  return html`<table>
    <tbody>
      ${rows.map(
        ([label = '', value = '']) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function table(texts: Texts, entries: readonly Entry[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${Object.values(texts.page.columns).map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${entries.map((entry) => row(texts, entry))}
    </tbody>
  </table>`
}

function row(texts: Texts, entry: Entry): Html {
  if (entry.kind === 'call') return callRow(texts, entry)
  return html`<tr class="note">
    <td class="when">${moment(entry.at)}</td>
    <td colspan="6">${noteOf(texts, entry)}</td>
  </tr>`
}

function callRow({ page, services }: Texts, call: CallEntry): Html {
  return html`<tr class="${call.error === '' ? 'ok' : 'bad'}">
    <td class="when">${moment(call.at)}</td>
    <td>${wordsFor(services, call.service)}</td>
    <td>${call.operation}</td>
    <td>${call.resource}</td>
    <td>${page.result(call.error || page.ok, Math.max(0, call.status), call.attempts)}</td>
    <td class="took">${page.seconds(call.durationMs)}</td>
    <td>${call.requestId}</td>
  </tr>`
}

/** What somebody asked for, as the button said it. */
const changeName = ({ changeNames }: Texts, { step, action }: Change): string =>
  wordsFor(changeNames, `${step} ${action}`, `${step}: ${action}`)

function noteOf(texts: Texts, entry: Exclude<Entry, CallEntry>): string {
  const { page } = texts
  switch (entry.kind) {
    case 'change':
      return page.asked(changeName(texts, entry), entry.about)
    case 'refused':
      return page.refused(changeName(texts, entry), entry.code)
    case 'continued':
      return page.continued(entry.dropped)
    case 'gap':
      return page.gap(entry.lost)
  }
}
