import type { DiffLine } from '../contract/ask/bucket.ts'
import type { MspRequest } from '../contract/ask/cost-report.ts'
import type { ManagedBy } from '../contract/ask/plan.ts'
import type { SupportRequest } from '../contract/ask/registration.ts'
import type { TemplateReview } from '../contract/ask/template.ts'
import type { Ability } from '../contract/preflight.ts'
import type { AppError } from '../errors/app-error.ts'
import type { ByHandReport, ByHandStack } from '../texts/by-hand.ts'
import type { PlanPaper } from '../texts/plan-paper.ts'

/** What a hand-over file says besides its fixed sentences: names and numbers, never a secret. */
export type HandOverData = {
  /** Milliseconds since the epoch. */
  readonly askedAt: number
  /** As whom the person is signed in; '' if not. */
  readonly askedBy: string
  /** What the person calls the connection, or its account; '' for neither. */
  readonly connection: string
  /** The permission set or role of the person who asks; '' if not known. */
  readonly roleName: string
  /** Twelve digits; '' if not known. */
  readonly accountId: string
  readonly accountName: string
  readonly managedBy: ManagedBy
  /** True when the app reads nothing from AWS, and so needs every value back. */
  readonly byHand: boolean
  readonly report: ByHandReport
  /** The bucket of the report that was chosen; '' if none is. */
  readonly bucketName: string
  readonly roleArn: string
  readonly template: TemplateReview
  /** Whether the person who asks has approved the template as it is. */
  readonly approved: boolean
  readonly stack: Pick<ByHandStack, 'stackName' | 'parameters' | 'externalIdRequired'>
  /** Null unless the person who asks is known to lack something. */
  readonly ability: Ability | null
  /** Why the step has stopped; null if it has not. */
  readonly problem: AppError | null
  /** The change to the bucket's policy, if the app has read it; [] if not. */
  readonly policyDiff: readonly DiffLine[]
  /** The statements that let AWS deliver into the bucket, as JSON; '' when there is no bucket. */
  readonly deliveryPolicy: string
  /** Accounts that pay this organization's bill by AWS's word, with a comma between; '' if none is known to. */
  readonly billPayer: string
  /** What an MSP is asked for; null where nobody else sets up the report. */
  readonly mspRequest: MspRequest | null
  /** What the request to Spot Support of an MSP's customer says; null for others. */
  readonly supportRequest: SupportRequest | null
  /** What will change in the account as a whole, for whoever has to approve it. */
  readonly plan: PlanPaper
  /** The permission set with which the app can do everything, as JSON. */
  readonly operatorPolicy: string
  readonly appVersion: string
}
