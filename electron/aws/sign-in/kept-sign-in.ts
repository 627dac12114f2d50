import { fail } from '../../errors/failure.ts'
import type { ConsoleTokens } from './console/tokens.ts'
import { shared } from './renewal.ts'
import type { TokenSet } from './oidc.ts'

/** What is kept of a sign-in, by its way. */
export type KeptTokens = TokenSet | ConsoleTokens

/** Where tokens outlive the app; sealed by the keychain in the app, a variable in tests. */
export type TokenStore = {
  readonly load: () => Promise<KeptTokens | null>
  readonly save: (tokens: KeptTokens) => Promise<void>
  readonly wipe: () => Promise<void>
}

/**
 * The tokens in memory, which are those of the store as soon as somebody asks for them. What asks the
 * store throws what the store throws.
 */
export type KeptSignIn = {
  /** What is in memory: `undefined` until the store was asked. */
  readonly now: () => KeptTokens | null | undefined
  /** Throws `not-signed-in` when there are none. */
  readonly current: () => Promise<KeptTokens>
  /** True when there are tokens, in memory or in the store. */
  readonly any: () => Promise<boolean>
  readonly accept: (tokens: KeptTokens) => Promise<void>
  /** Renewed tokens in the place of those that they were renewed from; resolves those that hold then. */
  readonly replace: <Tokens extends KeptTokens>(old: Tokens, renewed: Tokens) => Promise<KeptTokens>
  /** Wipes the store, and resolves what was to be kept there; null when there was nothing. */
  readonly setAside: () => Promise<KeptTokens | null>
  /** Forgets them here and leaves the store as it is; resolves what was known of them. */
  readonly forget: () => Promise<KeptTokens | null>
}

export function keepSignIn(store: TokenStore): KeptSignIn {
  let tokens: KeptTokens | null | undefined

  const load = shared(async () => {
    const stored = await store.load()
    if (tokens === undefined) tokens = stored
  })
  const current = async (): Promise<KeptTokens> => {
    if (tokens === undefined) await load()
    if (!tokens) throw fail('not-signed-in')
    return tokens
  }

  return {
    now: () => tokens,
    current,
    async any() {
      if (tokens === undefined) await load()
      return Boolean(tokens)
    },
    async accept(accepted) {
      tokens = accepted
      await store.save(accepted)
    },
    async replace(old, renewed) {
      // Signed out, or in as somebody else, while AWS was answering: the renewed ones are nobody's.
      if (tokens !== old) return current()
      tokens = renewed
      await store.save(renewed)
      return renewed
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
  }
}
