import type { MspRequest } from '../contract/ask/cost-report.ts'
import type { DiffLine } from '../contract/ask/bucket.ts'
import { STEPS, type StepId } from '../contract/steps.ts'
import { accountAsShown, bucketPermissionsPage } from '../contract/console.ts'
import {
  costReportByHand,
  registrationByHand,
  rightAccount,
  signInByHand,
  stackByHand,
} from '../texts/by-hand.ts'
import type { ByHandGuide, ByHandSetting } from '../texts/by-hand.ts'
import type { Catalogue, Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import { mspRequestText } from '../texts/msp-request.ts'
import { LETTER_LANGUAGE } from '../texts/to-spot/letter.ts'
import { supportRequestLetter } from '../texts/to-spot/support-request.ts'
import type { HandOverData } from './data.ts'
import { html, NOTHING, pageOf, type Html } from '../documents/html.ts'
import { decisionPart, PLAN_STYLE, planPart } from '../documents/plan-page.ts'
import {
  bullets,
  diff,
  factsTable,
  folded,
  guidePart,
  link,
  permissionsPart,
  problemPart,
  section,
  stepList,
} from './parts.ts'
import { reviewPart, templateFilePart } from './template-part.ts'

/**
 * One readable file that asks another person to do a step: everything they need, without a script,
 * and loading nothing. Every value of `data` is text in it, whatever it contains.
 */
export function handOverFile(
  language: Language,
  step: StepId,
  data: HandOverData,
): { name: string; html: string } {
  const { locale, words } = language
  const texts = words.handOver
  const { title, why, whom } = requestFor(words, step, data)
  const askedAt = localeOf(locale).dateInUtc(data.askedAt)
  const page = pageOf(
    { locale, title, also: '; img-src data:', more: PLAN_STYLE },
    html`<header>
        <p class="from">${texts.from}</p>
        <h1>${title}</h1>
        <p>${why}</p>
        ${factsTable([...about(words, STEPS[step].doneInAws, data, askedAt), { label: texts.whom, value: whom }])}
      </header>
      <main>
        ${workPart(words, step, data)} ${permissionsPart(words, data)} ${costPart(words, step)}
      </main>
      ${footer(words, data, askedAt)} ${mspAsked(step, data) ? NOTHING : wholePlan(language, data)}`,
  )
  return { name: `${texts.fileName(step, accountIn(data))}.html`, html: page }
}

/** An MSP is asked in other words than a colleague. */
function requestFor(words: Catalogue, step: StepId, { mspRequest }: HandOverData) {
  return step === 'cost-report' && mspRequest ? words.askMsp.handOver : words.steps[step].request
}

/** What to do for a step, and what to send back. */
export function workPart(words: Catalogue, step: StepId, data: HandOverData): Html {
  const { body, sendBack } = CONTENT[step]?.(words, data) ?? { body: NOTHING, sendBack: [] }
  const then = html`<p>${afterwards(words, step, data)}</p>`
  return html`${problemPart(words, data.problem)} ${billPart(words, step, data)} ${body}
  ${section(words.handOver.sendBack, then, bullets(sendBack))}`
}

/** An MSP is another company: what else is planned is none of its business. */
const mspAsked = (step: StepId, { mspRequest }: HandOverData): boolean =>
  step === 'cost-report' && mspRequest !== null

/** The plan as a whole, for whoever has to approve it: on a sheet of its own when it is printed. */
export const wholePlan = (language: Language, { plan }: HandOverData): Html =>
  html`<details class="plan" open="">
    <summary>${language.words.planPaper.inRequest}</summary>
    ${planPart(language, plan)} ${decisionPart(language.words, plan)}
  </details>`

export function costPart({ handOver }: Catalogue, step: StepId): Html {
  const costs: Readonly<Partial<Record<StepId, string>>> = handOver.costs
  const cost = costs[step]
  return cost === undefined ? NOTHING : section(handOver.cost, html`<p>${cost}</p>`)
}

export const footer = ({ handOver }: Catalogue, data: HandOverData, askedAt: string): Html =>
  html`<footer>
    <p>${handOver.noSecrets}</p>
    <p>${handOver.made(data.appVersion, askedAt)}</p>
  </footer>`

/** The account's number, for the name of a file; '' if it is not known. */
export const accountIn = ({ accountId }: HandOverData): string =>
  /^\d{12}$/.test(accountId) ? accountId : ''

/** Where reports are set up: that another account pays has to be known before. */
function billPart({ handOver }: Catalogue, step: StepId, { billPayer }: HandOverData): Html {
  if (billPayer === '' || (step !== 'sign-in' && step !== 'cost-report')) return NOTHING
  const { title, means } = handOver.paidElsewhere
  return section(title, html`<p>${means(billPayer)}</p>`)
}

export function about(
  { handOver }: Catalogue,
  doneInAws: boolean,
  { accountId, accountName, askedBy }: HandOverData,
  askedAt: string,
): ByHandSetting[] {
  const account = handOver.accountOf(accountId, accountAsShown(accountId), accountName)
  return [
    { label: handOver.account, value: account || handOver.accountUnknown },
    ...(doneInAws ? [{ label: handOver.region, value: handOver.regionValue }] : []),
    { label: handOver.askedBy, value: askedBy || handOver.unknownAsker },
    { label: handOver.askedAt, value: askedAt },
  ]
}

function afterwards(
  { handOver }: Catalogue,
  step: StepId,
  { byHand, mspRequest }: HandOverData,
): string {
  const { answer, byHand: values, corrected, found } = handOver.afterwards
  if (!STEPS[step].doneInAws || (step === 'cost-report' && mspRequest)) return answer
  if (byHand || step === 'sign-in') return values
  return step === 'bucket' ? corrected : found
}

type Content = { readonly body: Html; readonly sendBack: readonly string[] }

const guide = (words: Catalogue, made: ByHandGuide): Content => ({
  body: section(words.handOver.todo, guidePart(words, made)),
  sendBack: made.sendBack,
})

const stackGuide = (words: Catalogue, data: HandOverData): ByHandGuide =>
  stackByHand(words, {
    ...data.stack,
    accountId: data.accountId,
    templateFileName: data.template.fileName,
  })

/** What a file has to do and to send back, where the request alone does not say it. */
const CONTENT: Readonly<
  Partial<Record<StepId, (words: Catalogue, data: HandOverData) => Content>>
> = {
  plan: (words) => ({
    body: section(
      words.handOver.todo,
      stepList(
        words,
        words.handOver.planSteps.map((text) => ({ text })),
      ),
    ),
    sendBack: words.handOver.planAnswers,
  }),
  'sign-in': wholeProcedure,
  'cost-report': (words, data) =>
    data.mspRequest
      ? { body: mspPart(words, data.mspRequest), sendBack: words.askMsp.request.answers }
      : guide(words, costReportByHand(words, data)),
  bucket: bucketContent,
  template: (words, { template }) => ({
    body: section(
      words.handOver.whole.review,
      reviewPart(words, template),
      templateFilePart(words, template),
    ),
    sendBack: words.handOver.templateAnswers(template.sha256),
  }),
  stack(words, data) {
    const made = stackGuide(words, data)
    const { todo, whole } = words.handOver
    const parts = [templateFilePart(words, data.template), guidePart(words, made)]
    return {
      body: html`${section(todo, ...parts)}${section(whole.review, reviewPart(words, data.template))}`,
      sendBack: made.sendBack,
    }
  },
  registration(words, data) {
    const made = guide(words, registrationByHand(words, data))
    if (data.supportRequest === null) return made
    const request = html`<h3>${words.handOver.supportText}</h3>
      <pre lang="${LETTER_LANGUAGE}">${supportRequestLetter(data.supportRequest).text}</pre>`
    return { ...made, body: html`${made.body}${request}` }
  },
}

/** The request to an MSP, as it reads in an e-mail. */
const mspPart = (words: Catalogue, request: MspRequest): Html =>
  section(words.askMsp.handOver.needs, html`<pre>${mspRequestText(words, request)}</pre>`)

/** For somebody who has access, when the person who asks has none. */
function wholeProcedure(words: Catalogue, data: HandOverData): Content {
  const guides = [
    signInByHand(words, data),
    ...(data.managedBy === 'us' ? [costReportByHand(words, data)] : []),
    stackGuide(words, data),
  ]
  const { todo, whole } = words.handOver
  const body = html`${section(
    todo,
    html`<p>${whole.parts}</p>`,
    html`<ol>
      ${guides.map(({ title }) => html`<li>${title}</li>`)}
    </ol>`,
    ...guides.map((one) => guidePart(words, one)),
    templateFilePart(words, data.template),
  )}
  ${section(whole.review, html`<p>${whole.reviewIntro}</p>`, reviewPart(words, data.template))}
  ${section(
    whole.instead,
    html`<p>${whole.insteadHint}</p>`,
    folded(whole.policyText, data.operatorPolicy),
  )}`
  return { body, sendBack: guides.flatMap(({ sendBack }) => sendBack) }
}

/** The text as it is once the change is made. */
const afterChange = (lines: readonly DiffLine[]): string =>
  lines
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join('\n')

function bucketContent(words: Catalogue, data: HandOverData): Content {
  const { bucketName, policyDiff, deliveryPolicy } = data
  const { bucketFix: fix, todo } = words.handOver
  const policy =
    policyDiff.length > 0
      ? html`<h3>${fix.diffTitle}</h3>
          <p>${fix.diffHint}</p>
          ${diff(policyDiff)}
          <h3>${fix.wholeTitle}</h3>
          <p>${fix.wholeHint}</p>
          ${folded(fix.wholeText, afterChange(policyDiff))}`
      : html`<h3>${fix.policyTitle}</h3>
          <p>${fix.policyHint}</p>
          <pre>${deliveryPolicy}</pre>`
  const permissions = {
    label: words.byHand.pages.bucketPermissions,
    href: bucketPermissionsPage(bucketName),
  }
  const body = section(
    todo,
    html`<p>${rightAccount(words, data.accountId)}</p>`,
    link(permissions),
    stepList(
      words,
      fix.steps(bucketName).map((text) => ({ text })),
    ),
    policy,
  )
  return { body, sendBack: fix.sendBack }
}
