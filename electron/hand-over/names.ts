import { suggestedBucketNames } from '../aws/client/bucket-name.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { ReportDraft } from '../contract/ask/cost-report.ts'
import type { TemplateReview } from '../contract/ask/template.ts'
import { UNKNOWN_ACCOUNT } from '../contract/console.ts'
import type { Managed } from '../contract/managed.ts'
import type { Ask } from '../contract/steps.ts'
import { draftRefusal } from '../steps/cost-report/ask.ts'
import { bucketNameOf, ofThisAccount, stackOf } from '../steps/shared/account.ts'
import { PROPOSED } from '../steps/shared/proposed-names.ts'
import { CONCEALED, filledIn } from '../template/parameters.ts'
import type { HandOverData } from './data.ts'

/** Chosen with a report, or told by whoever set it up. */
export const bucketOf = (choices: Choices): string =>
  bucketNameOf(choices) || (ofThisAccount(choices.typedBucket, choices)?.bucketName ?? '')

/** An MSP's bucket has a name that nobody here can propose. */
export const bucketToBe = ({ plan }: Choices, report: Pick<ReportDraft, 'bucketName'>): string =>
  plan?.managedBy === 'msp' ? '' : report.bucketName

/**
 * Names for a new report: as typed so far, else as the app would propose them. A bucket that may not be
 * used is asked of nobody.
 */
export function reportFor(choices: Choices, ask: Ask | null, managed: Managed): ReportDraft {
  const typed = typedSoFar(choices, ask)
  if (typed && draftRefusal({ managed }, typed) === null) return typed
  const accountId = choices.account?.id ?? UNKNOWN_ACCOUNT
  const { reportName, prefix } = typed ?? PROPOSED
  const { regional, global } = suggestedBucketNames(accountId, managed)
  return { reportName, bucketName: regional || global, prefix, bucketIsNew: true }
}

function typedSoFar(choices: Choices, ask: Ask | null): ReportDraft | null {
  if (ask?.step === 'cost-report' && ask.stage === 'choose') return ask.draft
  if (ask?.step === 'cost-report' && ask.stage === 'by-hand') return ask.suggestion
  return ofThisAccount(choices.reportDraft, choices)
}

/** Names and values for a stack: as it was chosen or typed, else as the template proposes them. */
export function stackFor(
  choices: Choices,
  template: TemplateReview,
  bucketName: string,
  managed: Managed,
): HandOverData['stack'] {
  const chosen = stackOf(choices)
  const known = {
    roleName: chosen?.roleName ?? '',
    policyName: chosen?.policyName ?? '',
    externalId: chosen?.externalId === CONCEALED ? '' : (chosen?.externalId ?? ''),
    bucketName,
  }
  const filled = filledIn({ ...known, values: chosen?.values ?? {} }, template.parameters)
  return {
    externalIdRequired: managed.externalIdRequired,
    stackName: chosen?.name ?? PROPOSED.stackName,
    parameters: template.parameters.map(({ name, defaultValue, description, field }) => ({
      name,
      value: filled[name] || defaultValue,
      description,
      field,
    })),
  }
}
