import { parseExistingBucketName } from '../../aws/client/bucket-name.ts'
import { EXTERNAL_ID } from '../../aws/iam/external-id.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { StackForm } from '../../contract/ask/stack.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import { fail } from '../../errors/failure.ts'
import { PARAMETER_OF } from '../../template/parameters.ts'
import { bucketNameOf, stackOf } from '../shared/account.ts'
import { PROPOSED } from '../shared/proposed-names.ts'

/** What CloudFormation and IAM accept, by field; checked here so that the sentence is at the field. */
const RULES = [
  ['stackName', /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/, 'stack-name-invalid'],
  ['roleName', /^[\w+=,.@-]{1,64}$/, 'role-name-invalid'],
  ['policyName', /^[\w+=,.@-]{1,128}$/, 'policy-name-invalid'],
  ['externalId', EXTERNAL_ID, 'external-id-invalid'],
] as const

/**
 * Trims what was typed. Throws the field's own error if AWS would refuse it; what the template has
 * no parameter for (`known`) is not asked and not judged.
 */
export function parseStackForm(typed: StackForm, known: readonly string[]): StackForm {
  const form = {
    stackName: typed.stackName.trim(),
    roleName: typed.roleName.trim(),
    policyName: typed.policyName.trim(),
    externalId: typed.externalId.trim(),
    bucketName: known.includes(PARAMETER_OF.bucketName)
      ? parseExistingBucketName(typed.bucketName)
      : typed.bucketName.trim(),
  }
  for (const [field, rule, code] of RULES) {
    if (field !== 'stackName' && !known.includes(PARAMETER_OF[field])) continue
    if (!rule.test(form[field])) throw fail(code, { typed: form[field] }, { field })
  }
  return form
}

/** What was typed last, else what the template proposes. */
export function formOf(
  { choices }: Pick<StepContext, 'choices'>,
  parameters: TemplateReview['parameters'],
): StackForm {
  const chosen = stackOf(choices())
  const given = (typed: string | undefined, parameter: string): string =>
    typed || (parameters.find(({ name }) => name === parameter)?.defaultValue ?? '')
  return {
    stackName: chosen?.name ?? PROPOSED.stackName,
    roleName: given(chosen?.roleName, PARAMETER_OF.roleName),
    policyName: given(chosen?.policyName, PARAMETER_OF.policyName),
    externalId: chosen?.externalId ?? given('', PARAMETER_OF.externalId),
    bucketName: bucketNameOf(choices()),
  }
}
