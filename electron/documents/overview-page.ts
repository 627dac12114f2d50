import { visibleLine } from '../base/visible.ts'
import type { ConnectionSummary } from '../contract/snapshot.ts'
import type { Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import { overviewRow } from '../texts/overview.ts'
import { csvOf } from './csv.ts'
import { html, pageOf } from './html.ts'

/** All connections, as they are known at `madeAt` (milliseconds since the epoch). */
export type OverviewDocument = {
  readonly connections: readonly ConnectionSummary[]
  readonly madeAt: number
  readonly appVersion: string
}

const WIDE = `body { max-width: 84rem; } td { overflow-wrap: anywhere; } td p { margin: 0; }
.account { white-space: nowrap; } thead th { white-space: nowrap; }`

/** The overview as one page to read or print: no script, nothing loaded, every value is text in it. */
export function overviewPage(
  { locale, words }: Language,
  { connections, madeAt, appVersion }: OverviewDocument,
): string {
  const { overview, app } = words
  const { dateInUtc } = localeOf(locale)
  const title = overview.page.title(app.name)
  const rows = connections.map((connection) => overviewRow(words, connection, dateInUtc))
  return pageOf(
    { locale, title, more: WIDE },
    html`<header>
        <p class="from">${overview.page.version(app.name, appVersion)}</p>
        <h1>${title}</h1>
        <p>${overview.intro} ${overview.page.madeAt(dateInUtc(madeAt))}</p>
        <p>${overview.count(connections.length)}</p>
      </header>
      <main>
        <table>
          <thead>
            <tr>
              ${Object.values(overview.columns).map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ name, account, state, proof, waits }) =>
                html`<tr>
                  <td>${name}</td>
                  <td class="account">${account}</td>
                  <td>${state}</td>
                  <td>${proof}</td>
                  <td>${waits.map((line) => html`<p>${line}</p>`)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </main>
      <footer><p>${overview.page.noSecret}</p></footer>`,
  )
}

/**
 * The overview as a table for a spreadsheet: CSV by RFC 4180, with the byte order mark by which Excel
 * knows UTF-8. An account's number is written as the AWS console does, `0123-4567-8901`: a spreadsheet
 * takes twelve digits for a number and drops the zeros before it.
 */
export function overviewTable(
  { locale, words }: Language,
  connections: readonly ConnectionSummary[],
): string {
  const { dateInUtc } = localeOf(locale)
  const lines = connections.map((connection) => {
    const { name, account, state, proof, waits } = overviewRow(words, connection, dateInUtc)
    const texts = [name, grouped(account), state, proof].map(visibleLine)
    return [...texts, waits.map(visibleLine).join('\n')]
  })
  const all = [Object.values(words.overview.columns), ...lines]
  return `\u{FEFF}${csvOf(all)}`
}

const grouped = (account: string): string => account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
