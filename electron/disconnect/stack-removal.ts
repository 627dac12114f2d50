import { deniedAction, explainCause, rootCause } from '../aws/cloudformation/stack-events.ts'
import { deleteStack } from '../aws/cloudformation/stack-deletion.ts'
import type { Stack, Stacks } from '../aws/cloudformation/stacks.ts'
import type { Mark } from '../aws/client/own-tags.ts'
import type { Clock } from '../base/clock.ts'
import { fail, type AppFailure } from '../errors/failure.ts'
import { TAG } from '../steps/stack/adoption.ts'

export type StackWork = {
  readonly stacks: Pick<Stacks, 'find' | 'events' | 'delete'>
  readonly connectionId: string
  readonly clock: Clock
}

/** The stack with this ARN or name, as long as there is one. */
async function presentStack(
  { stacks }: StackWork,
  idOrName: string,
  signal: AbortSignal,
): Promise<Stack | null> {
  const found = await stacks.find(idOrName, signal)
  return found && found.status !== 'DELETE_COMPLETE' ? found : null
}

/** Whose a stack is by its tag; null when there is none any more. */
export async function stackMark(
  work: StackWork,
  idOrName: string,
  signal: AbortSignal,
): Promise<{ mark: Mark } | null> {
  const found = await presentStack(work, idOrName, signal)
  return found && { mark: markOfStack(work, found) }
}

function markOfStack({ connectionId }: StackWork, { tags }: Stack): Mark {
  const tag = tags[TAG]
  if (tag === undefined) return 'none'
  return tag === connectionId ? 'own' : 'other'
}

/**
 * Deletes a stack of the connection's, whatever its status, and waits until AWS has; harmless to repeat.
 * Throws `not-created-here`, `stack-delete-failed` and, when AWS takes too long, `removal-slow`.
 */
export async function removeStack(
  work: StackWork,
  idOrName: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await presentStack(work, idOrName, signal)
  if (!found) return
  if (markOfStack(work, found) !== 'own') throw fail('not-created-here', { name: found.name })
  const left = await deleteStack(work, found, signal)
  if (left) throw await notDeleted(work, left, signal)
}

async function notDeleted(
  { stacks }: StackWork,
  stack: Stack,
  signal: AbortSignal,
): Promise<AppFailure> {
  const cause = rootCause(await stacks.events(stack.id, signal))
  const reason = cause?.reason || stack.statusReason
  return fail(
    'stack-delete-failed',
    {
      stack: stack.name,
      status: stack.status,
      resource: cause?.logicalId ?? '',
      reason,
      cause: explainCause(reason),
      action: deniedAction(reason),
    },
    { detail: { service: 'cloudformation', code: stack.status, message: reason } },
  )
}
