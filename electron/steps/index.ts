import type { AnyStep, Step } from '../checklist/step.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import { bucket } from './bucket/bucket.ts'
import { costReport } from './cost-report/cost-report.ts'
import { plan } from './plan/plan.ts'
import { registration } from './registration/registration.ts'
import { signIn } from './sign-in/sign-in.ts'
import { stack } from './stack/stack.ts'
import { template } from './template/template.ts'

/** What each line of the checklist is. */
const STEPS: { readonly [S in StepId]: AnyStep & Pick<Step<S>, 'id'> } = {
  plan,
  'sign-in': signIn,
  'cost-report': costReport,
  bucket,
  template,
  stack,
  registration,
}

/** The checklist, in order. */
export const steps: readonly AnyStep[] = STEP_IDS.map((id) => STEPS[id])
