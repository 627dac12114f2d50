import type { BucketAsk } from './bucket.ts'
import type { CostReportAsk, CostReportByHandAsk } from './cost-report.ts'
import type { PlanAsk } from './plan.ts'
import type { RegistrationAsk } from './registration.ts'
import type { SignInAsk } from './sign-in.ts'
import type { StackAsk, StackByHandAsk } from './stack.ts'
import type { TemplateAsk } from './template.ts'

export type Ask =
  | PlanAsk
  | SignInAsk
  | CostReportAsk
  | CostReportByHandAsk
  | BucketAsk
  | TemplateAsk
  | StackAsk
  | StackByHandAsk
  | RegistrationAsk
