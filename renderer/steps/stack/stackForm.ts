import type { ExistingRole, StackAsk, StackForm } from '../../../electron/contract/ask/stack.ts'
import type { TemplateParameter } from '../../../electron/contract/ask/template.ts'
import type { PlannedChange } from '../../../electron/contract/facts.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'

const FIELDS = ['stackName', 'roleName', 'policyName', 'externalId'] as const

/** The stack's name always; the template's parameters; the bucket is known by now. */
export function shownFields(ask: StackAsk): readonly (typeof FIELDS)[number][] {
  return FIELDS.filter(
    (name) => name === 'stackName' || ask.parameters.some(({ field }) => field === name),
  )
}

/** What is typed, as it is sent: without spaces around it. */
export function formOf(get: (name: keyof StackForm) => string): StackForm {
  return {
    stackName: get('stackName').trim(),
    roleName: get('roleName').trim(),
    policyName: get('policyName').trim(),
    externalId: get('externalId').trim(),
    bucketName: get('bucketName').trim(),
  }
}

/**
 * Whether a problem is about the form for a role that somebody told of. Both forms ask for an
 * external ID: a problem belongs to the one that was sent.
 */
export function isAboutTold(sent: string, problem: AppError | undefined): boolean {
  return sent === 'told' && problem?.field !== 'bucketName'
}

/** A role to show by itself; null for one that can be used, and is offered, with its stack. */
export function roleToShow(ask: StackAsk): ExistingRole | null {
  const { existingRole } = ask
  return existingRole?.trustsRight && isInStack(ask) ? null : existingRole
}

/** Whether no stack can be created with the role's name, as the role is there already. */
export function isRoleTaken(ask: StackAsk, form: StackForm): boolean {
  return !isInStack(ask) && form.roleName === ask.existingRole?.name
}

/** Whether no stack can be created with the policy's name, unless it is that of a stack to use. */
export function isPolicyTaken(ask: StackAsk, form: StackForm): boolean {
  return ask.takenPolicy !== '' && !isInStack(ask) && form.policyName === ask.takenPolicy
}

/** Whether the failed stack stands in the way: under another name one could be created beside it. */
export function isBlocked(ask: StackAsk, form: StackForm): boolean {
  return form.stackName === ask.failedStack?.name
}

/** The parameters that have a field with the template's own words. */
export function ownParameters({ parameters }: StackAsk): readonly TemplateParameter[] {
  return parameters.filter(({ field }) => field === 'own')
}

/** Whether the person has to decide that the role asks for no external ID. */
export function isIdOpen({ asksForId }: StackAsk, { externalId }: StackForm): boolean {
  return asksForId === 'optional' && externalId === ''
}

/**
 * The changes as they will be with what is typed: each `${Name}` is the value of a parameter. `shown` tells
 * what is entered for the template's own ones.
 */
export function changesAs(
  { changes, parameters }: Pick<StackAsk, 'changes' | 'parameters'>,
  form: StackForm,
  own: { readonly values: Readonly<Record<string, string>>; readonly shown: string },
): PlannedChange[] {
  const valueOf = (name: string): string | undefined => {
    const field = parameters.find((one) => one.name === name)?.field
    if (field === 'own') return own.values[name]
    return field === undefined || field === 'default' ? undefined : form[field]
  }
  const typed = (text: string): string =>
    text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => valueOf(name) ?? whole)
  return changes.map(({ id, facts }) => ({
    id,
    facts: {
      ...Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, typed(text)])),
      ...(id === 'create-stack' ? { stack: form.stackName, values: own.shown } : {}),
    },
  }))
}

/** Whether the role that is there belongs to a stack that is offered. */
function isInStack({ adoptable, existingRole }: StackAsk): boolean {
  return adoptable.some(({ roleArn }) => roleArn === existingRole?.arn)
}
