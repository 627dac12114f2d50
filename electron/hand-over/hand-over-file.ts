import type { DiffLine } from '../contract/ask/bucket.ts'
import type { StepId } from '../contract/steps.ts'
import { STEP_TRAITS } from '../contract/step-traits.ts'
import {
  accountAsShown,
  bucketPermissionsLink,
  costReportByHand,
  registrationByHand,
  rightAccount,
  signInByHand,
  stackByHand,
} from '../texts/en/by-hand.ts'
import type { ByHandGuide, ByHandSetting } from '../texts/en/by-hand.ts'
import * as texts from '../texts/en/hand-over.ts'
import type { HandOverData } from './data.ts'
import { html, NOTHING, type Html } from '../documents/html.ts'
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
import { STYLE } from '../documents/style.ts'
import { reviewPart, templateFilePart } from './template-part.ts'

const { HAND_OVER } = texts

/**
 * One readable file that asks another person to do a step: everything they need, without a script,
 * and loading nothing. Every value of `data` is text in it, whatever it contains.
 */
export function handOverFile(step: StepId, data: HandOverData): { name: string; html: string } {
  const { title, why, whom } = texts.REQUESTS[step]
  const { body, sendBack } = CONTENT[step](data)
  const cost = texts.COSTS[step]
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ kind: 'html', markup: STYLE }}
        </style>
      </head>
      <body>
        <header>
          <p class="from">${HAND_OVER.from}</p>
          <h1>${title}</h1>
          <p>${why}</p>
          ${factsTable([...about(step, data), { label: HAND_OVER.whom, value: whom }])}
        </header>
        <main>
          ${problemPart(data.problem)} ${body}
          ${section(HAND_OVER.sendBack, html`<p>${afterwards(step, data)}</p>`, bullets(sendBack))}
          ${permissionsPart(data)}
          ${cost === undefined ? NOTHING : section(HAND_OVER.cost, html`<p>${cost}</p>`)}
        </main>
        <footer>
          <p>${HAND_OVER.noSecrets}</p>
          <p>${HAND_OVER.made(data.appVersion)}, ${timeOf(data.askedAt)}.</p>
        </footer>
      </body>
    </html> `
  const account = /^\d{12}$/.test(data.accountId) ? `-${data.accountId}` : ''
  return { name: `eco-connect-${step}${account}.html`, html: page.markup }
}

function timeOf(time: number): string {
  const shown = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(time)
  return `${shown} UTC`
}

function about(step: StepId, data: HandOverData): ByHandSetting[] {
  const { accountId, accountName, askedAt, askedBy } = data
  const number = accountId === '' ? '' : `${accountId} (shown as ${accountAsShown(accountId)})`
  const account = [number, accountName].filter((part) => part !== '').join(', ')
  return [
    { label: HAND_OVER.account, value: account || HAND_OVER.accountUnknown },
    ...(STEP_TRAITS[step].doneInAws
      ? [{ label: HAND_OVER.region, value: HAND_OVER.regionValue }]
      : []),
    { label: HAND_OVER.askedBy, value: askedBy || HAND_OVER.unknownAsker },
    { label: HAND_OVER.askedAt, value: timeOf(askedAt) },
  ]
}

function afterwards(step: StepId, { byHand }: HandOverData): string {
  const { answer, byHand: values, corrected, found } = texts.AFTERWARDS
  if (!STEP_TRAITS[step].doneInAws) return answer
  if (byHand || step === 'sign-in') return values
  return step === 'bucket' ? corrected : found
}

type Content = { readonly body: Html; readonly sendBack: readonly string[] }

const guide = (made: ByHandGuide): Content => ({
  body: section(HAND_OVER.todo, guidePart(made)),
  sendBack: made.sendBack,
})

const stackGuide = (data: HandOverData): ByHandGuide =>
  stackByHand({
    ...data.stack,
    accountId: data.accountId,
    templateFileName: data.template.fileName,
  })

const CONTENT: Readonly<Record<StepId, (data: HandOverData) => Content>> = {
  plan: () => ({
    body: section(HAND_OVER.todo, stepList(texts.PLAN_STEPS.map((text) => ({ text })))),
    sendBack: texts.PLAN_ANSWERS,
  }),
  'sign-in': wholeProcedure,
  'cost-report': (data) => guide(costReportByHand(data)),
  bucket: bucketContent,
  template: ({ template }) => ({
    body: section(texts.WHOLE.review, reviewPart(template), templateFilePart(template)),
    sendBack: texts.TEMPLATE_ANSWERS(template.sha256),
  }),
  stack(data) {
    const made = stackGuide(data)
    const parts = [templateFilePart(data.template), guidePart(made)]
    return {
      body: html`${section(HAND_OVER.todo, ...parts)}${section(texts.WHOLE.review, reviewPart(data.template))}`,
      sendBack: made.sendBack,
    }
  },
  registration(data) {
    const made = guide(registrationByHand(data))
    const { supportRequest } = data
    if (supportRequest === '') return made
    const request = html`<h3>${texts.SUPPORT_TEXT}</h3>
      <pre>${supportRequest}</pre>`
    return { ...made, body: html`${made.body}${request}` }
  },
}

/** For somebody who has access, when the person who asks has none. */
function wholeProcedure(data: HandOverData): Content {
  const guides = [
    signInByHand(data),
    ...(data.managedBy === 'us' ? [costReportByHand(data)] : []),
    stackGuide(data),
  ]
  const { WHOLE } = texts
  const body = html`${section(
    HAND_OVER.todo,
    html`<p>${WHOLE.parts}:</p>`,
    html`<ol>
      ${guides.map(({ title }) => html`<li>${title}</li>`)}
    </ol>`,
    ...guides.map(guidePart),
    templateFilePart(data.template),
  )}
  ${section(WHOLE.review, html`<p>${WHOLE.reviewIntro}</p>`, reviewPart(data.template))}
  ${section(
    WHOLE.instead,
    html`<p>${WHOLE.insteadHint}</p>`,
    folded(WHOLE.policyText, data.operatorPolicy),
  )}`
  return { body, sendBack: guides.flatMap(({ sendBack }) => sendBack) }
}

/** The text as it is once the change is made. */
const afterChange = (lines: readonly DiffLine[]): string =>
  lines
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join('\n')

function bucketContent(data: HandOverData): Content {
  const { bucketName, policyDiff, deliveryPolicy } = data
  const { BUCKET_FIX } = texts
  const policy =
    policyDiff.length > 0
      ? html`<h3>${BUCKET_FIX.diffTitle}</h3>
          <p>${BUCKET_FIX.diffHint}</p>
          ${diff(policyDiff)}
          <h3>${BUCKET_FIX.wholeTitle}</h3>
          <p>${BUCKET_FIX.wholeHint}</p>
          ${folded(BUCKET_FIX.wholeText, afterChange(policyDiff))}`
      : html`<h3>${BUCKET_FIX.policyTitle}</h3>
          <p>${BUCKET_FIX.policyHint}</p>
          <pre>${deliveryPolicy}</pre>`
  const body = section(
    HAND_OVER.todo,
    html`<p>${rightAccount(data.accountId)}</p>`,
    link(bucketPermissionsLink(bucketName)),
    stepList(BUCKET_FIX.steps(bucketName).map((text) => ({ text }))),
    policy,
  )
  return { body, sendBack: BUCKET_FIX.sendBack }
}
