import type { Clock } from '../../base/clock.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { awsCode } from '../client/reply.ts'
import type { KeptSignIn, KeptTokens } from './kept-sign-in.ts'
import { MARGIN_MS, shared } from './renewal.ts'
import type { SignIn, TokenSet } from './sign-in.ts'

/**
 * The tokens of a sign-in at a portal, renewed before they end. Every call may throw
 * `not-signed-in`, `sign-in-ended`, what the network says, and what the token store throws.
 */
export type PortalTokens = {
  /** Calls with the access token; a refused one is renewed once, for clocks that disagree. */
  readonly withToken: <T>(call: (held: TokenSet) => Promise<T>) => Promise<T>
}

export function createPortalTokens({
  kept,
  signIn,
  clock,
}: {
  readonly kept: KeptSignIn
  readonly signIn: Pick<SignIn, 'refresh'>
  readonly clock: Clock
}): PortalTokens {
  const current = async (): Promise<TokenSet> => ofPortal(await kept.current())

  const renew = shared(async (): Promise<TokenSet> => {
    const old = await current()
    try {
      return ofPortal(await kept.replace(old, await signIn.refresh(old)))
    } catch (error) {
      // What AWS refused for good is not sent again, nor by the app's next start.
      if (isCode(error, 'sign-in-ended') && old.refreshToken !== undefined)
        await kept.replace(old, withoutRefreshToken(old))
      throw error
    }
  })

  const isHeld = ({ accessToken }: TokenSet): boolean => {
    const now = kept.now()
    return now?.way === 'portal' && now.accessToken === accessToken
  }

  const fresh = async (): Promise<TokenSet> => {
    const held = await current()
    const left = held.expiresAt - clock.now()
    if (left > MARGIN_MS) return held
    try {
      return await renew()
    } catch (error) {
      // What still works is used to its end: a proxy in trouble is no reason to sign anybody out.
      if (left > 0 && isHeld(held)) return held
      throw error
    }
  }

  return {
    async withToken(call) {
      const held = await fresh()
      try {
        return await call(held)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
      }
      const renewed = isHeld(held) ? await renew() : await current()
      try {
        return await call(renewed)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
        throw fail('sign-in-ended', { startUrl: renewed.startUrl }, { cause: error })
      }
    },
  }
}

function ofPortal(tokens: KeptTokens): TokenSet {
  if (tokens.way !== 'portal') throw fail('not-signed-in')
  return tokens
}

/** The sign-in as far as it still goes: to the end of its access token. */
function withoutRefreshToken({ refreshToken: _refused, ...rest }: TokenSet): TokenSet {
  return rest
}
