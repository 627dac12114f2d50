import type { Clock } from '../../base/clock.ts'
import { fail } from '../../errors/failure.ts'
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

  const renew = shared(async (): Promise<TokenSet> => {
    const old = await current()
    const renewed = await signIn.refresh(old)
    // Signed out, or in as somebody else, while AWS was answering: the renewed ones are nobody's.
    if (tokens !== old) return current()
    tokens = renewed
    await store.save(renewed)
    return renewed
  })

  const fresh = async (): Promise<TokenSet> => {
    const held = await current()
    const left = held.expiresAt - clock.now()
    if (left > MARGIN_MS) return held
    try {
      return await renew()
    } catch (error) {
      // What still works is used to its end: a proxy in trouble is no reason to sign anybody out.
      if (left > 0 && tokens === held) return held
      throw error
    }
  }

  return {
    known: () => Boolean(tokens),
    async any() {
      if (tokens === undefined) await load()
      return Boolean(tokens)
    },
    current,
    async accept(accepted) {
      tokens = accepted
      await store.save(accepted)
    },
    async setAside() {
      if (tokens === undefined) await load()
      if (!tokens) return null
      await store.wipe()
      const before = tokens
      tokens = null
      return before
    },
    async forget() {
      // A store that cannot be read has nothing to send to AWS, and is wiped all the same.
      const before = tokens === undefined ? await store.load().catch(() => null) : tokens
      tokens = null
      return before
    },
    async withToken(call) {
      const held = await fresh()
      try {
        return await call(held)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
      }
      const renewed = tokens === held ? await renew() : await current()
      try {
        return await call(renewed)
      } catch (error) {
        if (awsCode(error) !== 'UnauthorizedException') throw error
        throw fail('sign-in-ended', { startUrl: renewed.startUrl }, { cause: error })
      }
    },
  }
}
