import { STACK_POLL_MS } from './limits.ts'
import type { Clock } from '../../base/clock.ts'
import { fail } from '../../errors/failure.ts'
import type { Stack, Stacks } from './stacks.ts'

/** AWS deletes a role and its policy within two minutes. */
const PATIENCE = 10 * 60_000

/**
 * Deletes a stack and waits until AWS has; harmless to repeat. Resolves null when it is gone, or the
 * stack as it stands when AWS could not delete it: why is among its events. Throws `removal-slow` when
 * AWS takes too long, and goes on by itself then.
 */
export async function deleteStack(
  { stacks, clock }: { readonly stacks: Pick<Stacks, 'find' | 'delete'>; readonly clock: Clock },
  { id, name }: Pick<Stack, 'id' | 'name'>,
  signal: AbortSignal,
): Promise<Stack | null> {
  await stacks.delete(id, signal)
  const giveUpAt = clock.now() + PATIENCE
  for (;;) {
    const now = await stacks.find(id, signal)
    if (!now || now.status === 'DELETE_COMPLETE') return null
    if (now.status === 'DELETE_FAILED') return now
    if (clock.now() >= giveUpAt) throw fail('removal-slow', { stack: name })
    await clock.sleep(STACK_POLL_MS, signal)
  }
}
