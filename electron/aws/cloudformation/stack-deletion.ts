import type { Clock } from '../../base/clock.ts'
import { createPace } from '../../base/pace.ts'
import { WAITS } from '../../base/waits.ts'
import { fail, isCode } from '../../errors/failure.ts'
import type { Stack, Stacks } from './stacks.ts'

const { everyMs, lastsMs } = WAITS['stack-deletion']

/**
 * Deletes a stack and waits until AWS has; harmless to repeat. Resolves null when it is gone, or the
 * stack as it stands when AWS could not delete it: why is among its events. Throws `removal-slow` when
 * AWS takes too long, and goes on by itself then. A look that AWS calls one too many is made later.
 */
export async function deleteStack(
  { stacks, clock }: { readonly stacks: Pick<Stacks, 'find' | 'delete'>; readonly clock: Clock },
  { id, name }: Pick<Stack, 'id' | 'name'>,
  signal: AbortSignal,
): Promise<Stack | null> {
  await stacks.delete(id, signal)
  const giveUpAt = clock.now() + lastsMs
  const pace = createPace(everyMs)
  for (;;) {
    const begun = clock.now()
    try {
      const now = await stacks.find(id, signal)
      if (!now || now.status === 'DELETE_COMPLETE') return null
      if (now.status === 'DELETE_FAILED') return now
      pace.wentWell()
    } catch (error) {
      if (!isCode(error, 'aws-throttled') || !pace.wasTooMuch()) throw error
    }
    if (clock.now() >= giveUpAt) throw fail('removal-slow', { stack: name })
    await clock.sleep(Math.max(0, pace.next(begun) - clock.now()), signal)
  }
}
