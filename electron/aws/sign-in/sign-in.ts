import { createHash, randomBytes as systemRandomBytes } from 'node:crypto'
import { fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { WAITS } from '../../base/waits.ts'
import type { SignInMethod } from '../../contract/ask/sign-in.ts'
import type { Reach } from '../client/clients.ts'
import { answerOfBrowser } from './browser-answer.ts'
import { CALLBACK_PATH, type BrowserPage } from './loopback.ts'
import { DEVICE_GRANT, SCOPE, createOidc, explainRefusal } from './oidc.ts'
import type { Client, DeviceAuthorization, Oidc, Portal, Stage, TokenSet } from './oidc.ts'
import { awsCode } from '../client/reply.ts'

export type { TokenSet }

/** What the person types into the browser of another machine. Time in milliseconds. */
type DeviceCode = {
  readonly userCode: string
  readonly verificationUri: string
  readonly verificationUriComplete: string
  readonly expiresAt: number
}
type BrowserOptions = Portal & {
  readonly signal: AbortSignal
  readonly onLink: (link: string, expiresAt: number) => void
}
type DeviceOptions = Portal & {
  readonly signal: AbortSignal
  readonly onCode: (code: DeviceCode) => void
}
/** By whichever method. */
export type SignInRequest = BrowserOptions & DeviceOptions & { readonly method: SignInMethod }

/**
 * Signing in to IAM Identity Center. Throws `sign-in-denied`, `sign-in-wrong-region`,
 * `sign-in-start-url-unknown`, `sign-in-refused`, `cancelled`, or what the network says.
 */
export type SignIn = {
  /** Authorization code with PKCE; also `sign-in-timeout`, `-listener-failed`, `-callback-error`. */
  readonly browser: (options: BrowserOptions) => Promise<TokenSet>
  /** Device code, for a browser elsewhere; also `device-code-disabled`, `sign-in-code-expired`. */
  readonly device: (options: DeviceOptions) => Promise<TokenSet>
  /** Throws `sign-in-ended` when refused for good; a network error stays one. */
  readonly refresh: (tokens: TokenSet) => Promise<TokenSet>
}

export type SignInOptions = Reach & {
  readonly clock: Clock
  readonly browserPage: BrowserPage
  readonly randomBytes?: (size: number) => Buffer
}

/** RFC 8628, section 3.5: five seconds more, for this and all later questions. */
const SLOW_DOWN_S = 5

/** Refusals of a refresh that no repetition changes. */
const OVER = [
  'InvalidGrantException',
  'ExpiredTokenException',
  'UnauthorizedClientException',
  'InvalidClientException',
  'AccessDeniedException',
  'InvalidRequestException',
]

async function explaining<T>(portal: Portal, during: Stage, call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw explainRefusal(error, portal, during)
  }
}

/** The page where the person signs in; AWS's parameter is `scopes`, not OAuth's `scope`. */
function authorizeLink(
  base: string,
  request: { clientId: string; redirectUri: string; state: string; verifier: string },
): string {
  const url = new URL(`${base}/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    state: request.state,
    code_challenge_method: 'S256',
    scopes: SCOPE,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
  }).toString()
  return url.href
}

/** Asks until the person has answered elsewhere. */
async function poll(
  oidc: Oidc,
  clock: Clock,
  {
    portal,
    client,
    device,
    expiresAt,
    signal,
  }: {
    portal: Portal
    client: Client
    device: DeviceAuthorization
    expiresAt: number
    signal: AbortSignal
  },
): Promise<TokenSet> {
  let seconds = Math.max(device.interval, WAITS['sign-in-code'].everyMs / 1000)
  while (clock.now() < expiresAt) {
    await clock.sleep(seconds * 1000, signal)
    try {
      const grant = { grantType: DEVICE_GRANT, deviceCode: device.deviceCode } as const
      return await oidc.token(portal, client, grant, signal)
    } catch (error) {
      const code = awsCode(error)
      if (code === 'SlowDownException') seconds += SLOW_DOWN_S
      else if (code !== 'AuthorizationPendingException')
        throw explainRefusal(error, portal, 'exchange')
    }
  }
  throw fail('sign-in-code-expired', { startUrl: portal.startUrl, region: portal.region })
}

export function createSignIn(options: SignInOptions): SignIn {
  const { clock, randomBytes = systemRandomBytes } = options
  const oidc = createOidc(options)
  const random = (): string => randomBytes(32).toString('base64url')

  return {
    async browser({ startUrl, region, signal, onLink }) {
      const portal = { startUrl, region }
      const how = {
        grantTypes: ['authorization_code', 'refresh_token'],
        // Without a port: any port of the loopback address is then accepted (RFC 8252, 7.3).
        redirectUris: [`http://127.0.0.1${CALLBACK_PATH}`],
      }
      const client = await explaining(portal, 'register', oidc.register(portal, how, signal))
      const [state, verifier] = [random(), random()]
      const { callback, redirectUri } = await answerOfBrowser({
        state,
        signal,
        clock,
        onLink,
        page: options.browserPage,
        linkTo: (uri) =>
          authorizeLink(oidc.base(region), {
            clientId: client.clientId,
            redirectUri: uri,
            state,
            verifier,
          }),
      })
      if (callback.kind === 'refused') {
        const { error, description } = callback
        if (error === 'access_denied') throw fail('sign-in-denied', portal)
        throw fail('sign-in-callback-error', { ...portal, error, description })
      }
      const grant = { code: callback.code, codeVerifier: verifier, redirectUri } as const
      const token = { grantType: 'authorization_code', ...grant } as const
      return explaining(portal, 'exchange', oidc.token(portal, client, token, signal))
    },

    async device({ startUrl, region, signal, onCode }) {
      const portal = { startUrl, region }
      const how = { grantTypes: [DEVICE_GRANT, 'refresh_token'] }
      const client = await explaining(portal, 'register', oidc.register(portal, how, signal))
      const starting = oidc.startDevice(portal, client, signal)
      const device = await explaining(portal, 'device', starting)
      const { userCode, verificationUri, verificationUriComplete, expiresIn } = device
      const expiresAt = clock.now() + expiresIn * 1000
      onCode({ userCode, verificationUri, verificationUriComplete, expiresAt })
      return poll(oidc, clock, { portal, client, device, expiresAt, signal })
    },

    async refresh(tokens) {
      const { refreshToken, startUrl } = tokens
      if (refreshToken === undefined || clock.now() >= tokens.clientSecretExpiresAt)
        throw fail('sign-in-ended', { startUrl })
      try {
        const grant = { grantType: 'refresh_token', refreshToken } as const
        const renewed = await oidc.token(tokens, tokens, grant)
        // A reply without a refresh token leaves the one there is in force (RFC 6749, section 6).
        return { refreshToken, ...renewed }
      } catch (error) {
        if (!OVER.includes(awsCode(error))) throw error
        throw fail('sign-in-ended', { startUrl }, { cause: error })
      }
    },
  }
}
