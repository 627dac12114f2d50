import { promiseOf } from '../contract/promise.ts'
import { accountNumber, byPurpose, isReportSync } from '../contract/purposes.ts'
import type { TemplateStatement } from '../contract/ask/template.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { notedText } from '../texts/noted.ts'
import type { PlanPaper, PlannedResource } from '../texts/plan-paper.ts'
import { purposeText } from '../texts/purposes.ts'
import { html, NOTHING, type Html } from './html.ts'
import { labelTable, type LabelRow } from './label-table.ts'

/** Who gets access, to what, what that can never do, and by which bytes. */
export function spotPart(
  words: Catalogue,
  paper: PlanPaper,
  dateInUtc: (at: number) => string,
): Html {
  const { template: review, resources } = paper
  const { spot } = words.planPaper
  const { nevers } = words.template.brief
  const writing = review.statements.filter(({ access }) => access === 'write')
  const reading = review.statements.filter(({ access }) => access === 'read')
  const rows: readonly LabelRow[] = [
    [spot.who, whoPart(words, paper)],
    [spot.reads, html`${readsLine(words, paper, reading)}`],
    [spot.writes, writesPart(words, writing)],
    ...(review.managed.length === 0 ? [] : [[spot.managed, managedPart(words, paper)] as const]),
    [spot.never, html`${nevers[promiseOf(review)]}`],
    [spot.template, templatePart(words, paper, dateInUtc)],
  ]
  return html`<section>
    <h2>${spot.title}</h2>
    ${resources.some(isForeign) ? html`<p>${spot.ownRole}</p>` : NOTHING}
    ${labelTable('spot', rows)}
  </section>`
}

/** A role of which nobody knows by which template it was made. */
const isForeign = ({ kind, logicalId }: PlannedResource): boolean =>
  kind === 'role' && logicalId === ''

function whoPart(words: Catalogue, { template: review }: PlanPaper): Html {
  const { spot } = words.planPaper
  if (review.source === 'built-in')
    return html`${words.template.brief.spot(review.principals.map(accountNumber))}`
  const principals = review.principals.map((one) => html`<code>${notedText(words, one)}</code> `)
  return html`${spot.whoFile} ${principals}`
}

function readsLine(
  words: Catalogue,
  { template: { source } }: PlanPaper,
  reading: readonly TemplateStatement[],
): string {
  const { spot } = words.planPaper
  if (reading.length === 0) return spot.nothing
  const groups = byPurpose(reading, source).map(({ purpose, statements }) =>
    spot.group(purposeText(words, purpose).label, count(statements)),
  )
  return spot.groups(groups)
}

const count = (statements: readonly TemplateStatement[]): number =>
  statements.reduce((sum, { actions }) => sum + actions.length, 0)

/** What it may change stands here in full, unless the app knows what it is for. */
function writesPart(words: Catalogue, writing: readonly TemplateStatement[]): Html {
  const { spot } = words.planPaper
  if (writing.length === 0) return html`${spot.nothing}`
  if (writing.every(isReportSync)) return html`${spot.sync(count(writing))}`
  const lines = writing.map(
    ({ actions, resources }) =>
      html`<p>
        ${actions.map(({ text }) => html`<code>${notedText(words, text)}</code> `)} ${spot.on}
        ${resources.map((one) => html`<code>${notedText(words, one)}</code> `)}
      </p>`,
  )
  return html`<strong>${words.template.writeUnknown}</strong> ${lines}`
}

function managedPart(words: Catalogue, { template: { managed, managedData } }: PlanPaper): Html {
  return html`${managed.map(({ name, version, when }) => {
    const line = words.template.managedPolicy(name, version, managedData)
    return html`<p>${when === '' ? line : words.template.noted.when(line, [when])}</p>`
  })}`
}

function templatePart(
  words: Catalogue,
  { template: { fileName, source, sha256, statements }, approved }: PlanPaper,
  dateInUtc: (at: number) => string,
): Html {
  const { spot } = words.planPaper
  return html`${spot.templateOf(fileName, source)} ${spot.counted(count(statements))}
    ${approved ? approvedLine(words, approved, dateInUtc) : spot.notApproved}<br />
    ${spot.sha256}: <code>${sha256}</code>`
}

function approvedLine(
  { planPaper: { spot } }: Catalogue,
  { by, at }: NonNullable<PlanPaper['approved']>,
  dateInUtc: (at: number) => string,
): string {
  const who = by === null ? spot.byUnknown : by === '' ? spot.bySignedOut : spot.by(by)
  return at === null ? spot.approvedNoTime(who) : spot.approved(who, dateInUtc(at))
}
