import { html, NOTHING, pageOf, type Html } from '../documents/html.ts'
import { labelTable, type LabelRow } from '../documents/label-table.ts'
import { LANDSCAPE } from '../documents/paper-style.ts'
import { wordsFor, type Catalogue, type Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import { changesOf, foldedReads, judged, type ChangeMade, type Judged } from './by-change.ts'
import type { AuditRecord, Entry } from './entry.ts'
import { outcomeOf, type CallEntry, type Outcome } from './outcome.ts'
import { toldAbout } from './told-about.ts'

/** What the page says about itself. */
export type AuditPage = Pick<AuditRecord, 'entries' | 'torn'> & {
  /** What the person calls the connection, '' if nothing. */
  readonly name: string
  readonly accountId: string
  readonly file: string
}

type Change = Extract<Entry, { kind: 'change' | 'refused' }>

/** Of all tables of calls: columns as wide as what stands in them, so that most lines are single ones. */
export const CALLS_STYLE = `.calls { table-layout: fixed; } .calls td { overflow-wrap: anywhere; }
.calls tbody th { width: auto; } tr.note td, tr.note th { background: var(--card); }
tr.note th span { display: block; } tr.bad td { background: var(--drop); } .many { text-align: right; }
.ahead { display: block; font-style: italic; }
.at { width: 10.5%; } .service { width: 13%; } .operation { width: 17%; } .result { width: 13.3%; }
.took { width: 4.5%; } .id { width: 18.7%; } .times { width: 5.5%; }
@media print { h2 + p { break-after: avoid; } .calls { font-size: 7pt; line-height: 1.3; } .calls th, .calls td { padding: .5mm 1mm; } }`

const WIDE = `${LANDSCAPE} ${CALLS_STYLE} body { max-width: 84rem; }
.summary { max-width: 46rem; } .summary th { width: 13rem; }`

/**
 * The record as one page to read or print: the changes with their calls, then what was only read, each
 * once, then every entry. No script, nothing loaded, every value is text in it.
 */
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
        ${summary(words, locale, page)}
      </header>
      <main>
        ${torn ? html`<p class="box warn">${texts.torn}</p>` : NOTHING}
        ${entries.length === 0 ? html`<p>${texts.empty}</p>` : parts(words, locale, entries)}
      </main>
      <footer>
        <p>${texts.times}</p>
        <p>${texts.where(page.file)}</p>
      </footer>`,
  )
}

/** To the second, as people read it: `2026-01-31 09:15:00`. */
const moment = (at: string): string => at.slice(0, 19).replace('T', ' ')

function summary(words: Catalogue, locale: string, { entries, accountId }: AuditPage): Html {
  const { page } = words.audit
  const all = judged(entries)
  const count = (wanted: Outcome): number => all.filter(({ outcome }) => outcome === wanted).length
  const [first] = entries
  const last = entries.at(-1)
  const [expected, absent] = [count('expected'), count('absent')]
  const span: LabelRow[] =
    first && last ? [[page.span, page.spanOf(moment(first.at), moment(last.at))]] : []
  const notThere: LabelRow[] =
    expected + absent === 0
      ? []
      : [[words.calls.notThere, words.calls.notThereOf(expected, absent)]]
  const changes = entries.filter(({ kind }) => kind === 'change').length
  return labelTable('summary', [
    [page.account, accountId || page.noAccount],
    ...span,
    [page.calls, page.callsOf(all.length, count('failed'))],
    ...notThere,
    [page.changes, localeOf(locale).number(changes)],
  ])
}

function parts(words: Catalogue, locale: string, entries: readonly Entry[]): Html {
  const { calls } = words
  return html`<h2>${calls.changesTitle}</h2>
    <p>${calls.changesMeans}</p>
    ${changesTable(words, entries)}
    <h2>${calls.readsTitle}</h2>
    <p>${calls.readsMeans}</p>
    ${readsTable(words, locale, entries)}
    <h2>${calls.allTitle}</h2>
    <p>${calls.allMeans}</p>
    ${wholeTable(words, entries)}`
}

/** Labels of columns by the names under which `CALLS_STYLE` knows how wide they are. */
const head = (columns: Readonly<Record<string, string>>): Html =>
  html`<thead>
    <tr>
      ${Object.entries(columns).map(
        ([name, label]) => html`<th scope="col" class="${name}">${label}</th>`,
      )}
    </tr>
  </thead>`

/** What was changed, as a table; the connection record has it too. */
export function changesTable(words: Catalogue, entries: readonly Entry[]): Html {
  const changes = changesOf(entries)
  if (changes.length === 0) return html`<p>${words.calls.noChanges}</p>`
  const { at, service, operation, resource, result, requestId } = words.audit.page.columns
  return html`<table class="calls">
    ${head({ at, service, operation, resource, result, id: requestId })}
    ${changes.map((change) => changeRows(words, change))}
  </table>`
}

function changeRows(words: Catalogue, { asked, refused, calls }: ChangeMade): Html {
  const { page } = words.audit
  const what = asked ? noteOf(words.audit, asked) : words.calls.byItself
  const about = [
    what,
    ...(refused === '' || !asked ? [] : [page.refused(changeName(words.audit, asked), refused)]),
    ...(calls.length === 0 && refused === '' ? [words.calls.noCalls] : []),
  ]
  return html`<tbody>
    <tr class="note">
      <td>${asked ? moment(asked.at) : ''}</td>
      <th scope="rowgroup" colspan="5">${about.map((line) => html`<span>${line}</span>`)}</th>
    </tr>
    ${calls.map(
      ({ call, outcome }) =>
        html`<tr class="${rowClass(outcome)}">
          <td>${moment(call.at)}</td>
          <td>${wordsFor(words.audit.services, call.service)}</td>
          <td>${call.operation}</td>
          <td>${call.resource}</td>
          <td>${resultOf(words, { call, outcome })}</td>
          <td>${call.requestId}</td>
        </tr>`,
    )}
  </tbody>`
}

function readsTable(words: Catalogue, locale: string, entries: readonly Entry[]): Html {
  const reads = foldedReads(entries)
  if (reads.length === 0) return html`<p>${words.calls.noReads}</p>`
  const { service, operation, resource, result } = words.audit.page.columns
  const { times, first, last } = words.calls
  const { number } = localeOf(locale)
  return html`<table class="calls">
    ${head({ service, operation, resource, result, times, at: first, 'at last': last })}
    <tbody>
      ${reads.map(
        (line) =>
          html`<tr class="${rowClass(line.outcome)}">
            <td>${wordsFor(words.audit.services, line.service)}</td>
            <td>${line.operation}</td>
            <td>${line.resource}</td>
            <td>${foundOf(words, line.outcome, line.error)}</td>
            <td class="many">${number(line.count)}</td>
            <td>${moment(line.first)}</td>
            <td>${moment(line.last)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function wholeTable(words: Catalogue, entries: readonly Entry[]): Html {
  const { at, service, operation, resource, result, duration, requestId } = words.audit.page.columns
  return html`<table class="calls">
    ${head({ at, service, operation, resource, result, took: duration, id: requestId })}
    <tbody>
      ${entries.map((entry, place) =>
        entry.kind === 'call'
          ? callRow(words, { call: entry, outcome: outcomeOf(entries, place) })
          : html`<tr class="note">
              <td>${moment(entry.at)}</td>
              <td colspan="6">${noteOf(words.audit, entry)}</td>
            </tr>`,
      )}
    </tbody>
  </table>`
}

const rowClass = (outcome: Outcome): string => (outcome === 'failed' ? 'bad' : 'ok')

function callRow(words: Catalogue, { call, outcome }: Judged): Html {
  const { page, services } = words.audit
  return html`<tr class="${rowClass(outcome)}">
    <td>${moment(call.at)}</td>
    <td>${wordsFor(services, call.service)}</td>
    <td>
      ${call.operation}${call.ahead ? html`<span class="ahead">${words.calls.ahead}</span>` : NOTHING}
    </td>
    <td>${call.resource}</td>
    <td>${resultOf(words, { call, outcome })}</td>
    <td>${page.seconds(call.durationMs)}</td>
    <td>${call.requestId}</td>
  </tr>`
}

/** With the HTTP status and the attempts; where nothing was found, AWS's code says enough. */
function resultOf(words: Catalogue, { call, outcome }: Judged): string {
  const { page } = words.audit
  const found = foundOf(words, outcome, call.error)
  const status = outcome === 'ok' || outcome === 'failed' ? Math.max(0, call.status) : 0
  return page.result(found, status, call.attempts)
}

function foundOf({ audit, calls }: Catalogue, outcome: Outcome, code: string): string {
  switch (outcome) {
    case 'ok':
      return audit.page.ok
    case 'expected':
      return calls.expected(code)
    case 'absent':
      return calls.absent(code)
    case 'failed':
      return code
  }
}

/** What somebody asked for, as the button said it. */
const changeName = ({ changeNames }: Catalogue['audit'], { step, action }: Change): string =>
  wordsFor(changeNames, `${step} ${action}`, `${step}: ${action}`)

function noteOf(texts: Catalogue['audit'], entry: Exclude<Entry, CallEntry>): string {
  const { page } = texts
  switch (entry.kind) {
    case 'change':
      return page.asked(changeName(texts, entry), toldAbout(texts.about, entry))
    case 'refused':
      return page.refused(changeName(texts, entry), entry.code)
    case 'continued':
      return page.continued(entry.dropped)
    case 'gap':
      return page.gap(entry.lost)
  }
}
