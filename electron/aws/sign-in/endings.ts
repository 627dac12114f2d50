import { LogoutCommand } from '@aws-sdk/client-sso'
import type { Clock } from '../../base/clock.ts'
import { ssoClient, type Reach } from '../client/clients.ts'
import { awsCode } from '../client/reply.ts'
import { endOfConsole } from './console/end.ts'
import { isRevocable, revoke } from './console/revocation.ts'
import type { ConsoleTokens } from './console/tokens.ts'
import type { KeptTokens } from './kept-sign-in.ts'
import type { TokenSet } from './oidc.ts'
import { shared } from './renewal.ts'

/** What is over here, and has to be over at AWS as well. */
export type Endings = {
  /** From now on AWS is owed the end of this sign-in; nothing for null. */
  readonly owe: (before: KeptTokens | null) => void
  /** Tells AWS; throws when it could not be told of a portal's session, which is then still owed. */
  readonly tell: () => Promise<void>
  /** As `Session` says. */
  readonly goesOnUntil: () => number | null
}

export function createEndings(options: Reach & { readonly clock: Clock }): Endings {
  const { clock } = options
  /** A session that AWS could not be told to end yet. Its token is nowhere but here. */
  let owed: TokenSet | null = null
  /** Sign-ins as to the console that AWS has not yet been asked to end. They are nowhere but here. */
  let unasked: readonly ConsoleTokens[] = []
  /** When those end by themselves of which AWS has not said that they are ended. They are nowhere. */
  let ends: readonly number[] = []

  /** Only AWS’s own answer counts; without one the sign-in is told as what it is, and nothing has failed. */
  const askedToEnd = async (tokens: ConsoleTokens): Promise<void> => {
    try {
      if (isRevocable(tokens, clock)) return await revoke(options, tokens)
    } catch {
      // It goes on, and that is told.
    }
    const end = endOfConsole(tokens, clock)
    if (end !== null) ends = [...ends, end]
  }
  /** Each is asked about once, whoever tells meanwhile. */
  const allAskedToEnd = shared(async (): Promise<void> => {
    const asked = unasked
    await Promise.all(asked.map(askedToEnd))
    unasked = unasked.filter((one) => !asked.includes(one))
  })
  const loggedOut = async (): Promise<void> => {
    if (!owed) return
    await logOut(options, owed)
    owed = null
  }

  return {
    owe(before) {
      if (before?.way === 'portal') owed = before
      if (before?.way === 'console') unasked = [...unasked, before]
    },
    async tell() {
      const results = await Promise.allSettled([loggedOut(), allAskedToEnd()])
      for (const result of results) if (result.status === 'rejected') throw result.reason
    },
    goesOnUntil() {
      const latest = Math.max(0, ...ends, ...unasked.map((one) => endOfConsole(one, clock) ?? 0))
      return latest > clock.now() ? latest : null
    },
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
