import { isOf } from '../../../errors/catalogue.ts'
import { fail, toAppError } from '../../../errors/failure.ts'
import type { ConsoleSignIn, Elsewhere } from './console-sign-in.ts'
import type { ConsoleTokens } from './tokens.ts'

/** Signing in as to the AWS console; what AWS gives is kept, and nobody else sees it. */
export type AtConsole = {
  /** With the browser of this computer. Throws as `ConsoleSignIn` does. */
  readonly signIn: (request: Parameters<ConsoleSignIn['browser']>[0]) => Promise<void>
  /** Begins a sign-in for the browser of another device; resolves the link to open there. */
  readonly beginElsewhere: () => string
  /** The link of what was begun elsewhere; null while nothing is. */
  readonly begunElsewhere: () => string | null
  /** Ends what was begun elsewhere with what its page shows. Throws as `ConsoleSignIn` does. */
  readonly enterCode: (pasted: string, signal: AbortSignal) => Promise<void>
  readonly leaveElsewhere: () => void
}

/** The way in as to the console. What comes of it is handed to `accept`, which ends what was begun. */
export function createDoor(
  consoleSignIn: ConsoleSignIn,
  accept: (tokens: ConsoleTokens) => Promise<void>,
): AtConsole {
  let elsewhere: Elsewhere | null = null
  return {
    async signIn(request) {
      await accept(await consoleSignIn.browser(request))
    },
    beginElsewhere() {
      elsewhere = consoleSignIn.elsewhere()
      return elsewhere.link
    },
    begunElsewhere: () => elsewhere?.link ?? null,
    async enterCode(pasted, signal) {
      if (!elsewhere) throw fail('sign-in-link-gone')
      try {
        await accept(await consoleSignIn.withCode(elsewhere, pasted, signal))
      } catch (error) {
        // A code that was sent is spent, whatever came of it; one that was typed wrongly is not.
        if (!isOf(toAppError(error).code, 'input')) elsewhere = null
        throw error
      }
    },
    leaveElsewhere: () => void (elsewhere = null),
  }
}
