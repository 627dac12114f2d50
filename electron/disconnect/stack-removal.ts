import { STACK_POLL_MS } from '../aws/cloudformation/limits.ts'
import { deniedAction, explainCause, rootCause } from '../aws/cloudformation/stack-events.ts'
import type { Stack, Stacks } from '../aws/cloudformation/stacks.ts'
import type { Clock } from '../base/clock.ts'
import { fail, type AppFailure } from '../errors/failure.ts'
import { TAG } from '../steps/stack/adoption.ts'

/** AWS deletes a role and its policy within two minutes. */
const PATIENCE = 10 * 60_000

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

/** Whether a stack was created for the connection by this app; null when there is none any more. */
export async function ownStack(
  work: StackWork,
  idOrName: string,
  signal: AbortSignal,
): Promise<{ createdHere: boolean } | null> {
  const found = await presentStack(work, idOrName, signal)
  return found && { createdHere: found.tags[TAG] === work.connectionId }
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
  const { stacks, connectionId, clock } = work
  const found = await presentStack(work, idOrName, signal)
  if (!found) return
  if (found.tags[TAG] !== connectionId) throw fail('not-created-here', { name: found.name })
  await stacks.delete(found.id, signal)
  const giveUpAt = clock.now() + PATIENCE
  for (;;) {
    const now = await stacks.find(found.id, signal)
    if (!now || now.status === 'DELETE_COMPLETE') return
    if (now.status === 'DELETE_FAILED') throw await notDeleted(work, now, signal)
    if (clock.now() >= giveUpAt) throw fail('removal-slow', { stack: found.name })
    await clock.sleep(STACK_POLL_MS, signal)
  }
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
