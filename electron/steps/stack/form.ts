import { parseExistingBucketName } from '../../aws/client/bucket-name.ts'
import { EXTERNAL_ID } from '../../aws/iam/external-id.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { StackForm } from '../../contract/ask/stack.ts'
import type { KnownField, TemplateParameter, TemplateReview } from '../../contract/ask/template.ts'
import type { As } from '../../contract/commands.ts'
import { fail } from '../../errors/failure.ts'
import { brokenRule } from '../../template/parameter-rules.ts'
import { CONCEALED, parameterOf } from '../../template/parameters.ts'
import { bucketNameOf, stackOf } from '../shared/account.ts'
import { PROPOSED } from '../shared/proposed-names.ts'

/** A form that is filled in: with the values of the template's own parameters. */
export type FilledForm = StackForm & { readonly values: Readonly<Record<string, string>> }

/** What CloudFormation and IAM accept, by field; checked here so that the sentence is at the field. */
const RULES = [
  ['roleName', /^[\w+=,.@-]{1,64}$/, 'role-name-invalid'],
  ['policyName', /^[\w+=,.@-]{1,128}$/, 'policy-name-invalid'],
  ['externalId', EXTERNAL_ID, 'external-id-invalid'],
] as const

/**
 * Trims what was typed. Throws the field's own error if AWS would refuse it; what the template has
 * no parameter for is not asked and not judged. The field of a parameter of the template's own is
 * `parameter:<name>`.
 */
export function parseStackForm(
  typed: FilledForm,
  { parameters }: Pick<TemplateReview, 'parameters'>,
): FilledForm {
  const asks = (field: KnownField): boolean => parameterOf(parameters, field) !== undefined
  const form = {
    stackName: typed.stackName.trim(),
    roleName: typed.roleName.trim(),
    policyName: typed.policyName.trim(),
    externalId: asks('externalId') ? typed.externalId.trim() : '',
    bucketName: asks('bucketName')
      ? parseExistingBucketName(typed.bucketName)
      : typed.bucketName.trim(),
    values: valuesIn(typed, parameters),
  }
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(form.stackName)) {
    throw fail('stack-name-invalid', { typed: form.stackName }, { field: 'stackName' })
  }
  for (const [field, rule, code] of RULES) {
    if (asks(field) && !rule.test(form[field])) {
      throw fail(code, { typed: form[field] }, { field })
    }
  }
  for (const parameter of parameters) refuseBroken(parameter, form)
  return form
}

/** A value that is to be kept from everybody is left as it was typed: a space may belong to it. */
function valuesIn(
  { values }: FilledForm,
  parameters: readonly TemplateParameter[],
): FilledForm['values'] {
  return Object.fromEntries(
    parameters
      .filter(({ field }) => field === 'own')
      .map(({ name, hidden }) => {
        const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? ''
        return [name, hidden ? value : value.trim()]
      }),
  )
}

function refuseBroken(parameter: TemplateParameter, form: FilledForm): void {
  const { name, field, hidden, rule } = parameter
  if (field === 'default') return
  const value = field === 'own' ? (form.values[name] ?? '') : form[field]
  const facts = { name, constraint: rule.constraint }
  const more = { field: field === 'own' ? `parameter:${name}` : field }
  // An empty field of the template's own is forgotten rather than meant, unless the template says so.
  if (field === 'own' && value === '' && !mayBeEmpty(rule)) {
    throw fail('parameter-invalid', { ...facts, rule: 'missing', limit: '' }, more)
  }
  const broken = brokenRule(rule, value)
  // Whoever may use the role without an external ID is asked about that with other words.
  if (!broken || (field === 'externalId' && value === '')) return
  // A limit tells something of what is hidden, as the template does too.
  throw fail('parameter-invalid', { ...facts, ...broken, hidden: hidden ? 'yes' : '' }, more)
}

function mayBeEmpty(rule: TemplateParameter['rule']): boolean {
  const says = rule.allowed !== null || rule.pattern !== '' || rule.minLength !== ''
  return says && brokenRule(rule, '') === null
}

/** What was typed last, else what the template proposes. */
export function formOf(
  { choices }: Pick<StepContext, 'choices'>,
  { parameters }: Pick<TemplateReview, 'parameters'>,
): FilledForm {
  const chosen = stackOf(choices())
  const given = (typed: string | undefined, field: KnownField): string =>
    typed || (parameterOf(parameters, field)?.defaultValue ?? '')
  const externalId = chosen?.externalId ?? given('', 'externalId')
  return {
    stackName: chosen?.name ?? PROPOSED.stackName,
    roleName: given(chosen?.roleName, 'roleName'),
    policyName: given(chosen?.policyName, 'policyName'),
    externalId: externalId === CONCEALED ? '' : externalId,
    bucketName: bucketNameOf(choices()),
    values: Object.fromEntries(
      parameters
        .filter(({ field, hidden }) => field === 'own' && !hidden)
        .map(({ name }) => [name, chosen?.values[name] ?? '']),
    ),
  }
}

export type CreateStack = As<'stack', 'create'>
