import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { diagram } from '../diagram.ts'
import { OUTSIDE } from '../outside.ts'
import { heading, paragraphs, points, table } from '../parts.ts'

export const dataFlow = ({ words, app }: Pack): Html => {
  const { dataFlow: said } = words
  const [ways] = app.help.guides['signing-in'].parts
  return html`${diagram(said)} ${paragraphs([said.intro])}
  ${table(
    'flows',
    said.head,
    said.flows.map((flow, place) => [String(place + 1), ...flow]),
  )}
  ${heading('sign-in', said.signIn)} ${points(ways?.points ?? [])}
  ${heading('data', said.stores.title)} ${table('three', said.stores.head, said.stores.rows)}
  ${heading('recipients', said.recipients.title)}
  ${table('three', said.recipients.head, said.recipients.rows)}
  ${heading('others', said.others.title)}
  ${points([...OUTSIDE.map((name) => said.others.points[name]), said.others.none])}`
}
