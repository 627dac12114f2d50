import { html, type Html } from '../../electron/documents/html.ts'

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): Html {
  const parts = text
    .split('`')
    .map((part, place) => (place % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))
  return { kind: 'html', markup: parts.map(({ markup }) => markup).join('') }
}

export const paragraphs = (texts: readonly string[]): Html =>
  joined(texts.map((text) => html`<p>${prose(text)}</p>`))

export const points = (texts: readonly string[]): Html =>
  html`<ul>
    ${texts.map((text) => html`<li>${prose(text)}</li>`)}
  </ul>`

/** What is done one after the other. */
export const steps = (texts: readonly string[]): Html =>
  html`<ol class="steps">
    ${texts.map((text) => html`<li>${prose(text)}</li>`)}
  </ol>`

const BREAK: Html = { kind: 'html', markup: '<wbr>' }

/** A word that may be wider than a cell of a table. */
const LONG = /\w{24,}/

/** A name, which breaks where it has a part rather than anywhere. */
export function code(text: string): Html {
  const parts = text
    .split(/(?<=[:/.\\])/)
    .flatMap((part) => (LONG.test(part) ? part.split(/(?<=[a-z])(?=[A-Z])/) : [part]))
  const broken = parts.flatMap((part, place) =>
    place === 0 ? [html`${part}`] : [BREAK, html`${part}`],
  )
  return html`<code>${{ kind: 'html', markup: broken.map(({ markup }) => markup).join('') }}</code>`
}

/** Several of one kind, each in a line of its own. */
export const lines = (values: readonly string[]): Html =>
  joined(values.map((value) => html`<div>${code(value)}</div>`))

/** Lines to be typed in, which keep their form. */
export const commands = (values: readonly string[]): Html => html`<pre>${values.join('\n')}</pre>`

export const joined = (pieces: readonly Html[]): Html => ({
  kind: 'html',
  markup: pieces.map(({ markup }) => markup).join('\n'),
})

type Cell = string | Html
const contentOf = (cell: Cell): Html => (typeof cell === 'string' ? prose(cell) : cell)

/** A table whose first cell of each row names it; `kind` is the class by which widths are set. */
export const table = (
  kind: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html =>
  html`<table class="${kind}">
    <thead>
      <tr>
        ${head.map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first = '', ...rest]) =>
          html`<tr>
            <th scope="row">${contentOf(first)}</th>
            ${rest.map((cell) => html`<td>${contentOf(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`

/** A heading within a section that other documents may point at. */
export const heading = (id: string, title: string): Html => html`<h3 id="${id}">${title}</h3>`

/** What must not be overlooked. */
export const warning = (texts: readonly string[]): Html =>
  html`<div class="box warn">${paragraphs(texts)}</div>`
