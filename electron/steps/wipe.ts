import type { Session } from '../aws/session.ts'
import type { WipeState } from '../contract.ts'
import { toAppError } from '../errors.ts'

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
        become({ kind: 'failed', error: toAppError(error) })
        return false
      }
    },
  }
}
