import axe from 'axe-core'
import { html, NOTHING, pageOf, type Html } from '../../electron/documents/html.ts'
import { labelTable } from '../../electron/documents/label-table.ts'
import { readManifest } from '../supply-chain/lock.ts'
import type { Answer, Level } from './answer.ts'
import { CHAPTERS, type Chapter } from './en-301-549.ts'
import { tests } from './evidence.ts'
import type { Results } from './results.ts'
import { LEVEL_A } from './wcag-a.ts'
import { LEVEL_AA } from './wcag-aa.ts'

const WIDE = `body { max-width: 76rem; } tbody th { width: 24%; } td:nth-child(2) { white-space: nowrap; }
td ul { margin: .3rem 0; font-size: .85rem; color: var(--soft); }
tr.partly td:nth-child(2), tr.not td:nth-child(2) { background: var(--warn); font-weight: 600; }`

const TITLE = 'Accessibility conformance report'

/** Every criterion and clause with its answer. */
export const ALL: readonly Answer[] = [
  ...LEVEL_A,
  ...LEVEL_AA,
  ...CHAPTERS.flatMap(({ answers }) => answers),
]

/**
 * The report in the form of the Voluntary Product Accessibility Template, 2.5 (edition EU, with WCAG
 * 2.2). An answer whose tests did not all pass in `results` is taken back.
 */
export function conformanceReport(results: Results): string {
  const all = ALL.map((answer) => judged(answer, results))
  const weak = all.filter(({ level }) => level !== 'Supports' && level !== 'Not Applicable')
  return pageOf(
    { locale: 'en', title: TITLE, more: WIDE },
    html`<header>
        <p class="from">Eco Connect ${readManifest().version}</p>
        <h1>${TITLE}</h1>
        <p>
          Against EN 301 549 V3.2.1 and WCAG 2.2, levels A and AA, in the form of VPAT 2.5 (EU).
          Made by the project's own tests in the real window; nobody outside of the project has
          audited it.
        </p>
        ${facts(results)}
      </header>
      <main>
        <h2>What does not conform, or only in part</h2>
        ${table(weak)}
        <h2>What was not looked at</h2>
        <ul>
          ${NOT_LOOKED_AT.map((line) => html`<li>${line}</li>`)}
        </ul>
        <h2>WCAG 2.2, level A</h2>
        ${table(LEVEL_A.map((answer) => judged(answer, results)))}
        <h2>WCAG 2.2, level AA</h2>
        ${table(LEVEL_AA.map((answer) => judged(answer, results)))}
        <h2>EN 301 549 V3.2.1</h2>
        ${CHAPTERS.map((chapter) => chapterPart(chapter, results))}
      </main>
      <footer><p>${FOOTER}</p></footer>`,
  )
}

const FOOTER =
  'Each test that is named runs with every change of the program; a release whose tests fail is not made. The rules of axe are those that carry the number of the criterion.'

const NOT_LOOKED_AT = [
  'Windows and macOS: no screen reader, no voice control and no screen magnifier was used there.',
  'A person with a disability has not tested the program.',
  'The dialogs of the system (choosing a file, printing) and AWS’s and Spot’s own pages in the browser.',
  'Contrast in forced colours, where the system draws all colours.',
  'Whether the PDF files conform to PDF/UA.',
]

/** Takes back what the tests did not show. */
function judged(answer: Answer, { passed }: Results): Answer {
  const failed = answer.shownBy.filter((name) => !passed.includes(name))
  if (failed.length === 0) return answer
  const titles = failed.map((name) => tests[name].title)
  return {
    ...answer,
    level: 'Does Not Support',
    remark: `Not shown: ${titles.join('; ')}. ${answer.remark}`,
  }
}

function facts({ electron, system, passed }: Results): Html {
  return labelTable('facts', [
    ['Looked at', `Electron ${electron} on ${system}`],
    ['Tests that answers rest on', `${passed.length} of ${Object.keys(tests).length} passed`],
    ['Automatic rules', `axe-core ${axe.version}`],
    ['Assistive technology', 'Orca on Debian, a whole journey; the accessibility tree by AT-SPI'],
  ])
}

function chapterPart({ number, name, note, answers }: Chapter, results: Results): Html {
  return html`<h3>${`${number} ${name}`}</h3>
    ${note === '' ? NOTHING : html`<p>${note}</p>`}
    ${answers.length === 0 ? NOTHING : table(answers.map((answer) => judged(answer, results)))}`
}

const CLASSES: Readonly<Record<Level, string>> = {
  Supports: 'yes',
  'Partially Supports': 'partly',
  'Does Not Support': 'not',
  'Not Applicable': 'none',
}

function table(answers: readonly Answer[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Criterion</th>
        <th scope="col">Conformance</th>
        <th scope="col">Remarks, and what shows it</th>
      </tr>
    </thead>
    <tbody>
      ${answers.map(
        (answer) =>
          html`<tr class="${CLASSES[answer.level]}">
            <th scope="row">${`${answer.number} ${answer.name}`}</th>
            <td>${answer.level}</td>
            <td>
              <p>${answer.remark}</p>
              ${shown(answer)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function shown({ number, shownBy }: Answer): Html {
  const rules = rulesFor(number)
  const lines = [
    ...shownBy.map((name) => `${tests[name].file}: “${tests[name].title}”`),
    ...(rules.length > 0 && shownBy.includes('axe') ? [`axe: ${rules.join(', ')}`] : []),
  ]
  if (lines.length === 0) return NOTHING
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`
}

/** The rules of axe that look at a criterion of WCAG, `1.4.3`, and that are switched on. */
function rulesFor(number: string): string[] {
  const tag = `wcag${number.replaceAll('.', '')}`
  return axe
    .getRules([tag])
    .filter(({ tags }) => !tags.includes('experimental'))
    .map(({ ruleId }) => ruleId)
}
