import { LogoutCommand } from '@aws-sdk/client-sso'
import type { AwsCredentialIdentity } from '@smithy/types'
import { fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { listAccounts, listRoles } from './account-list.ts'
import type { Account } from './account-list.ts'
import { ssoClient } from '../client/clients.ts'
import type { Connection } from '../client/clients.ts'
import { holdCredentials, MARGIN_MS, shared } from './held-credentials.ts'
import type { Held, Source } from './held-credentials.ts'
import { createIdentity } from './identity.ts'
import { awsCode } from '../client/reply.ts'
import { getRoleCredentials, meansNotAssigned } from './role-credentials.ts'
import type { SignIn, TokenSet } from './sign-in.ts'

export type { Account, Source }

/** Where tokens outlive the app; sealed by the keychain in the app, a variable in tests. */
export type TokenStore = {
  readonly load: () => Promise<TokenSet | null>
  readonly save: (tokens: TokenSet) => Promise<void>
  readonly wipe: () => Promise<void>
}
export type RoleChoice = { readonly accountId: string; readonly roleName: string }

/**
 * Who is signed in, and their credentials: of the chosen permission set, or those that were pasted
 * or that a profile of the AWS CLI gives. Every call may throw `not-signed-in`, `sign-in-ended`,
 * `keys-ended`, `profile-ended`, what the network says, and what the token store throws.
 */
export type Session = {
  /** True when there are tokens, in memory or in the store, or held credentials. Contacts nobody. */
  readonly signedIn: () => Promise<boolean>
  /** Where the credentials come from; null while nobody is signed in, or nobody has asked. */
  readonly source: () => 'portal' | Source['kind'] | null
  readonly accept: (tokens: TokenSet) => Promise<void>
  /**
   * Uses credentials from elsewhere, instead of anybody's sign-in; null forgets them. They are kept
   * in memory only and never reach the token store.
   */
  readonly hold: (source: Source | null) => Promise<void>
  /** All accounts that the person may enter, by name. */
  readonly accounts: (signal?: AbortSignal) => Promise<Account[]>
  /** Names of the permission sets in one account. Also throws `account-not-listed`. */
  readonly roles: (accountId: string, signal?: AbortSignal) => Promise<string[]>
  readonly use: (choice: RoleChoice | null) => void
  /** Renewed silently. Also throws `role-not-assigned` (facts `accountId`, `roleName`). */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  readonly invalidateCredentials: () => void
  /** Wipes everything here, then ends the session at AWS; throws when AWS could not be told. */
  readonly signOut: () => Promise<void>
}
export type SessionOptions = Connection & {
  readonly store: TokenStore
  readonly signIn: Pick<SignIn, 'refresh'>
  readonly clock: Clock
}

export function createSession(options: SessionOptions): Session {
  const { store, signIn, clock } = options
  /** `undefined` until the store was asked. */
  let tokens: TokenSet | null | undefined
  let holding: Held | null = null
  let choice: RoleChoice | null = null
  let cached: { choice: RoleChoice; credentials: AwsCredentialIdentity } | null = null

  const accountOf = async (credentials: AwsCredentialIdentity): Promise<string> => {
    const access = { ...options, credentials: () => Promise.resolve(credentials) }
    return (await createIdentity(access).caller()).accountId
  }
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

  /** Calls with the access token; a refused one is renewed once, for clocks that disagree. */
  const withToken = async <T>(call: (held: TokenSet) => Promise<T>): Promise<T> => {
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
  }

  const fetchCredentials = (wanted: RoleChoice): Promise<AwsCredentialIdentity> =>
    withToken((token) =>
      getRoleCredentials(options, token, wanted).catch((error: unknown) => {
        if (!meansNotAssigned(error)) throw error
        throw fail('role-not-assigned', { ...wanted }, { cause: error })
      }),
    )

  /** A session that AWS could not be told to end yet. Its token is nowhere but here. */
  let owed: TokenSet | null = null

  let pending: { choice: RoleChoice; promise: Promise<AwsCredentialIdentity> } | null = null
  const obtain = (wanted: RoleChoice): Promise<AwsCredentialIdentity> => {
    if (pending?.choice === wanted) return pending.promise
    const promise = fetchCredentials(wanted)
      .then((credentials) => {
        if (choice === wanted) cached = { choice: wanted, credentials }
        return credentials
      })
      .finally(() => {
        if (pending?.promise === promise) pending = null
      })
    pending = { choice: wanted, promise }
    return promise
  }

  const forget = (): void => {
    cached = null
    pending = null
  }

  /** Ends what was signed in before, here; AWS is told of it with the next sign-out. */
  const setAside = async (): Promise<void> => {
    if (tokens === undefined) await load()
    if (!tokens) return
    await store.wipe()
    owed = tokens
    tokens = null
    choice = null
    forget()
  }

  const logOut = async ({ region, accessToken }: TokenSet): Promise<void> => {
    try {
      await ssoClient(options, region).send(new LogoutCommand({ accessToken }))
    } catch (error) {
      // A session that AWS no longer knows is one that has ended.
      if (awsCode(error) !== 'UnauthorizedException') throw error
    }
  }

  return {
    async signedIn() {
      if (holding) return true
      if (tokens === undefined) await load()
      return Boolean(tokens)
    },
    source: () => holding?.kind ?? (tokens ? 'portal' : null),
    async accept(accepted) {
      tokens = accepted
      holding = null
      forget()
      await store.save(accepted)
    },
    async hold(source) {
      if (source) await setAside()
      holding = source && holdCredentials(source, clock, accountOf)
    },
    accounts: (signal) => withToken((held) => listAccounts(options, held, signal)),
    roles: (accountId, signal) => withToken((held) => listRoles(options, held, accountId, signal)),
    use(wanted) {
      const same = choice?.accountId === wanted?.accountId && choice?.roleName === wanted?.roleName
      if (same) return
      choice = wanted
      forget()
    },
    async credentials() {
      if (holding) return holding.credentials()
      if (!choice) {
        await current()
        throw fail('not-signed-in')
      }
      const left = cached ? (cached.credentials.expiration?.getTime() ?? 0) - clock.now() : 0
      if (cached?.choice === choice && left > MARGIN_MS) return cached.credentials
      return obtain(choice)
    },
    invalidateCredentials() {
      holding?.invalidate()
      forget()
    },
    async signOut() {
      // A store that cannot be read has nothing to send to AWS, and is wiped all the same.
      const before = tokens === undefined ? await store.load().catch(() => null) : tokens
      tokens = null
      holding = null
      choice = null
      forget()
      owed = before ?? owed
      const telling = owed ? logOut(owed).then(() => (owed = null)) : undefined
      const results = await Promise.allSettled([store.wipe(), telling])
      for (const result of results) if (result.status === 'rejected') throw result.reason
    },
  }
}
