import type { BucketAsk } from './ask/bucket.ts'
import type { AskMspAsk, CostReportAsk, CostReportByHandAsk } from './ask/cost-report.ts'
import type { PlanAsk } from './ask/plan.ts'
import type { RegistrationAsk } from './ask/registration.ts'
import type { SignInAsk } from './ask/sign-in.ts'
import type { StackAsk, StackByHandAsk } from './ask/stack.ts'
import type { TemplateAsk } from './ask/template.ts'

/** What is true of a step for everybody who shows it, records it or hands it over. */
type StepTrait = {
  /** Whoever does it works in the AWS console, in the region of the reports. */
  readonly doneInAws: boolean
  /**
   * It brings about a thing in AWS: that takes permissions there, is read from there whoever did it,
   * and may be gone or changed since.
   */
  readonly thingInAws: boolean
  /** Its form shows what AWS says, which may have changed meanwhile. */
  readonly showsAws: boolean
  /** The facts that it proves. Each has its label among the words of the step. */
  readonly facts: readonly string[]
}

/** The steps, in the order in which they are shown. */
export const STEPS = {
  plan: {
    doneInAws: false,
    thingInAws: false,
    showsAws: false,
    facts: ['managed-by', 'msp-account'],
  },
  'sign-in': {
    doneInAws: true,
    thingInAws: false,
    showsAws: false,
    facts: [
      'account',
      'account-name',
      'signed-in-as',
      'permission-set',
      'assumed-role',
      'iam-user',
      'user-kind',
      'sign-in-way',
      'cli-profile',
      'management-account',
      'organization',
      'bill-payer',
      'bill-payer-email',
      'bill-payer-since',
      'bill-payer-until',
      'bill-decision',
      'next-bill-payer',
      'next-bill-payer-from',
      'pays-bills-of',
    ],
  },
  'cost-report': {
    doneInAws: true,
    thingInAws: true,
    showsAws: true,
    facts: ['report-name', 'report-settings', 'prefix'],
  },
  bucket: {
    doneInAws: true,
    thingInAws: true,
    showsAws: true,
    facts: [
      'bucket',
      'proven-by',
      'bucket-region',
      'bucket-owner',
      'bucket-encryption',
      'bucket-policy',
      'bucket-ownership',
      'bucket-notifications',
      'public-access',
      'report-compression',
      'last-delivery',
      'delivery-status',
      'manifest',
      'billing-period',
      'delivered-files',
      'delivered-at',
      'file-format',
      'file-columns',
      'file-interval',
      'file-rows',
      'file-until',
    ],
  },
  template: {
    doneInAws: false,
    thingInAws: false,
    showsAws: false,
    facts: [
      'template-sha256',
      'template-file',
      'principals',
      'asks-for-id',
      'approved-by',
      'approved-at',
      'claimed-by',
      'claimed-at',
      'claimed-text',
      'claimed-sha256',
    ],
  },
  stack: {
    doneInAws: true,
    thingInAws: true,
    showsAws: false,
    facts: [
      'stack-name',
      'stack-id',
      'stack-status',
      'role-arn',
      'external-id',
      'external-id-note',
      'trust',
      'too-wide',
      'simulated-list',
      'simulated-read',
    ],
  },
  registration: {
    doneInAws: false,
    thingInAws: false,
    showsAws: false,
    facts: [
      'spot-account',
      'spot-organization',
      'submitted-at',
      'way',
      'region',
      // By the person's word, of a role that has taken the place of the first one.
      'role-told-at',
    ],
  },
} as const satisfies Readonly<Record<string, StepTrait>>

export type StepId = keyof typeof STEPS

/** What each step asks; the compiler refuses a step without its questions. */
type Asks = {
  readonly plan: PlanAsk
  readonly 'sign-in': SignInAsk
  readonly 'cost-report': CostReportAsk | CostReportByHandAsk | AskMspAsk
  readonly bucket: BucketAsk
  readonly template: TemplateAsk
  readonly stack: StackAsk | StackByHandAsk
  readonly registration: RegistrationAsk
}
export type Ask = Asks[StepId]

const isStepId = (id: string): id is StepId => Object.hasOwn(STEPS, id)
export const STEP_IDS: readonly StepId[] = Object.keys(STEPS).filter(isStepId)

/** A step's place in the checklist, as people count: from 1. */
export function stepNumber(step: StepId): number {
  return STEP_IDS.indexOf(step) + 1
}

/** The facts of a step, by its id. */
export type FactOf<S extends StepId> = (typeof STEPS)[S]['facts'][number]
/** Every fact that a step can prove. */
export type FactId = FactOf<StepId>

/** What is kept of an earlier or a later build may name a fact that this one does not know. */
export const isFactId = (id: string): id is FactId =>
  STEP_IDS.some((step) => STEPS[step].facts.some((known) => known === id))
