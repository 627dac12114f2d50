import { LogoutCommand } from '@aws-sdk/client-sso'
import type { Clock } from '../../base/clock.ts'
import { ssoClient, type Reach } from '../client/clients.ts'
import { awsCode } from '../client/reply.ts'
import { endOfConsole } from './console/end.ts'
import { isRevocable, revoke } from './console/revocation.ts'
import type { ConsoleTokens } from './console/tokens.ts'
import type { KeptTokens } from './kept-sign-in.ts'
import type { TokenSet } from './oidc.ts'

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
  /** A sign-in as to the console of which AWS has not said that it is ended: it ends by itself. */
  let forgotten: ConsoleTokens | null = null

  /** Only AWS’s own answer counts; without one the sign-in is told as what it is, and nothing has failed. */
  const askedToEnd = async (): Promise<void> => {
    const left = forgotten
    if (!left || !isRevocable(left, clock)) return
    const isEnded = await revoke(options, left).then(
      () => true,
      () => false,
    )
    if (isEnded && forgotten === left) forgotten = null
  }
  const loggedOut = async (): Promise<void> => {
    if (!owed) return
    await logOut(options, owed)
    owed = null
  }

  return {
    owe(before) {
      if (before?.way === 'portal') owed = before
      if (before?.way === 'console') forgotten = before
    },
    async tell() {
      const results = await Promise.allSettled([loggedOut(), askedToEnd()])
      for (const result of results) if (result.status === 'rejected') throw result.reason
    },
    goesOnUntil: () => forgotten && endOfConsole(forgotten, clock),
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
