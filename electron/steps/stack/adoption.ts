import { parseRoleArn } from '../../aws/iam/role-arn.ts'
import { unlessDenied } from '../../aws/client/reply.ts'
import { roleOutputOf, type Stack } from '../../aws/cloudformation/stacks.ts'
import { requestFor } from '../../checklist/hand-over.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { AdoptableStack } from '../../contract/ask/stack.ts'
import type { KnownField } from '../../contract/ask/template.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { accountIdOf, stackOf } from '../shared/account.ts'
import { CONCEALED, parameterOf } from '../../template/parameters.ts'
import { formOf } from './form.ts'
import { currentTemplate } from '../template/template.ts'

/** Written on every stack that this app creates, with the connection; only such a one is deleted by it. */
export const TAG = 'eco-connect'
/** The SHA-256 of the template that a stack was created from. */
export const TEMPLATE_TAG = 'eco-connect-template'
/** How CloudFormation shows the value of a parameter that is kept secret. */
const HIDDEN = /^\*+$/

/**
 * The stacks that have a role for Spot already, whoever created them, except the one in use. Whoever
 * may not list stacks is offered none: a list is a convenience, not a need.
 */
export async function adoptableStacks(context: StepContext): Promise<AdoptableStack[]> {
  const accountId = accountIdOf(context.choices())
  const inUse = stackOf(context.choices())?.id
  const found = await unlessDenied(context.stacks.withRole(context.signal), [])
  return found
    .filter((stack) => stack.id !== inUse && isRoleOf(accountId, roleOutputOf(stack)))
    .map((stack) => ({
      id: stack.id,
      name: stack.name,
      status: stack.status,
      roleArn: roleOutputOf(stack),
      createdHere: TAG in stack.tags,
    }))
}

function isRoleOf(accountId: string, roleArn: string): boolean {
  try {
    return parseRoleArn(roleArn).accountId === accountId
  } catch (error) {
    if (isCode(error, 'role-arn-invalid')) return false
    throw error
  }
}

/**
 * Uses a stack that somebody else, or an earlier connection, has created. Nothing in AWS changes, and
 * the check that follows proves its role like any other. Throws `stack-gone`.
 */
export async function adopt(context: StepContext, stackId: string): Promise<void> {
  const { choices, remember, stacks, signal } = context
  const found = await stacks.find(stackId, signal)
  if (!found) throw fail('stack-gone', { stack: nameIn(stackId) })
  await remember({ stack: choiceOf(context, found, accountIdOf(choices())), ownRole: null })
}

function choiceOf(
  context: StepContext,
  stack: Stack,
  accountId: string,
): NonNullable<Choices['stack']> {
  const { parameters, sha256 } = currentTemplate(context)
  // A stack of another template may call its parameters otherwise: its role has to prove right all the same.
  const given = (field: KnownField): string => {
    const value = stack.parameters[parameterOf(parameters, field)?.name ?? ''] ?? ''
    if (!HIDDEN.test(value)) return value
    return field === 'externalId' ? CONCEALED : ''
  }
  const own = parameters.filter(({ field, hidden }) => field === 'own' && !hidden)
  return {
    accountId,
    name: stack.name,
    id: stack.id,
    requestToken: '',
    // Whatever it was created from: its role has to prove right by the template approved here.
    templateSha256: sha256,
    roleName: given('roleName'),
    policyName: given('policyName'),
    externalId: given('externalId'),
    bucketName: given('bucketName'),
    values: Object.fromEntries(own.map(({ name }) => [name, stack.parameters[name] ?? ''])),
    withoutExternalId: false,
  }
}

/**
 * The stack to take up without a question: somebody else was asked to create it, it was not there then,
 * and there is only one that it can be. One with the name that was asked for is it.
 */
export async function handedBack(context: StepContext): Promise<AdoptableStack | null> {
  const request = requestFor('stack', context.choices())
  if (!request) return null
  const adoptable = await adoptableStacks(context)
  const theirs = adoptable.filter(({ id }) => !request.present.includes(id))
  const { stackName } = formOf(context, currentTemplate(context))
  const asked = theirs.find(({ name }) => name === stackName)
  return asked ?? (theirs.length === 1 ? (theirs[0] ?? null) : null)
}

/** `…:stack/<name>/<uuid>` */
function nameIn(stackId: string): string {
  return stackId.split('/')[1] ?? stackId
}
