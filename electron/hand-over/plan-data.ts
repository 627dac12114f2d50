import type { Choices } from '../checklist/state-file.ts'
import type { StepContext } from '../checklist/step.ts'
import { payersIn } from '../contract/ask/bill.ts'
import type { TemplateReview } from '../contract/ask/template.ts'
import type { StepView } from '../contract/status.ts'
import type { Ask, FactId, StepId } from '../contract/steps.ts'
import { provenFact } from '../checklist/outcome.ts'
import type { PlanPaper, PlannedId, PlannedRegistration } from '../texts/plan-paper.ts'
import { ofThisAccount, stackOf } from '../steps/shared/account.ts'
import { createdIn } from '../steps/shared/created.ts'
import { isApproved, templateToRead } from '../steps/template/template.ts'
import { CONCEALED } from '../template/parameters.ts'
import { bucketOf, bucketToBe, reportFor, stackFor } from './names.ts'
import { reportFates } from './plan-report.ts'
import { stackFates } from './plan-stack.ts'

/** What a plan is made of. Nobody is contacted for it. */
export type Planning = Pick<
  StepContext,
  'choices' | 'clock' | 'builtInTemplate' | 'earlierTemplates' | 'connectionId' | 'managed'
> & {
  readonly checklist: () => readonly StepView[]
  readonly appVersion: string
}

/** What is known of one step. */
export type Known = {
  readonly choices: Choices
  readonly review: TemplateReview
  readonly view: (step: StepId) => StepView | undefined
  /** A fact that a step has proven, now or before it could not be looked at; '' if it has not. */
  readonly fact: (step: StepId, id: FactId) => string
  /** What the step asks; null if it asks nothing. */
  readonly ask: <S extends StepId>(step: S) => Extract<Ask, { step: S }> | null
}

/** The plan as it is at this moment, from choices and from what was proven or told. */
export function planOf(planning: Planning): PlanPaper {
  const { clock, connectionId, appVersion } = planning
  const choices = planning.choices()
  const { review, problem } = templateToRead(planning)
  const known = knownOf(choices, review, planning.checklist())
  const { fact } = known
  const draft = reportFor(choices, known.ask('cost-report'), planning.managed)
  const bucketName = bucketOf(choices) || bucketToBe(choices, draft)
  const names = stackFor(choices, review, bucketName, planning.managed)
  const hidden = new Set(review.parameters.filter((one) => one.hidden).map(({ name }) => name))
  const values = names.parameters.filter(({ name, value }) => value !== '' && !hidden.has(name))
  const payer = fact('sign-in', 'bill-payer')
  return {
    madeAt: clock.now(),
    appVersion,
    stage: stageOf(choices),
    connection: choices.label,
    connectionId,
    accountId: choices.account?.id ?? '',
    accountName: choices.account?.name ?? '',
    managedBy: choices.plan?.managedBy ?? null,
    byHand: choices.byHand,
    billPayer: paidBy(known) || (/^\d{12}/.test(payer) ? payer : ''),
    ...reportFates(known, draft),
    ...stackFates(known, names.stackName, values),
    externalId: externalIdOf(choices, review),
    roleArn: fact('stack', 'role-arn') || (ofThisAccount(choices.ownRole, choices)?.roleArn ?? ''),
    registration: registrationOf(choices),
    template: review,
    refusedTemplate: problem ? (choices.ownTemplate?.fileName ?? '') : '',
    approved:
      problem === null && isApproved(planning, review) ? (choices.approvedTemplate ?? null) : null,
  }
}

function knownOf(choices: Choices, review: TemplateReview, views: readonly StepView[]): Known {
  const view = (step: StepId): StepView | undefined => views.find(({ id }) => id === step)
  return {
    choices,
    review,
    view,
    fact(step, id) {
      const { status, earlier } = view(step) ?? {}
      const before = earlier?.evidence.find((one) => one.id === id)?.value ?? ''
      return (status ? provenFact(status, id) : '') || before
    },
    ask<S extends StepId>(step: S) {
      const status = view(step)?.status
      const ask = status && 'ask' in status ? status.ask : undefined
      return isOf(ask, step) ? ask : null
    },
  }
}

const isOf = <S extends StepId>(ask: Ask | undefined, step: S): ask is Extract<Ask, { step: S }> =>
  ask?.step === step

/** Whether something of it is there, by what the app created or was told. */
function stageOf(choices: Choices): PlanPaper['stage'] {
  const { disconnected, registered, ownRole, mspReport } = choices
  if (disconnected) return 'taken-back'
  if (registered) return 'finished'
  const begun =
    createdIn(choices).length > 0 ||
    bucketOf(choices) !== '' ||
    (stackOf(choices)?.id ?? '') !== '' ||
    ofThisAccount(ownRole, choices) !== null ||
    (ofThisAccount(mspReport, choices)?.at ?? null) !== null
  return begun ? 'begun' : 'before'
}

/** By what the sign-in step shows, before anybody has decided about it. */
function paidBy({ choices, ask }: Known): string {
  const asked = ask('sign-in')
  if (choices.plan?.managedBy === 'msp') return ''
  if (asked?.stage !== 'paid-elsewhere' && asked?.stage !== 'bill') return ''
  return payersIn(asked.bill.paidBy).replaceAll(',', ', ')
}

function externalIdOf(choices: Choices, { asksForId }: TemplateReview): PlannedId {
  const role = ofThisAccount(choices.ownRole, choices)
  if (role) return role.externalId === '' ? { kind: 'none' } : valueOf(role.externalId)
  if (asksForId === 'no') return { kind: 'not-asked' }
  const stack = stackOf(choices)
  if (stack?.externalId) return valueOf(stack.externalId)
  const isSettled = stack !== null && (stack.withoutExternalId || stack.id !== '')
  return isSettled ? { kind: 'none' } : { kind: 'open', optional: asksForId === 'optional' }
}

const valueOf = (value: string): PlannedId =>
  value === CONCEALED ? { kind: 'hidden' } : { kind: 'value', value }

function registrationOf({ registered }: Choices): PlannedRegistration {
  if (!registered) return { kind: 'to-do' }
  const { way, at, confirmedAt } = registered
  if (way !== 'spot-support') return { kind: 'registered', at }
  return { kind: 'asked-spot', at, confirmed: confirmedAt !== null }
}
