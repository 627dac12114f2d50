import type { Session } from './session.ts'
import type { WipeState } from '../../contract/snapshot.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isOf } from '../../errors/catalogue.ts'
import { fail, toAppError } from '../../errors/failure.ts'

/** Removes every token once they have served, and says honestly how far that came. */
export type Wipe = {
  readonly state: () => WipeState
  /** Resolves true once the sign-in is gone from file, keychain and memory, and AWS was told. */
  readonly run: () => Promise<boolean>
}

export function createWipe(session: Pick<Session, 'signOut'>, onChange: () => void): Wipe {
  let state: WipeState = { kind: 'not-due' }
  const become = (next: WipeState): void => {
    state = next
    onChange()
  }
  return {
    state: () => state,
    async run() {
      become({ kind: 'wiping' })
      try {
        await session.signOut()
        become({ kind: 'wiped' })
        return true
      } catch (error) {
        become({ kind: 'failed', error: whatRemains(toAppError(error), 'kept') })
        return false
      }
    },
  }
}

/** Whether this tells of a sign-in that is gone from this computer, and only remains at AWS. */
export const remainsAtAws = ({ code }: AppError): boolean =>
  code === 'wipe-aws-not-told' || code === 'sign-in-goes-on'

/**
 * In the words of this moment: what is still there, and what it opens. A connection that is removed
 * from the list takes its button for another attempt along.
 */
export function whatRemains(
  { code, detail, facts: { reason, entry } }: AppError,
  connection: 'kept' | 'removed',
): AppError {
  const more = detail ? { detail } : {}
  const facts = connection === 'removed' ? { removed: connection } : {}
  if (!isOf(code, 'vault')) return fail('wipe-aws-not-told', facts, more).error
  const ofKey = entry === undefined ? facts : { ...facts, entry }
  if (reason === 'file') return fail('wipe-file-left', ofKey, more).error
  const left = reason === 'kept' ? 'wipe-key-unproven' : 'wipe-key-left'
  return fail(left, ofKey, more).error
}
