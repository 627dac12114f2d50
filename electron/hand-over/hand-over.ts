import { mergeDeliveryPolicy } from '../aws/s3/bucket-policy.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { ActContext, StepContext } from '../checklist/step.ts'
import type { Desktop } from '../base/desktop.ts'
import { HAND_OVER_ENDING } from '../contract/hand-over-file.ts'
import { STEP_IDS, type Ask, type StepId } from '../contract/steps.ts'
import type { DiffLine } from '../contract/ask/bucket.ts'
import { payersIn } from '../contract/ask/bill.ts'
import type { Ability } from '../contract/preflight.ts'
import type { Status } from '../contract/status.ts'
import { requestOf } from '../steps/cost-report/ask-msp.ts'
import { ofThisAccount } from '../steps/shared/account.ts'
import { isApproved, templateToRead } from '../steps/template/template.ts'
import type { Language } from '../texts/catalogue.ts'
import type { HandOverData } from './data.ts'
import { requestForAll } from './all-steps.ts'
import { dataFile, requestedValues } from './data-file.ts'
import { handOverFile } from './hand-over-file.ts'
import { planOf } from './plan-data.ts'
import { bucketOf, bucketToBe, reportFor, stackFor } from './names.ts'

/** What is needed of a step's context, with what the step shows where that is known. */
type Asking = Pick<
  StepContext,
  | 'choices'
  | 'clock'
  | 'proven'
  | 'preflight'
  | 'builtInTemplate'
  | 'earlierTemplates'
  | 'connectionId'
  | 'managed'
> &
  Pick<ActContext, 'checklist'> & { readonly status?: Status | undefined }

/**
 * Saves the page that asks somebody else to do one step or several, and beside it the file that
 * another person's app opens. Uses only what the app knows already: nobody is contacted. Resolves the
 * page's path, or null when the person changed their mind; rejects as `save` does. The page is in the
 * language of whoever is asked; the file has none.
 */
export function createHandOver(options: {
  readonly save: Desktop['saveFile']
  /** The policy of a permission set with which the app can do everything, as JSON. */
  readonly operatorPolicy: string
  readonly appVersion: string
  readonly languageOf: (id: string) => Promise<Language>
}): (
  context: Asking,
  steps: readonly [StepId, ...StepId[]],
  language: string,
) => Promise<string | null> {
  return async (context, [first, ...more], id) => {
    const language = await options.languageOf(id)
    const views = context.checklist()
    const statusOf = (step: StepId): Status | undefined =>
      step === first ? context.status : views.find(({ id }) => id === step)?.status
    const asked = STEP_IDS.filter((step) => step === first || more.includes(step)).map((step) => ({
      step,
      data: gather({ ...context, status: statusOf(step) }, step, options),
    }))
    const data = gather(context, first, options)
    const { name, html } =
      more.length === 0 ? handOverFile(language, first, data) : requestForAll(language, asked)
    const steps = asked.map(({ step }) => step)
    const text = dataFile('request', steps, { ...data, values: requestedValues(data) })
    return options.save(name, html, { ending: HAND_OVER_ENDING, text })
  }
}

/** What the file says, from choices and from what was proven. */
export function gather(
  context: Asking,
  step: StepId,
  given: { readonly operatorPolicy: string; readonly appVersion: string },
): HandOverData {
  const choices = context.choices()
  const { status } = context
  const ask = status && 'ask' in status && status.ask?.step === step ? status.ask : null
  const accountId = choices.account?.id ?? ''
  const report = reportFor(choices, ask, context.managed)
  const bucketName = bucketOf(choices)
  // What may not be used is asked of nobody.
  const template = templateToRead(context).review
  return {
    askedAt: context.clock.now(),
    askedBy: context.proven('sign-in', 'signed-in-as'),
    roleName: context.proven('sign-in', 'permission-set') || choices.roleName,
    connection: choices.label || (choices.account?.name ?? ''),
    accountId,
    accountName: choices.account?.name ?? '',
    managedBy: choices.plan?.managedBy ?? 'us',
    byHand: choices.byHand,
    report,
    bucketName,
    roleArn: context.proven('stack', 'role-arn') || ownRoleOf(choices),
    template,
    approved: isApproved(context, template),
    stack: stackFor(choices, template, bucketName || bucketToBe(choices, report), context.managed),
    ability: abilityOf(context, step),
    problem: status?.kind === 'failed' ? status.error : null,
    policyDiff: diffOf(ask),
    deliveryPolicy: deliveryPolicyOf(bucketName, accountId),
    billPayer: payerOf(context, ask),
    mspRequest: choices.plan?.managedBy === 'msp' ? requestOf(context) : null,
    supportRequest: ask?.step === 'registration' ? ask.supportRequest : null,
    plan: planOf({ ...context, appVersion: given.appVersion }),
    operatorPolicy: given.operatorPolicy,
    appVersion: given.appVersion,
  }
}

const ownRoleOf = (choices: Choices): string =>
  ofThisAccount(choices.ownRole, choices)?.roleArn ?? ''

/** As the sign-in has proven it, or shows it. An MSP's report is not set up here. */
function payerOf(context: Asking, ask: Ask | null): string {
  if (context.choices().plan?.managedBy === 'msp') return ''
  if (ask?.step === 'sign-in' && (ask.stage === 'paid-elsewhere' || ask.stage === 'bill'))
    return payersIn(ask.bill.paidBy).replaceAll(',', ', ')
  const payer = context.proven('sign-in', 'bill-payer')
  return /^\d{12}/.test(payer) ? payer : ''
}

function abilityOf(context: Asking, step: StepId): Ability | null {
  const preflight = context.preflight()
  if (preflight.kind !== 'known') return null
  return preflight.abilities.find((ability) => ability.step === step) ?? null
}

/** The change that the app offered, or found necessary, and could not or may not make. */
function diffOf(ask: Ask | null): readonly DiffLine[] {
  if (ask?.step === 'bucket') return ask.repair?.diff ?? []
  if (ask?.step === 'cost-report' && ask.stage === 'choose')
    return ask.existingBucket?.policy?.diff ?? []
  return []
}

function deliveryPolicyOf(bucketName: string, accountId: string): string {
  if (bucketName === '' || accountId === '') return ''
  const { policy } = mergeDeliveryPolicy(null, bucketName, accountId)
  return JSON.stringify(JSON.parse(policy), null, 2)
}
