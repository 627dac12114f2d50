import type { Choices } from '../checklist/state-file.ts'
import type { StepView } from '../contract/status.ts'
import { provenFact } from '../checklist/outcome.ts'
import {
  bucketNameOf,
  ofThisAccount,
  reportOf,
  stackOf,
  typedBucketOf,
} from '../steps/shared/account.ts'
import { CONCEALED } from '../template/parameters.ts'
import { dataFile, known } from './data-file.ts'
import type { FactId, StepId } from '../contract/steps.ts'
import { HAND_OVER_ENDING } from '../contract/hand-over-file.ts'
import type { TemplateReview } from '../contract/ask/template.ts'

/**
 * What was set up, for the app of whoever asked for it: the names of what is there, as proven or told.
 * Null when nothing of it is there yet.
 */
export function answerFile(given: {
  readonly choices: Choices
  readonly steps: readonly StepView[]
  /** The template to review, and whether it is approved. */
  readonly template: TemplateReview
  readonly approved: boolean
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly appVersion: string
  /** The suggested name without its ending. */
  readonly fileName: (accountId: string) => string
}): { readonly name: string; readonly text: string } | null {
  const { choices, steps, template, approved, at, appVersion, fileName } = given
  const proven = (step: StepId, fact: FactId): string => {
    const view = steps.find(({ id }) => id === step)
    return view ? provenFact(view.status, fact) : ''
  }
  const report = reportOf(choices)
  const stack = stackOf(choices)
  const role = ofThisAccount(choices.ownRole, choices)
  const roleArn = proven('stack', 'role-arn') || (role?.roleArn ?? '')
  const bucketName = bucketNameOf(choices)
  if (roleArn === '' && bucketName === '') return null
  const externalId = role?.externalId ?? stack?.externalId ?? ''
  const accountId = choices.account?.id ?? ''
  const done = steps.filter(({ status }) => status.kind === 'done').map(({ id }) => id)
  const text = dataFile('answer', done, {
    askedAt: at,
    askedBy: proven('sign-in', 'signed-in-as'),
    connection: choices.label || (choices.account?.name ?? ''),
    accountId,
    template,
    approved,
    appVersion,
    values: {
      managedBy: choices.plan?.managedBy,
      mspAccountId: known(choices.plan?.mspAccountId ?? ''),
      reportName: known(report?.name ?? ''),
      bucketName: known(bucketName),
      prefix: known(
        report?.prefix ?? typedBucketOf(choices)?.prefix ?? choices.mspReport?.prefix ?? '',
      ),
      stackName: known(stack?.name ?? ''),
      roleArn: known(roleArn),
      externalId: externalId === CONCEALED ? undefined : known(externalId),
    },
  })
  return { name: `${fileName(accountId)}${HAND_OVER_ENDING}`, text }
}
