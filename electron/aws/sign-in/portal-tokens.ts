import type { Clock } from '../../base/clock.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { awsCode } from '../client/reply.ts'
import { MARGIN_MS, shared } from './renewal.ts'
import type { SignIn, TokenSet } from './sign-in.ts'

/** Where tokens outlive the app; sealed by the keychain in the app, a variable in tests. */
export type TokenStore = {
  readonly load: () => Promise<TokenSet | null>
  readonly save: (tokens: TokenSet) => Promise<void>
  readonly wipe: () => Promise<void>
}

/**
 * The tokens of a sign-in at a portal, renewed before they end. Every call may throw
 * `not-signed-in`, `sign-in-ended`, what the network says, and what the token store throws.
 */
export type PortalTokens = {
  /** True when there are tokens as far as is known: the store may not have been asked yet. */
  readonly known: () => boolean
  /** True when there are tokens, in memory or in the store. */
  readonly any: () => Promise<boolean>
  /** The tokens, fresh or not. */
  readonly current: () => Promise<TokenSet>
  readonly accept: (tokens: TokenSet) => Promise<void>
  /** Wipes the store, and resolves what was to be kept there; null when there was nothing. */
  readonly setAside: () => Promise<TokenSet | null>
  /** Forgets them here and leaves the store as it is; resolves what was known of them. */
  readonly forget: () => Promise<TokenSet | null>
  /** Calls with the access token; a refused one is renewed once, for clocks that disagree. */
  readonly withToken: <T>(call: (held: TokenSet) => Promise<T>) => Promise<T>
}

export function createPortalTokens({
  store,
  signIn,
  clock,
}: {
  readonly store: TokenStore
  readonly signIn: Pick<SignIn, 'refresh'>
  readonly clock: Clock
}): PortalTokens {
  const kept = keepTokens(store)

  const renew = shared(async (): Promise<TokenSet> => {
    const old = await kept.current()
    try {
      return await kept.replace(old, await signIn.refresh(old))
    } catch (error) {
      // What AWS refused for good is not sent again, nor by the app's next start.
      if (isCode(error, 'sign-in-ended') && old.refreshToken !== undefined)
        await kept.replace(old, withoutRefreshToken(old))
      throw error
    }
  })

  const fresh = async (): Promise<TokenSet> => {
    const held = await kept.current()
    const left = held.expiresAt - clock.now()
    if (left > MARGIN_MS) return held
    try {
      return await renew()
    } catch (error) {
      // What still works is used to its end: a proxy in trouble is no reason to sign anybody out.
      if (left > 0 && kept.now()?.accessToken === held.accessToken) return held
      throw error
    }
  }

  return {
    any: kept.any,
    current: kept.current,
    accept: kept.accept,
    setAside: kept.setAside,
    forget: kept.forget,
    known: () => Boolean(kept.now()),
    async withToken(call) {
      const held = await fresh()
      try {
        return await call(held)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
      }
      const renewed =
        kept.now()?.accessToken === held.accessToken ? await renew() : await kept.current()
      try {
        return await call(renewed)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
        throw fail('sign-in-ended', { startUrl: renewed.startUrl }, { cause: error })
      }
    },
  }
}

/** The sign-in as far as it still goes: to the end of its access token. */
function withoutRefreshToken({ refreshToken: _refused, ...rest }: TokenSet): TokenSet {
  return rest
}

/** The tokens in memory, which are those of the store as soon as somebody asks for them. */
function keepTokens(store: TokenStore) {
  /** `undefined` until the store was asked. */
  let tokens: TokenSet | null | undefined

  const load = shared(async () => {
    const stored = await store.load()
    if (tokens === undefined) tokens = stored
  })
  const current = async (): Promise<TokenSet> => {
    if (tokens === undefined) await load()
    if (!tokens) throw fail('not-signed-in')
    return tokens
  }

  return {
    now: () => tokens,
    current,
    any: async (): Promise<boolean> => {
      if (tokens === undefined) await load()
      return Boolean(tokens)
    },
    accept: async (accepted: TokenSet): Promise<void> => {
      tokens = accepted
      await store.save(accepted)
    },
    replace: async (old: TokenSet, renewed: TokenSet): Promise<TokenSet> => {
      // Signed out, or in as somebody else, while AWS was answering: the renewed ones are nobody's.
      if (tokens !== old) return current()
      tokens = renewed
      await store.save(renewed)
      return renewed
    },
    setAside: async (): Promise<TokenSet | null> => {
      if (tokens === undefined) await load()
      if (!tokens) return null
      await store.wipe()
      const before = tokens
      tokens = null
      return before
    },
    forget: async (): Promise<TokenSet | null> => {
      // A store that cannot be read has nothing to send to AWS, and is wiped all the same.
      const before = tokens === undefined ? await store.load().catch(() => null) : tokens
      tokens = null
      return before
    },
  }
}
