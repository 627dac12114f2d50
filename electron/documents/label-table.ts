import { html, type Html } from './html.ts'

/** A label, and what it stands for. */
export type LabelRow = readonly [label: string, value: string | Html]

/** What is said of one thing, a row each; `kind` is the class by which a page sets its widths. */
export const labelTable = (kind: string, rows: readonly LabelRow[]): Html =>
  html`<table class="${kind}">
    ${labelRows(rows)}
  </table>`

export const labelRows = (rows: readonly LabelRow[]): Html =>
  html`<tbody>
    ${rows.map(
      ([label, value]) =>
        html`<tr>
          <th scope="row">${label}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </tbody>`
