import type { TemplateReview, TemplateStatement } from '../contract/ask/template.ts'
import { TEMPLATE_FILE } from '../texts/en/hand-over.ts'
import {
  comparePurposes,
  isReportSync,
  obstacleLine,
  purposeOf,
  TEMPLATE,
} from '../texts/en/template.ts'
import { html, NOTHING, type Html } from '../documents/html.ts'
import { bullets, folded } from './parts.ts'

/** What the role may do, in plain words and with every action: writing first, then who is trusted. */
export function reviewPart(review: TemplateReview): Html {
  const { statements, source, principals, externalIds, unseen, obstacles } = review
  const writing = statements.filter(({ access }) => access === 'write')
  const reading = statements
    .filter(({ access }) => access === 'read')
    .toSorted((one, other) => comparePurposes(purposeOf(one, source), purposeOf(other, source)))
  const known = source === 'built-in' && writing.length > 0 && writing.every(isReportSync)
  const about = known ? TEMPLATE.writeKnown : TEMPLATE.writeUnknown
  const hidden =
    unseen.length === 0
      ? NOTHING
      : html`<div class="box warn">
          <h3>${TEMPLATE.unseenTitle}</h3>
          <p>${TEMPLATE.unseen}</p>
          ${bullets(unseen)}
        </div>`
  const against =
    obstacles.length === 0
      ? NOTHING
      : html`<div class="box warn">
          <h3>${TEMPLATE.obstaclesTitle}</h3>
          <p>${TEMPLATE.obstacles}</p>
          ${bullets(obstacles.map(obstacleLine))}
        </div>`
  return html`${hidden}${against}
    <div class="box warn">
      <h3>${writing.length > 1 ? TEMPLATE.writeTitleMany : TEMPLATE.writeTitle}</h3>
      <p>${writing.length === 0 ? TEMPLATE.writeNone : about}</p>
      ${purposesPart(writing, source)}
    </div>
    <h3>${TEMPLATE.trustTitle}</h3>
    <p>${source === 'built-in' ? TEMPLATE.trust : TEMPLATE.trustFile}</p>
    ${bullets(principals)}
    ${externalIds.length > 0 ? html`<p>${TEMPLATE.externalIds(externalIds.join(', '))}</p>` : NOTHING}
    <h3>${TEMPLATE.readTitle}</h3>
    ${purposesPart(reading, source)}
    <h3>${TEMPLATE.createsTitle}</h3>
    ${bullets(
      review.resources.map(
        ({ logicalId, type, name }) =>
          `${logicalId}: ${TEMPLATE.resourceTypes[type] ?? type}${name === '' ? '' : TEMPLATE.called(name)}`,
      ),
    )}`
}

/** Statements for the same purpose under one heading. */
function purposesPart(
  statements: readonly TemplateStatement[],
  source: TemplateReview['source'],
): readonly Html[] {
  const purposes = new Map(
    statements.map((one) => [purposeOf(one, source).id, purposeOf(one, source)]),
  )
  return [...purposes.values()].map(({ id, label, means }) => {
    const group = statements.filter((one) => purposeOf(one, source).id === id)
    return html`<h4>${label}</h4>
      <p>${means}</p>
      ${group.map(statementPart)}`
  })
}

function statementPart({ actions, resources }: TemplateStatement): Html {
  const everywhere = resources.length === 1 && resources[0] === '*'
  const where = everywhere
    ? TEMPLATE.everywhere
    : html`${TEMPLATE_FILE.resources} ${resources.map((resource) => html`<code>${resource}</code>`)}`
  return html`<p>${TEMPLATE.readActions(actions.length)}, ${where}:</p>
    <ul class="actions">
      ${actions.map((action) => html`<li><code>${action}</code></li>`)}
    </ul>`
}

/** The template itself: to be saved from this page, by its fingerprint, and to be read. */
export function templateFilePart(review: TemplateReview): Html {
  const { fileName, body, sha256, bytes } = review
  const href = `data:application/octet-stream;base64,${Buffer.from(body, 'utf8').toString('base64')}`
  return html`<h3>${TEMPLATE_FILE.title}</h3>
    <p><a download="${fileName}" href="${href}">${TEMPLATE_FILE.download(fileName)}</a></p>
    <p class="soft">${TEMPLATE_FILE.hint}</p>
    <p>
      ${TEMPLATE.sha256}: <code>${sha256}</code><br />${TEMPLATE.size}: ${TEMPLATE.bytes(bytes)}
    </p>
    ${folded(TEMPLATE_FILE.show, body)}`
}
