import { LogoutCommand } from '@aws-sdk/client-sso'
import type { AwsCredentialIdentity } from '@smithy/types'
import type { SignInWay } from '../../contract/ask/sign-in.ts'
import { fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { listAccounts, listRoles } from './account-list.ts'
import type { Account } from './account-list.ts'
import { createChosenRole } from './chosen-role.ts'
import { ssoClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { holdCredentials } from './held-credentials.ts'
import type { Held } from './held-credentials.ts'
import { createIdentity } from './identity.ts'
import { createPortalTokens } from './portal-tokens.ts'
import type { TokenStore } from './portal-tokens.ts'
import { awsCode } from '../client/reply.ts'
import { getRoleCredentials, meansNotAssigned } from './role-credentials.ts'
import type { RoleChoice } from './role-credentials.ts'
import type { SignIn, SignInRequest, TokenSet } from './sign-in.ts'
import type { Source } from './sources.ts'

export type { Account, Source, TokenStore }

/**
 * Who is signed in, and their credentials: of the chosen permission set, or those of a source, such
 * as pasted keys. Every call may throw `not-signed-in`, `sign-in-ended`, what a source says of its
 * end, what the network says, and what the token store throws.
 */
export type Session = {
  /** True when there are tokens, in memory or in the store, or held credentials. Contacts nobody. */
  readonly signedIn: () => Promise<boolean>
  /** Where the credentials come from; null while nobody is signed in, or nobody has asked. */
  readonly way: () => SignInWay | null
  /** Signs in at a portal, and keeps what AWS gives: nobody else sees it. Throws as `SignIn` does. */
  readonly signIn: (request: SignInRequest) => Promise<void>
  /**
   * Uses credentials from elsewhere, instead of anybody's sign-in; null forgets them. They are kept
   * in memory only and never reach the token store.
   */
  readonly hold: (source: Source | null) => Promise<void>
  /** All accounts that the person may enter. */
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
export type SessionOptions = Reach & {
  readonly store: TokenStore
  readonly signIn: SignIn
  readonly clock: Clock
}

export function createSession(options: SessionOptions): Session {
  const { store, signIn, clock } = options
  const tokens = createPortalTokens(options)
  const role = createChosenRole({
    clock,
    credentialsOf: (wanted) => tokens.withToken((held) => fetchCredentials(options, held, wanted)),
  })
  let holding: Held | null = null
  /** A session that AWS could not be told to end yet. Its token is nowhere but here. */
  let owed: TokenSet | null = null

  const accountOf = async (credentials: AwsCredentialIdentity): Promise<string> => {
    const access = { ...options, credentials: () => Promise.resolve(credentials) }
    return (await createIdentity(access).caller()).accountId
  }

  return {
    signedIn: async () => holding !== null || tokens.any(),
    way: () => holding?.way ?? (tokens.known() ? 'portal' : null),
    async signIn({ method, ...request }) {
      const accepted = await signIn[method](request)
      holding = null
      role.forget()
      await tokens.accept(accepted)
    },
    async hold(source) {
      if (source) {
        // What was signed in before ends here; AWS is told of it with the next sign-out.
        const before = await tokens.setAside()
        if (before) role.use(null)
        owed = before ?? owed
      }
      holding = source && holdCredentials(source, clock, accountOf)
    },
    accounts: (signal) => tokens.withToken((held) => listAccounts(options, held, signal)),
    roles: (accountId, signal) =>
      tokens.withToken((held) => listRoles(options, held, accountId, signal)),
    use: role.use,
    async credentials() {
      if (holding) return holding.credentials()
      const chosen = role.credentials()
      if (chosen) return chosen
      await tokens.current()
      throw fail('not-signed-in')
    },
    invalidateCredentials() {
      holding?.invalidate()
      role.forget()
    },
    async signOut() {
      holding = null
      role.use(null)
      owed = (await tokens.forget()) ?? owed
      const telling = owed ? logOut(options, owed).then(() => (owed = null)) : undefined
      const results = await Promise.allSettled([store.wipe(), telling])
      for (const result of results) if (result.status === 'rejected') throw result.reason
    },
  }
}

async function fetchCredentials(
  reach: Reach,
  token: TokenSet,
  wanted: RoleChoice,
): Promise<AwsCredentialIdentity> {
  try {
    return await getRoleCredentials(reach, token, wanted)
  } catch (error) {
    if (!meansNotAssigned(error)) throw error
    throw fail('role-not-assigned', { ...wanted }, { cause: error })
  }
}

async function logOut(reach: Reach, { region, accessToken }: TokenSet): Promise<void> {
  try {
    await ssoClient(reach, region).send(new LogoutCommand({ accessToken }))
  } catch (error) {
    // A session that AWS no longer knows is one that has ended.
    if (awsCode(error) !== 'UnauthorizedException') throw error
  }
}
