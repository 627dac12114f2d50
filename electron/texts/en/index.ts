import type { FactId, StepId } from '../../contract/steps.ts'
import type { ErrorCode } from '../../errors/catalogue.ts'
import type { Language } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { abilities } from './abilities.ts'
import { app } from './app.ts'
import { askMsp } from './ask-msp.ts'
import { audit } from './audit.ts'
import { bill } from './bill.ts'
import { browserPage } from './browser-page.ts'
import { bucket, bucketStep } from './bucket.ts'
import { byHand } from './by-hand.ts'
import { calls } from './calls.ts'
import { changes } from './changes.ts'
import { choices } from './choices.ts'
import { connections } from './connections.ts'
import { costReport, costReportStep } from './cost-report.ts'
import { deliveredFile } from './delivered-file.ts'
import { disconnectDialog } from './disconnect-dialog.ts'
import { disconnect } from './disconnect.ts'
import { disconnected } from './disconnected.ts'
import { erasure } from './erasure.ts'
import { errors } from './errors.ts'
import { appErrors } from './errors/app.ts'
import { awsErrors } from './errors/aws.ts'
import { bucketErrors } from './errors/bucket.ts'
import { consoleErrors } from './errors/console.ts'
import { paperErrors } from './errors/papers.ts'
import { reportErrors } from './errors/cost-report.ts'
import { keysErrors } from './errors/keys.ts'
import { networkErrors } from './errors/network.ts'
import { signInErrors } from './errors/sign-in.ts'
import { policyErrors } from './errors/policy.ts'
import { spotErrors } from './errors/spot.ts'
import { stackErrors } from './errors/stack.ts'
import type { Sentences } from './errors/sentence.ts'
import { facts } from './facts.ts'
import { handOver } from './hand-over.ts'
import { health } from './health.ts'
import { help } from './help/index.ts'
import { language } from './language.ts'
import { LOCALE } from './locale.ts'
import { managed } from './managed.ts'
import { menu } from './menu.ts'
import { modes } from './modes.ts'
import { notifications } from './notifications.ts'
import { openedFile } from './opened-file.ts'
import { overview } from './overview.ts'
import { papers } from './papers.ts'
import { pasted } from './pasted.ts'
import { plan, planStep } from './plan.ts'
import { record } from './record.ts'
import { planPaper } from './plan-paper.ts'
import { registration, registrationStep } from './registration.ts'
import { reminder } from './reminder.ts'
import { requirements } from './requirements.ts'
import { signIn, signInStep } from './sign-in.ts'
import { someoneElse } from './someone-else.ts'
import { stack, stackStep } from './stack.ts'
import { start } from './start.ts'
import { summary } from './summary.ts'
import { template, templateStep } from './template.ts'
import { window } from './window.ts'

/** The compiler refuses a step without its words. */
const steps: { readonly [S in StepId]: StepWords<S> } = {
  plan: planStep,
  'sign-in': signInStep,
  'cost-report': costReportStep,
  bucket: bucketStep,
  template: templateStep,
  stack: stackStep,
  registration: registrationStep,
}

/** The label of each fact, wherever it is proven. */
const labels: Readonly<Record<FactId, string>> = {
  ...planStep.facts,
  ...signInStep.facts,
  ...costReportStep.facts,
  ...bucketStep.facts,
  ...templateStep.facts,
  ...stackStep.facts,
  ...registrationStep.facts,
}

/** Every code has its sentences: the compiler refuses this table with one missing. */
const sentences: Sentences<Record<ErrorCode, unknown>> = {
  ...appErrors,
  ...networkErrors,
  ...awsErrors,
  ...signInErrors,
  ...consoleErrors,
  ...keysErrors,
  ...reportErrors,
  ...bucketErrors,
  ...stackErrors,
  ...spotErrors,
  ...paperErrors,
  ...policyErrors,
}

/** Everything that a person reads, in English. */
export const english = {
  abilities,
  app,
  askMsp,
  audit,
  bill,
  browserPage,
  bucket,
  byHand,
  calls,
  changes,
  choices,
  connections,
  costReport,
  deliveredFile,
  disconnectDialog,
  disconnect,
  disconnected,
  erasure,
  errors: { ...errors, sentences },
  facts: { ...facts, labels },
  handOver,
  health,
  help,
  language,
  managed,
  menu,
  modes,
  notifications,
  openedFile,
  overview,
  papers,
  pasted,
  plan,
  record,
  planPaper,
  registration,
  reminder,
  requirements,
  signIn,
  someoneElse,
  stack,
  start,
  steps,
  summary,
  template,
  window,
} as const

/** English as a language that is spoken. */
export const ENGLISH: Language = { id: 'en', locale: LOCALE, words: english }
