import { isDeletable } from '../../aws/cloudformation/stack-condition.ts'
import { deleteStack } from '../../aws/cloudformation/stack-deletion.ts'
import type { Stack } from '../../aws/cloudformation/stacks.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { requireExternalId } from '../../managed/rules.ts'
import { stackOf } from '../shared/account.ts'
import { ownRoleOf, parseOwnRole } from './own-role.ts'
import { proveOwnRole } from './role-proof.ts'
import { adopt, handedBack, TAG } from './adoption.ts'
import { askOf } from './ask.ts'
import { statusByHand } from './by-hand.ts'
import { create } from './creation.ts'
import { readStackAhead } from './role-ahead.ts'
import { goneStatus, orAsk, statusOf } from './status.ts'
import { currentTemplate } from '../template/template.ts'

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

  ahead: readStackAhead,

  answers: {
    change: ({ remember }) => remember({ stack: null, ownRole: null }),
    async 'use-role'({ managed, remember, choices }, command) {
      const ownRole = parseOwnRole(command, choices())
      requireExternalId(managed, ownRole.externalId)
      await remember({ ownRole, stack: null })
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
  const found = chosen && (await stacks.look(chosen.id || chosen.name, signal))
  return found && (chosen.id || found.tags[TAG] === connectionId) ? found : null
}

async function judge(context: StepContext, found: Stack): Promise<Status> {
  if (stackOf(context.choices())?.templateSha256 === currentTemplate(context).sha256) {
    return statusOf(context, found)
  }
  const { error } = fail('stack-other-template', { stack: found.name })
  return { kind: 'failed', error, ask: await askOf(context) }
}

/** Deletes only what failed, only if this connection created it, only because the person said so. May throw `removal-slow`. */
async function deleteFailed(context: ActContext): Promise<void> {
  const { choices, remember, report, stacks, connectionId, signal } = context
  const chosen = stackOf(choices())
  const found = chosen && (await stacks.find(chosen.id || chosen.name, signal))
  // What was typed is there for the next attempt.
  const typed = { stack: chosen && { ...chosen, id: '', requestToken: '' } }
  if (!found) return remember(typed)
  if (found.tags[TAG] !== connectionId) throw fail('stack-not-ours', { stack: found.name })
  if (!isDeletable(found.status)) throw fail('not-now', { step: 'stack' })
  report({ kind: 'working', doing: 'deleting-stack' })
  // The check that follows says what stands in the way.
  if (await deleteStack(context, found, signal)) return
  await remember(typed)
}
