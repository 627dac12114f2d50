import { unlessDenied } from '../../aws/client/reply.ts'
import { conditionOf, isDeletable } from '../../aws/cloudformation/stack-condition.ts'
import { deleteStack } from '../../aws/cloudformation/stack-deletion.ts'
import type { Stack } from '../../aws/cloudformation/stacks.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { StackForm } from '../../contract/ask/stack.ts'
import type { Command } from '../../contract/commands.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { accountIdOf, bucketNameOf, stackOf } from '../shared/account.ts'
import { isRemembered, remembering, wasRefused, withoutRefused } from '../shared/created.ts'
import { ownRoleOf, parseOwnRole } from './own-role.ts'
import { proveOwnRole, refuseUnprovable } from './role-proof.ts'
import { adopt, handedBack, TAG, TEMPLATE_TAG } from './adoption.ts'
import { askOf, isPolicyTaken, templateFacts } from './ask.ts'
import { statusByHand } from './by-hand.ts'
import { PARAMETER_OF, parametersOf } from '../../template/parameters.ts'
import { parseStackForm } from './form.ts'
import { goneStatus, orAsk, statusOf } from './status.ts'
import { currentTemplate, isApproved } from '../template/template.ts'

const IAM_CAPABILITIES = new Set(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'])

/**
 * The role for Spot: created with CloudFormation, taken from a stack that is there, or told by its
 * ARN. Whichever it is, it is proven in the same way.
 */
export const stack: Step<'stack', never> = {
  id: 'stack',
  needs: ['sign-in', 'bucket', 'template'],
  appliesTo: () => null,

  async check(context) {
    if (context.choices().byHand) return statusByHand(context)
    const status = await current(context)
    if (status.kind !== 'todo' && status.kind !== 'failed') return status
    const theirs = await handedBack(context)
    if (!theirs) return status
    await adopt(context, theirs.id)
    return current(context)
  },

  answers: {
    change: ({ remember }) => remember({ stack: null, ownRole: null }),
    async 'use-role'({ remember, choices }, command) {
      await remember({ ownRole: parseOwnRole(command, choices()), stack: null })
    },
    async create(context, command) {
      refuseByHand(context.choices())
      await create(context, command)
    },
    async adopt(context, { stackId }) {
      refuseByHand(context.choices())
      await adopt(context, stackId)
    },
    async 'delete-failed'(context) {
      refuseByHand(context.choices())
      await deleteFailed(context)
    },
  },
  instant: {},
}

/** How it stands with the role that is in use; a question, while there is none. */
async function current(context: StepContext): Promise<Status> {
  const { choices } = context
  const role = ownRoleOf(choices())
  if (role) return orAsk(context, () => proveOwnRole(context, role))
  const found = await chosenStack(context)
  if (found) return judge(context, found)
  const chosen = stackOf(choices())
  if (chosen?.id) return goneStatus(context, chosen.name)
  return { kind: 'todo', ask: await askOf(context) }
}

function refuseByHand({ byHand }: Choices): void {
  if (byHand) throw fail('not-now', { step: 'stack' })
}

/** The stack in use, if it is there. Without an ID it is ours only if the tag says so. */
async function chosenStack(context: StepContext): Promise<Stack | null> {
  const { choices, stacks, connectionId, signal } = context
  const chosen = stackOf(choices())
  const found = chosen && (await stacks.find(chosen.id || chosen.name, signal))
  return found && (chosen.id || found.tags[TAG] === connectionId) ? found : null
}

async function judge(context: StepContext, found: Stack): Promise<Status> {
  if (stackOf(context.choices())?.templateSha256 === currentTemplate(context).sha256) {
    return statusOf(context, found)
  }
  const { error } = fail('stack-other-template', { stack: found.name })
  return { kind: 'failed', error, ask: await askOf(context) }
}

async function create(
  context: ActContext,
  typed: Extract<Command, { step: 'stack'; action: 'create' }>,
): Promise<void> {
  const { choices, remember, report, stacks, roles, randomToken, connectionId, signal } = context
  if (!typed.acknowledged) throw fail('not-acknowledged', {}, { field: 'acknowledged' })
  const review = currentTemplate(context)
  if (!isApproved(context, review)) throw fail('template-changed')

  report({ kind: 'working', doing: 'validating-template' })
  const facts = await templateFacts(context, review)
  const strange = facts.capabilities.filter((name) => !IAM_CAPABILITIES.has(name))
  if (strange.length > 0) throw fail('capability-unexpected', { capability: strange.join(', ') })
  const known = facts.parameters.map(({ name }) => name)
  const form = parseStackForm({ ...typed, bucketName: bucketOf(choices(), typed) }, known)
  refuseUnprovable(review, accountIdOf(choices()), form)

  const before = stackOf(choices())
  const { stackName: name, ...names } = form
  const rest = { ...names, accountId: accountIdOf(choices()), name, templateSha256: review.sha256 }
  const namesake = await stacks.find(name, signal)
  if (namesake && conditionOf(namesake.status) !== 'deleted') {
    if (namesake.tags[TAG] !== connectionId || namesake.tags[TEMPLATE_TAG] !== review.sha256) {
      throw fail('stack-name-taken', { stack: name }, { field: 'stackName' })
    }
    const wanted = parametersOf(form, known)
    const same = Object.entries(wanted).every(
      ([name, value]) => namesake.parameters[name] === value,
    )
    if (!same) throw fail('stack-name-taken', { stack: name }, { field: 'stackName' })
    // Created from here, by a request whose answer was lost: the check that follows judges it.
    const stack = { ...rest, id: namesake.id, requestToken: '' }
    return remember({ stack, ownRole: null })
  }
  // The token is on disk before the request leaves: a repeated request creates nothing twice. What
  // was typed is there with it, so that the form and what it collides with are shown again.
  const requestToken =
    before?.name === name && before.id === '' ? before.requestToken : randomToken()
  await remember({ stack: { ...rest, id: '', requestToken }, ownRole: null })
  if (known.includes(PARAMETER_OF.roleName)) {
    // Whoever may not read roles learns of a taken name from CloudFormation.
    const role = await unlessDenied(roles.find(form.roleName, signal), null)
    if (role) throw fail('role-exists', { role: form.roleName }, { field: 'roleName' })
  }
  if (known.includes(PARAMETER_OF.policyName) && (await isPolicyTaken(context, form.policyName)))
    throw fail('policy-exists', { policy: form.policyName }, { field: 'policyName' })
  const thing = { kind: 'stack' as const, accountId: rest.accountId, name, id: '' }
  // What an earlier attempt may have created is not forgotten for a refusal of this one.
  const isNew = !isRemembered(choices(), 'stack', name)
  await remember(remembering(choices(), thing))
  report({ kind: 'working', doing: 'creating-stack' })
  const creating = stacks.create(
    {
      name,
      body: review.body,
      parameters: parametersOf(form, known),
      capabilities: facts.capabilities,
      token: requestToken,
      tags: { [TAG]: connectionId, [TEMPLATE_TAG]: review.sha256 },
    },
    signal,
  )
  const id = await creating.catch(async (error: unknown) => {
    if (isNew && wasRefused(error, 'CreateStack')) await remember(withoutRefused(choices(), thing))
    throw error
  })
  await remember({
    stack: { ...rest, id, requestToken },
    ...remembering(choices(), { ...thing, id }),
  })
}

/** Deletes only what failed, only if this connection created it, only because the person said so. May throw `removal-slow`. */
async function deleteFailed(context: ActContext): Promise<void> {
  const { choices, remember, report, stacks, connectionId, signal } = context
  const chosen = stackOf(choices())
  const found = chosen && (await stacks.find(chosen.id || chosen.name, signal))
  if (!found) return remember({ stack: null })
  if (found.tags[TAG] !== connectionId) throw fail('stack-not-ours', { stack: found.name })
  if (!isDeletable(found.status)) throw fail('not-now', { step: 'stack' })
  report({ kind: 'working', doing: 'deleting-stack' })
  // The check that follows says what stands in the way.
  if (await deleteStack(context, found, signal)) return
  await remember({ stack: null })
}

function bucketOf(choices: Choices, typed: StackForm): string {
  return choices.plan?.managedBy === 'msp' ? typed.bucketName : bucketNameOf(choices)
}
