import { parseKeys } from '../../../aws/sign-in/pasted-keys.ts'
import type { PastedKeys } from '../../../aws/sign-in/pasted-keys.ts'
import { keysSource } from '../../../aws/sign-in/sources.ts'
import type { ActContext } from '../../../checklist/step.ts'
import { fail, isCode } from '../../../errors/failure.ts'
import { requireWay } from '../../../managed/rules.ts'
import { enter, heldWay } from './held.ts'

/** Short-lived keys that somebody pasted. */
export const keysWay = heldWay({
  facts: () => [{ id: 'sign-in-way', value: 'keys' }],
  // They are gone: the check after this asks for others.
  again: () => Promise.resolve(),
})

/** Takes pasted keys. They are in memory only; those that AWS does not know are forgotten. */
export async function useKeys(context: ActContext, typed: PastedKeys): Promise<void> {
  requireWay(context.managed, 'keys')
  const credentials = parseKeys(typed)
  try {
    await enter(context, keysSource(credentials))
  } catch (error) {
    const expired = isCode(error, 'keys-ended', 'aws-credentials-expired')
    if (!expired && !isCode(error, 'aws-credentials-invalid')) throw error
    await context.session.hold(null)
    const field = typed.block.trim() === '' ? 'accessKeyId' : 'block'
    const reason = expired ? 'expired' : 'invalid'
    throw fail('keys-refused', { reason }, { field, cause: error })
  }
  await context.remember({ way: 'keys', byHand: false })
}
