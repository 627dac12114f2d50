import type { TemplateAction, TemplateReview, TemplateStatement } from '../contract/ask/template.ts'
import { managedPolicyPage } from '../contract/console.ts'
import { comparePurposes, isReportSync, purposeOf } from '../contract/purposes.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { notedText } from '../texts/noted.ts'
import { kindOf, obstacleLine, parameterLine, purposeText } from '../texts/purposes.ts'
import { html, NOTHING, type Html } from '../documents/html.ts'
import { bullets, folded } from './parts.ts'

/** What the role may do, in plain words and with every action: writing first, then who is trusted. */
export function reviewPart(words: Catalogue, review: TemplateReview): Html {
  const { template } = words
  const { statements, source, principals, externalIds, asksForId, unseen, obstacles } = review
  const writing = statements.filter(({ access }) => access === 'write')
  const reading = statements
    .filter(({ access }) => access === 'read')
    .toSorted((one, other) => comparePurposes(purposeOf(one, source), purposeOf(other, source)))
  const known = source === 'built-in' && writing.length > 0 && writing.every(isReportSync)
  const about = known ? template.writeKnown : template.writeUnknown
  const hidden =
    unseen.length === 0
      ? NOTHING
      : html`<div class="box warn">
          <h3>${template.unseenTitle}</h3>
          <p>${template.unseen}</p>
          ${bullets(unseen.map((text) => notedText(words, text)))}
        </div>`
  const against =
    obstacles.length === 0
      ? NOTHING
      : html`<div class="box warn">
          <h3>${template.obstaclesTitle}</h3>
          <p>${template.obstacles}</p>
          ${bullets(obstacles.map((one) => obstacleLine(words, one)))}
        </div>`
  return html`${hidden}${against}
    <div class="box warn">
      <h3>${writing.length > 1 ? template.writeTitleMany : template.writeTitle}</h3>
      <p>${writing.length === 0 ? template.writeNone : about}</p>
      ${purposesPart(words, writing, source)}
    </div>
    <h3>${template.trustTitle}</h3>
    <p>${source === 'built-in' ? template.trust : template.trustFile}</p>
    ${bullets(principals.map((text) => notedText(words, text)))}
    ${externalIds.length > 0 ? html`<p>${template.externalIds(externalIds)}</p>` : NOTHING}
    ${
      asksForId === 'no' && externalIds.length > 0
        ? NOTHING
        : html`<p>${template.asksForId[asksForId]}</p>`
    }
    <h3>${template.readTitle}</h3>
    ${purposesPart(words, reading, source)}
    <p class="soft">${template.actionData(review.actionData)} ${template.actionWords}</p>
    ${managedPart(words, review)}
    <h3>${template.createsTitle}</h3>
    ${bullets(
      review.resources.map((one) => {
        const { logicalId, name, when } = one
        const { resource, resourceNamed } = words.handOver.templateFile
        const kind = kindOf(words, one)
        const line = name === '' ? resource(logicalId, kind) : resourceNamed(logicalId, kind, name)
        return when === '' ? line : template.noted.when(line, [when])
      }),
    )}
    <h3>${template.parametersTitle}</h3>
    ${bullets(review.parameters.map((one) => parameterLine(words, one)))}`
}

function managedPart({ template }: Catalogue, { managed, managedData }: TemplateReview): Html {
  if (managed.length === 0) return NOTHING
  return html`<h3>${template.managedTitle}</h3>
    <p>${template.managed}</p>
    <ul>
      ${managed.map(({ name, version, when }) => {
        const line = template.managedPolicy(name, version, managedData)
        return html`<li>
          ${when === '' ? line : template.noted.when(line, [when])}
          <a href="${managedPolicyPage(name)}">${template.managedPage}</a>
        </li>`
      })}
    </ul>`
}

/** Statements for the same purpose under one heading. */
function purposesPart(
  words: Catalogue,
  statements: readonly TemplateStatement[],
  source: TemplateReview['source'],
): readonly Html[] {
  const purposes = new Map(
    statements.map((one) => [purposeOf(one, source).id, purposeOf(one, source)]),
  )
  return [...purposes.values()].map((purpose) => {
    const { id } = purpose
    const { label, means } = purposeText(words, purpose)
    const group = statements.filter((one) => purposeOf(one, source).id === id)
    return html`<h4>${label}</h4>
      <p>${means}</p>
      ${group.map((one) => statementPart(words, one))}`
  })
}

function statementPart(words: Catalogue, { actions, resources }: TemplateStatement): Html {
  const { permissionsEverywhere, permissionsIn } = words.handOver.templateFile
  const where =
    resources.length === 1 && resources[0] === '*'
      ? html`${permissionsEverywhere(actions.length)}`
      : html`${permissionsIn(actions.length)}
        ${resources.map((resource) => html`<code>${notedText(words, resource)}</code>`)}:`
  return html`<p>${where}</p>
    <ul class="actions">
      ${actions.map(
        (action) =>
          html`<li><code>${notedText(words, action.text)}</code> ${effectOf(words, action)}</li>`,
      )}
    </ul>`
}

const effectOf = ({ template }: Catalogue, { may, grows }: TemplateAction): Html =>
  html`<span class="soft">${grows ? template.grows(template.may[may]) : template.may[may]}</span>`

/** The template itself: to be saved from this page, by its fingerprint, and to be read. */
export function templateFilePart({ handOver, template }: Catalogue, review: TemplateReview): Html {
  const texts = handOver.templateFile
  const { fileName, body, sha256, bytes } = review
  const href = `data:application/octet-stream;base64,${Buffer.from(body, 'utf8').toString('base64')}`
  return html`<h3>${texts.title}</h3>
    <p><a download="${fileName}" href="${href}">${texts.download(fileName)}</a></p>
    <p class="soft">${texts.hint}</p>
    <p>
      ${template.sha256}: <code>${sha256}</code><br />${template.size}: ${template.bytes(bytes)}
    </p>
    ${folded(texts.show, body)}`
}
