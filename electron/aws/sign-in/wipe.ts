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
        become({ kind: 'failed', error: whatRemains(toAppError(error)) })
        return false
      }
    },
  }
}

/** In the words of this moment: what is still there, and that it opens nothing. */
export function whatRemains({ code, detail }: AppError): AppError {
  const left = isOf(code, 'vault') ? 'wipe-key-left' : 'wipe-aws-not-told'
  return fail(left, {}, detail ? { detail } : {}).error
}
