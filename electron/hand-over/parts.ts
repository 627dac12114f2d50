import type { DiffLine } from '../contract/ask/bucket.ts'
import type { AppError } from '../errors/app-error.ts'
import type { ByHandGuide, ByHandLink, ByHandSetting, ByHandStep } from '../texts/by-hand.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { errorText } from '../texts/errors.ts'
import type { HandOverData } from './data.ts'
import { html, NOTHING, type Html } from '../documents/html.ts'

export const section = (title: string, ...body: readonly Html[]): Html =>
  html`<section>
    <h2>${title}</h2>
    ${body}
  </section>`

export const bullets = (items: readonly string[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`

/** A link with its address in sight, so that it can be judged before it is used, and printed. */
export const link = ({ label, href }: ByHandLink): Html =>
  html`<p><a href="${href}" rel="noreferrer">${label}</a> <span class="url">${href}</span></p>`

/** Of what stands in a console, which is English whatever the page is written in. */
const IN_ENGLISH = html` lang="en"`

const rows = (settings: readonly ByHandSetting[]): readonly Html[] =>
  settings.map(
    ({ label, value, copy, english }) =>
      html`<tr>
        <th scope="row"${english ? IN_ENGLISH : NOTHING}>${label}</th>
        <td${english === 'both' ? IN_ENGLISH : NOTHING}>${copy ? html`<code>${value}</code>` : value}</td>
      </tr>`,
  )

export const factsTable = (facts: readonly ByHandSetting[]): Html =>
  html`<table>
    <tbody>
      ${rows(facts)}
    </tbody>
  </table>`

const settingsTable = ({ handOver }: Catalogue, settings: readonly ByHandSetting[]): Html =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">${handOver.setting}</th>
        <th scope="col">${handOver.value}</th>
      </tr>
    </thead>
    <tbody>
      ${rows(settings)}
    </tbody>
  </table>`

export const stepList = (words: Catalogue, steps: readonly ByHandStep[]): Html =>
  html`<ol class="steps">
    ${steps.map(
      ({ text, link: page, settings }) =>
        html`<li>
          ${text}${page ? link(page) : NOTHING}
          ${settings ? settingsTable(words, settings) : NOTHING}
        </li>`,
    )}
  </ol>`

/** A guide by hand as a part of the file, without what is sent back. */
export const guidePart = (words: Catalogue, { title, intro, steps }: ByHandGuide): Html =>
  html`<h3>${title}</h3>
    <p>${intro}</p>
    ${stepList(words, steps)}`

/** Text that is kept folded away, as it is. */
export const folded = (summary: string, text: string): Html =>
  html`<details>
    <summary>${summary}</summary>
    <pre>${text}</pre>
  </details>`

const SIGNS = { same: '  ', added: '+ ', removed: '− ' } as const
export const diff = (lines: readonly DiffLine[]): Html => {
  const shown = lines.map(({ kind, text }) => {
    const line = `${SIGNS[kind]}${text}\n`
    if (kind === 'same') return html`${line}`
    return kind === 'added' ? html`<ins>${line}</ins>` : html`<del>${line}</del>`
  })
  return { kind: 'html', markup: `<pre>${shown.map(({ markup }) => markup).join('')}</pre>` }
}

/** Why the step has stopped, in the app's own words, with what AWS said folded away. */
export function problemPart(words: Catalogue, problem: AppError | null): Html {
  if (!problem) return NOTHING
  const { found, technical } = words.handOver
  const { what, meaning } = errorText(words, problem)
  const detail = Object.entries(problem.detail ?? {}).map(([name, value]) => `${name}: ${value}`)
  return section(
    found,
    html`<div class="box warn">
      <p><strong>${what}</strong></p>
      <p>${meaning}</p>
    </div>`,
    folded(technical, [`code: ${problem.code}`, ...detail].join('\n')),
  )
}

/** What the person who asks lacks, and the statement that would give it to them. */
export function permissionsPart(words: Catalogue, { ability, roleName }: HandOverData): Html {
  if (!ability || ability.missing.length === 0) return NOTHING
  const { permissions } = words.handOver
  return section(
    permissions.title,
    html`<p>${permissions.intro(roleName)}</p>
      <table class="missing">
        <thead>
          <tr>
            <th scope="col">${permissions.action}</th>
            <th scope="col">${permissions.resource}</th>
            <th scope="col">${permissions.because}</th>
          </tr>
        </thead>
        <tbody>
          ${ability.missing.map(
            ({ action, resource, because }) =>
              html`<tr>
                <td><code>${action}</code></td>
                <td><code>${resource}</code></td>
                <td>${permissions.reasons[because]}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    ability.statement === ''
      ? html`<p>${permissions.noStatement}</p>`
      : html`<h3>${permissions.statement}</h3>
          <p>${permissions.where}</p>
          <pre>${ability.statement}</pre>`,
  )
}
