import { accountNumber, byPurpose, isReportSync } from '../../../electron/contract/purposes.ts'
import type { TemplateStatement } from '../../../electron/contract/ask/template.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import { labelTable } from '../../../electron/documents/label-table.ts'
import { purposeText, resourceLine } from '../../../electron/texts/purposes.ts'
import type { Pack } from '../context.ts'
import {
  code,
  heading,
  joined,
  lines,
  paragraphs,
  points,
  prose,
  table,
  warning,
} from '../parts.ts'

export function spotRole({ words, app, facts, locale }: Pack): Html {
  const { spotRole: about } = words
  const { template } = app
  const { role, roleLevels } = facts
  const actionsOf = ({ actions }: TemplateStatement): Html =>
    joined(
      actions.map(
        ({ text }) =>
          html`<div>
            ${code(text)}
            <span class="soft">${(roleLevels.get(text) ?? []).join(' · ')}</span>
          </div>`,
      ),
    )
  const rows = byPurpose(role.statements, 'built-in').flatMap(({ purpose, statements }) => {
    const { label, means } = purposeText(app, purpose)
    return statements.map((statement, place) => [
      html`${label} ${place === 0 ? html`<p class="soft">${means}</p>` : html``}`,
      actionsOf(statement),
      lines(statement.resources),
    ])
  })
  const accounts = role.principals.map(accountNumber)
  const sync = role.statements.some(isReportSync)
  return html`${paragraphs(about.intro)}
  ${labelTable('facts', [
    [about.facts.trusted, prose(template.brief.spot(accounts))],
    [about.facts.externalId, template.asksForId[role.asksForId]],
    [about.facts.creates, lines(role.resources.map((one) => resourceLine(app, one)))],
    [about.facts.sha256, html`<code>${role.sha256}</code>`],
    [about.facts.bytes, about.size(locale.number(role.bytes))],
  ])}
  ${warning(sync ? [template.writeKnown] : [template.writeUnknown])}
  ${heading('role-actions', template.brief.what)} ${table('role', about.head, rows)}
  ${heading('role-never', about.neverTitle)}
  ${paragraphs([template.brief.nevers['built-in'], about.remains])}
  ${heading('role-checks', about.checks.title)} ${points(about.checks.points)}`
}
