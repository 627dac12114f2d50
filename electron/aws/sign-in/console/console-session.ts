import type { AwsCredentialIdentity } from '@smithy/types'
import type { Clock } from '../../../base/clock.ts'
import { fail, toAppError } from '../../../errors/failure.ts'
import type { KeptSignIn, KeptTokens } from '../kept-sign-in.ts'
import { MARGIN_MS, shared } from '../renewal.ts'
import type { ConsoleSignIn } from './console-sign-in.ts'
import { CONSOLE_REFUSALS, type ConsoleRefusal } from './refusals.ts'
import type { ConsoleTokens } from './tokens.ts'

/** The credentials of a sign-in as to the console. */
export type ConsoleSession = {
  /**
   * Renewed silently, once for all who ask. Throws `not-signed-in`, a `ConsoleRefusal`, what the network
   * says where the last credentials have ended, and what the token store throws.
   */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  /** AWS said that the last ones have expired: nothing but newer ones will do. */
  readonly invalidate: () => void
}

/** Calls that were under way when credentials were renewed fail for a moment with the old ones. */
const UNDER_WAY_MS = 60_000
/** How much of a lifetime is left when new credentials are asked for. AWS gives none for an hour. */
const SHARE = 1 / 3

const marginOf = ({ lastsMs }: ConsoleTokens): number => Math.min(MARGIN_MS, lastsMs * SHARE)

export function createConsoleSession({
  kept,
  signIn,
  clock,
}: {
  readonly kept: KeptSignIn
  readonly signIn: Pick<ConsoleSignIn, 'renew'>
  readonly clock: Clock
}): ConsoleSession {
  /** The key of credentials that AWS has called expired. */
  let refused = ''
  let renewedAt = -Infinity
  /** Not asked before then, as long as there are credentials that live. */
  let nextAttempt = -Infinity

  const left = ({ expiresAt }: ConsoleTokens): number => expiresAt - clock.now()
  const lives = (held: ConsoleTokens): boolean => held.accessKeyId !== refused && left(held) > 0
  /** More left than they were given for: the clock was set back, and tells nothing of their end. */
  const isFresh = (held: ConsoleTokens): boolean =>
    lives(held) && left(held) > marginOf(held) && left(held) <= held.lastsMs

  const renew = shared(async (): Promise<ConsoleTokens> => {
    const old = ofConsole(await kept.current())
    if (old.refusal !== '') throw fail(old.refusal)
    try {
      const renewed = ofConsole(await kept.replace(old, await signIn.renew(old)))
      renewedAt = clock.now()
      return renewed
    } catch (error) {
      const refusal = refusalIn(error)
      // What AWS refused for good is not sent again, nor by the app's next start.
      if (refusal) await kept.replace(old, { ...old, refreshToken: '', refusal })
      else nextAttempt = clock.now() + marginOf(old) / 4
      throw error
    }
  })

  const obtained = async (): Promise<ConsoleTokens> => {
    const held = ofConsole(await kept.current())
    if (isFresh(held)) return held
    const waits = nextAttempt - clock.now()
    if (lives(held) && waits > 0 && waits <= MARGIN_MS) return held
    try {
      return await renew()
    } catch (error) {
      // What still works is used to its end, whatever AWS says of more.
      const now = kept.now()
      if (lives(held) && now?.way === 'console' && now.accessKeyId === held.accessKeyId) return held
      throw error
    }
  }

  return {
    async credentials() {
      const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = await obtained()
      return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiresAt) }
    },
    invalidate() {
      const now = kept.now()
      // A clock that was set back is no moment ago either.
      const isRecent = Math.abs(clock.now() - renewedAt) < UNDER_WAY_MS
      if (now?.way === 'console' && !isRecent) refused = now.accessKeyId
    },
  }
}

function ofConsole(tokens: KeptTokens): ConsoleTokens {
  if (tokens.way !== 'console') throw fail('not-signed-in')
  return tokens
}

function refusalIn(error: unknown): ConsoleRefusal | undefined {
  const { code } = toAppError(error)
  return CONSOLE_REFUSALS.find((one) => one === code)
}
