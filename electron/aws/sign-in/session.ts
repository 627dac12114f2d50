import type { AwsCredentialIdentity } from '@smithy/types'
import type { SignInWay } from '../../contract/ask/sign-in.ts'
import type { Managed } from '../../contract/managed.ts'
import { fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { listAccountPage, listRoles } from './account-list.ts'
import type { Account } from './account-list.ts'
import { createAccounts, type Accounts } from './accounts.ts'
import { allowedTokens } from './allowed-tokens.ts'
import { createChosenRole } from './chosen-role.ts'
import type { Reach } from '../client/clients.ts'
import { readingAs, type ReadAs } from '../client/credentials-in-use.ts'
import { holdCredentials } from './held-credentials.ts'
import type { Held } from './held-credentials.ts'
import { createIdentity } from './identity.ts'
import { createConsoleSession } from './console/console-session.ts'
import type { ConsoleSignIn } from './console/console-sign-in.ts'
import { createDoor, type AtConsole } from './console/door.ts'
import { createEndings } from './endings.ts'
import { keepSignIn } from './kept-sign-in.ts'
import type { KeptTokens, TokenStore } from './kept-sign-in.ts'
import { createPortalTokens, type PortalTokens } from './portal-tokens.ts'
import { getRoleCredentials, meansNotAssigned } from './role-credentials.ts'
import type { RoleChoice } from './role-credentials.ts'
import type { SignIn, SignInRequest, TokenSet } from './sign-in.ts'
import type { Source } from './sources.ts'

export type { Account, KeptTokens, Source, TokenStore }

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
  readonly atConsole: AtConsole
  /**
   * Uses credentials from elsewhere, instead of anybody's sign-in; null forgets them. They are kept
   * in memory only and never reach the token store.
   */
  readonly hold: (source: Source | null) => Promise<void>
  /** The accounts that the person may enter, as far as they are read; forgotten with the sign-in. */
  readonly accounts: Accounts
  /** Names of the permission sets in one account. Also throws `account-not-listed`. */
  readonly roles: (accountId: string, signal?: AbortSignal) => Promise<string[]>
  readonly use: (choice: RoleChoice | null) => void
  /**
   * How to read as a permission set before it is used; null for as whoever is signed in. Who is signed in
   * stays as it is.
   */
  readonly readingAs: (choice: RoleChoice | null, signal?: AbortSignal) => Promise<ReadAs>
  /** Renewed silently. Also throws `role-not-assigned` (facts `accountId`, `roleName`). */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  readonly invalidateCredentials: () => void
  /** Wipes everything here, then ends the session at AWS; throws when AWS could not be told. */
  readonly signOut: () => Promise<void>
  /**
   * Until when at the latest a sign-in of before, which is gone from here, goes on at AWS (ms since the
   * epoch); null where AWS was told to end it, or it has ended by itself.
   */
  readonly goesOnUntil: () => number | null
}

export type SessionOptions = Reach & {
  readonly store: TokenStore
  /** What the organization has decided of sign-ins, and of what is kept of them. */
  readonly managed: Managed
  readonly signIn: SignIn
  readonly consoleSignIn: ConsoleSignIn
  readonly clock: Clock
}

export function createSession(options: SessionOptions): Session {
  const { signIn, clock, managed } = options
  const endings = createEndings(options)
  const store = allowedTokens(options.store, managed, (refused) => {
    endings.owe(refused)
    // Of what AWS cannot be told now, it is told with the next sign-out.
    endings.tell().catch(() => undefined)
  })
  const kept = keepSignIn(store)
  const tokens = createPortalTokens({ kept, signIn, clock })
  const console = createConsoleSession({ kept, signIn: options.consoleSignIn, clock })
  const credentialsOf = (wanted: RoleChoice, signal?: AbortSignal) =>
    tokens.withToken((held) => fetchCredentials(options, held, wanted, signal))
  const role = createChosenRole({ clock, credentialsOf })
  const accounts = accountsBehind(options, tokens)
  let holding: Held | null = null

  const accept = async (accepted: KeptTokens): Promise<void> => {
    holding = null
    door.leaveElsewhere()
    role.forget()
    accounts.forget()
    const before = kept.now()
    if (accepted.way === 'console') role.use(null)
    // What was signed in before ends here; AWS is told of it with the next sign-out. At a portal, the
    // next sign-in goes on with the session of the one before.
    if (before && !(before.way === 'portal' && accepted.way === 'portal')) endings.owe(before)
    await kept.accept(accepted)
  }

  const door = createDoor(options.consoleSignIn, accept)

  const credentials = async (): Promise<AwsCredentialIdentity> => {
    if (holding) return holding.credentials()
    const chosen = role.credentials()
    if (chosen) return chosen
    const { way } = await kept.current()
    if (way === 'console') return console.credentials()
    throw fail('not-signed-in')
  }

  return {
    signedIn: async () => holding !== null || kept.any(),
    way: () => holding?.way ?? kept.now()?.way ?? null,
    async signIn({ method, ...request }) {
      await accept(await signIn[method](request))
    },
    atConsole: door,
    async hold(source) {
      accounts.forget()
      if (source) {
        door.leaveElsewhere()
        // What was signed in before ends here; AWS is told of it with the next sign-out.
        const before = await kept.setAside()
        if (before) role.use(null)
        endings.owe(before)
      }
      holding = source && holdCredentials(source, clock, accountOf(options))
    },
    accounts,
    roles: (accountId, signal) =>
      tokens.withToken((held) => listRoles(options, held, accountId, signal)),
    use: role.use,
    readingAs: async (choice, signal) =>
      readingAs(await (choice ? role.credentialsFor(choice, signal) : credentials())),
    credentials,
    invalidateCredentials() {
      holding?.invalidate()
      role.forget()
      console.invalidate()
    },
    async signOut() {
      holding = null
      door.leaveElsewhere()
      role.use(null)
      accounts.forget()
      endings.owe(await kept.forget())
      const results = await Promise.allSettled([store.wipe(), endings.tell()])
      for (const result of results) if (result.status === 'rejected') throw result.reason
    },
    goesOnUntil: endings.goesOnUntil,
  }
}

/** Into which account credentials lead, by AWS's word. */
const accountOf =
  (reach: Reach) =>
  async (credentials: AwsCredentialIdentity): Promise<string> => {
    const access = { ...reach, credentials: () => Promise.resolve(credentials) }
    return (await createIdentity(access).caller()).accountId
  }

const accountsBehind = (reach: Reach, { withToken }: PortalTokens): Accounts =>
  createAccounts((next, signal) => withToken((held) => listAccountPage(reach, held, next, signal)))

async function fetchCredentials(
  reach: Reach,
  token: TokenSet,
  wanted: RoleChoice,
  signal: AbortSignal | undefined,
): Promise<AwsCredentialIdentity> {
  try {
    return await getRoleCredentials(reach, token, wanted, signal)
  } catch (error) {
    if (!meansNotAssigned(error)) throw error
    throw fail('role-not-assigned', { ...wanted }, { cause: error })
  }
}
