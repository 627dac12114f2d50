import { html, NOTHING, type Html } from '../documents/html.ts'
import { STYLE } from '../documents/style.ts'
import { AUDIT_PAGE, changeName, serviceName } from '../texts/en/audit.ts'
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

const WIDE = `body { max-width: 84rem; } td { overflow-wrap: anywhere; }
tr.note td { background: var(--card); } tr.bad td { background: var(--drop); }
.when, .took { white-space: nowrap; }`

/** The record as one page to read: no script, nothing loaded, every value is text in it. */
export function auditPage(page: AuditPage): string {
  const { name, entries, torn } = page
  const title = AUDIT_PAGE.title(name)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ kind: 'html', markup: STYLE + WIDE }}
        </style>
      </head>
      <body>
        <header>
          <p class="from">${AUDIT_PAGE.from}</p>
          <h1>${title}</h1>
          <p>${AUDIT_PAGE.what}</p>
          ${summary(page)}
        </header>
        <main>
          ${torn ? html`<p class="box warn">${AUDIT_PAGE.torn}</p>` : NOTHING}
          ${entries.length === 0 ? html`<p>${AUDIT_PAGE.empty}</p>` : table(entries)}
        </main>
        <footer>
          <p>${AUDIT_PAGE.times}</p>
          <p>${AUDIT_PAGE.where(page.file)}</p>
        </footer>
      </body>
    </html>`.markup
}

/** To the second, as people read it: `2026-01-31 09:15:00`. */
const moment = (at: string): string => at.slice(0, 19).replace('T', ' ')

function summary({ entries, accountId, madeAt }: AuditPage): Html {
  const calls = entries.filter((entry) => entry.kind === 'call')
  const failed = calls.filter(({ error }) => error !== '').length
  const [first] = entries
  const last = entries.at(-1)
  const rows = [
    [AUDIT_PAGE.account, accountId || AUDIT_PAGE.noAccount],
    [AUDIT_PAGE.madeAt, moment(new Date(madeAt).toISOString())],
    ...(first && last ? [[AUDIT_PAGE.span, `${moment(first.at)}, ${moment(last.at)}`]] : []),
    [AUDIT_PAGE.calls, AUDIT_PAGE.callsOf(calls.length, failed)],
    [AUDIT_PAGE.changes, String(entries.filter(({ kind }) => kind === 'change').length)],
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

function table(entries: readonly Entry[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${Object.values(AUDIT_PAGE.columns).map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${entries.map(row)}
    </tbody>
  </table>`
}

function row(entry: Entry): Html {
  if (entry.kind === 'call') return callRow(entry)
  return html`<tr class="note">
    <td class="when">${moment(entry.at)}</td>
    <td colspan="6">${noteOf(entry)}</td>
  </tr>`
}

function callRow(call: CallEntry): Html {
  const again = call.attempts > 1 ? AUDIT_PAGE.attempts(call.attempts) : ''
  const status = call.status > 0 ? ` (${call.status})` : ''
  return html`<tr class="${call.error === '' ? 'ok' : 'bad'}">
    <td class="when">${moment(call.at)}</td>
    <td>${serviceName(call.service)}</td>
    <td>${call.operation}</td>
    <td>${call.resource}</td>
    <td>${(call.error || AUDIT_PAGE.ok) + status + again}</td>
    <td class="took">${AUDIT_PAGE.seconds(call.durationMs)}</td>
    <td>${call.requestId}</td>
  </tr>`
}

function noteOf(entry: Exclude<Entry, CallEntry>): string {
  switch (entry.kind) {
    case 'change':
      return AUDIT_PAGE.asked(changeName(entry.step, entry.action), entry.about)
    case 'refused':
      return AUDIT_PAGE.refused(changeName(entry.step, entry.action), entry.code)
    case 'continued':
      return AUDIT_PAGE.continued(entry.dropped)
    case 'gap':
      return AUDIT_PAGE.gap(entry.lost)
  }
}
