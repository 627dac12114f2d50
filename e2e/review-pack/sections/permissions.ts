import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { code, heading, joined, lines, paragraphs, points, table } from '../parts.ts'
import type { PolicyFacts } from '../policies.ts'

/** What an action of a policy is for: in words of this document, or else in the program's own. */
function reasonOf({ words, app }: Pack, file: string, action: string): string {
  const own = words.permissions.reasons[`${file} ${action}`]
  const known: Readonly<Record<string, string>> = app.abilities.actions
  const reason = own ?? known[action]
  if (reason === undefined) throw new Error(`Nobody has said why ${file} has ${action}.`)
  return reason
}

export function permissions(pack: Pack): Html {
  const { words, facts } = pack
  const { permissions: about } = words
  const { date, version } = facts.actionData
  return html`${paragraphs(about.intro(date, version))}
  ${joined(facts.policies.map((policy) => policyPart(pack, policy)))}
  ${heading('giving-permissions', about.elsewhere.title)} ${points(about.elsewhere.points)}`
}

function policyPart(pack: Pack, { file, statements }: PolicyFacts): Html {
  const { permissions: about } = pack.words
  const { title, means } = about.policies[file]
  const rows = statements.flatMap(({ actions, resources }) =>
    actions.map(({ action, levels }) => [
      code(action),
      levels.join(' · '),
      reasonOf(pack, file, action),
      lines(resources),
    ]),
  )
  return html`${heading(file.replace('.json', ''), `${title}: ${file}`)} ${paragraphs([means])}
  ${table('actions-of', about.head, rows)}`
}
