import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { Clock } from '../../../base/clock.ts'
import { fail } from '../../../errors/failure.ts'
import type { Reach } from '../../client/clients.ts'
import { answerOfBrowser } from '../browser-answer.ts'
import type { BrowserPage } from '../loopback.ts'
import { authorizeLink, CLIENT_IDS, confirmationUri, signInHost } from './authorize.ts'
import { newProofKey } from './dpop.ts'
import { codeIn } from './pasted-code.ts'
import { explainRefusal } from './refusals.ts'
import { exchangeCode, renewTokens, type CodeGrant, type ConsoleTokens } from './tokens.ts'

/** A sign-in that was begun for the browser of another device. Kept in memory until it is over. */
export type Elsewhere = Omit<CodeGrant, 'code'> & {
  /** To be opened on the other device. */
  readonly link: string
  readonly state: string
}

/**
 * Signing in as to the AWS console, by AWS's browser sign-in for local tools. Throws what
 * `refusals.ts` makes of AWS's refusals, `cancelled`, or what the network says.
 */
export type ConsoleSignIn = {
  /** Also throws `console-denied`, `console-callback-error`, `sign-in-timeout`, `sign-in-listener-failed`. */
  readonly browser: (options: {
    readonly signal: AbortSignal
    readonly onLink: (link: string, expiresAt: number) => void
  }) => Promise<ConsoleTokens>
  readonly elsewhere: () => Elsewhere
  /** Ends what was begun elsewhere; also throws `console-code-malformed`, `console-code-foreign`. */
  readonly withCode: (
    begun: Elsewhere,
    pasted: string,
    signal?: AbortSignal,
  ) => Promise<ConsoleTokens>
  readonly renew: (tokens: ConsoleTokens) => Promise<ConsoleTokens>
}

export type ConsoleSignInOptions = Reach & {
  readonly clock: Clock
  readonly browserPage: BrowserPage
  readonly randomBytes?: (size: number) => Buffer
}

export function createConsoleSignIn(options: ConsoleSignInOptions): ConsoleSignIn {
  const { clock, endpoints, randomBytes = systemRandomBytes } = options
  const random = (): string => randomBytes(32).toString('base64url')
  const host = (): string => signInHost(endpoints)

  return {
    async browser({ signal, onLink }) {
      const [state, verifier] = [random(), random()]
      const method = 'browser'
      const { callback, redirectUri } = await answerOfBrowser({
        state,
        signal,
        clock,
        onLink,
        page: options.browserPage,
        linkTo: (uri) => authorizeLink(host(), { method, redirectUri: uri, state, verifier }),
      })
      if (callback.kind === 'refused') {
        const { error, description } = callback
        if (error === 'access_denied') throw fail('console-denied')
        throw fail('console-callback-error', { error, description })
      }
      const { code } = callback
      const asked = { clientId: CLIENT_IDS[method], proofKey: newProofKey(), redirectUri }
      const grant = { ...asked, code, verifier }
      return explaining(exchangeCode(options, grant, signal), { for: 'code', method })
    },

    elsewhere() {
      const [state, verifier] = [random(), random()]
      const method = 'device'
      const redirectUri = confirmationUri(host())
      const link = authorizeLink(host(), { method, redirectUri, state, verifier })
      const proofKey = newProofKey()
      return { clientId: CLIENT_IDS[method], proofKey, redirectUri, verifier, state, link }
    },

    withCode({ state, link: _link, ...grant }, pasted, signal) {
      const code = codeIn(pasted, state)
      const asked = { for: 'code', method: 'device' } as const
      return explaining(exchangeCode(options, { ...grant, code }, signal), asked)
    },

    renew: (tokens) => explaining(renewTokens(options, tokens), { for: 'renewal' }),
  }
}

async function explaining<T>(
  call: Promise<T>,
  asked: Parameters<typeof explainRefusal>[1],
): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw explainRefusal(error, asked)
  }
}
