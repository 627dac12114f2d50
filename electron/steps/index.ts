import type { Step } from '../checklist/step.ts'
import { bucket } from './bucket.ts'
import { costReport } from './cost-report.ts'
import { plan } from './plan.ts'
import { registration } from './registration.ts'
import { signIn } from './sign-in.ts'
import { stack } from './stack.ts'
import { template } from './template.ts'

/** The checklist, in order. A new step is one file and one line here. */
export const steps: readonly Step[] = [
  plan,
  signIn,
  costReport,
  bucket,
  template,
  stack,
  registration,
]
