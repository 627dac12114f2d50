import { unverified } from '../../checklist/outcome.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { StackByHandAsk } from '../../contract/ask/stack.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Status } from '../../contract/status.ts'
import { externalIdRefusal } from '../../managed/rules.ts'
import { accountIdOf } from '../shared/account.ts'
import { ownRoleOf, type OwnRole } from './own-role.ts'
import { formOf } from './form.ts'
import { filledIn } from '../../template/parameters.ts'
import { currentTemplate } from '../template/template.ts'

/** How the step stands where nothing is read from AWS: what was told is kept, and marked as told. */
export function statusByHand(context: StepContext): Status {
  const told = ownRoleOf(context.choices())
  if (!told) return { kind: 'todo', ask: askByHand(context) }
  const refusal = externalIdRefusal(context.managed, told.externalId)
  if (refusal) return { kind: 'todo', ask: askByHand(context), problem: refusal.error }
  return unverified(context.clock.now(), evidenceOf(told))
}

/** What to type in the CloudFormation console, and what comes back from there. */
function askByHand(context: StepContext): StackByHandAsk {
  const { choices } = context
  const review = currentTemplate(context)
  const form = formOf(context, review)
  const filled = filledIn(form, review.parameters)
  return {
    step: 'stack',
    stage: 'by-hand',
    accountId: accountIdOf(choices()),
    parameters: review.parameters.map(({ name, defaultValue, description, field }) => ({
      name,
      value: filled[name] ?? defaultValue,
      description,
      field,
    })),
    externalIdRequired: context.managed.externalIdRequired,
    stackName: form.stackName,
    templateFileName: review.fileName,
    roleArn: '',
    externalId: form.externalId,
  }
}

function evidenceOf({ roleArn, externalId }: OwnRole): Fact[] {
  return [
    { id: 'role-arn', value: roleArn, copy: true },
    ...(externalId ? [{ id: 'external-id' as const, value: externalId, copy: true }] : []),
  ]
}
