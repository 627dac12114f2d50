import { chromiumError } from '../errors/foreign/network-error.ts'
import type { Route } from './way.ts'

/** Worth another attempt: the connection broke, the address and the route to it are good. */
const TRANSIENT =
  /^ERR_(CONNECTION_(RESET|CLOSED|ABORTED|TIMED_OUT)|ABORTED|TIMED_OUT|EMPTY_RESPONSE|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED|HTTP2_\w+|QUIC_\w+)$/

/** An error with a name of its own, as `network-error.ts` recognises it. */
export const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name }, more)

/** A failure that several requests share, for one of them to be placed on its own way. */
export const ownOf = (failure: Error): Error =>
  named(failure.name, failure.message, {
    cause: failure,
    ...('code' in failure ? { code: failure.code } : {}),
  })

/** Both generations of the SDK repeat a request whose error has this code. */
const retryable = (error: Error): Error =>
  TRANSIENT.test(chromiumError(error.message))
    ? Object.assign(error, { code: 'ECONNRESET' })
    : error

export const proxyWantsPassword = (): Error =>
  named('ProxyAuthenticationRequired', 'The proxy asks for a user name and password')

export const serverWantsPassword = (): Error =>
  named('ServerAuthenticationRequired', 'The server asks for a user name and password')

/** The proxy itself failed: nothing was tried behind it. */
const ofProxy = (failure: Error, chromium: string): boolean =>
  failure.name === 'ProxyAuthenticationRequired' ||
  // A certificate is asked for by the proxy or by who is behind it: nobody can tell.
  /PROXY|TUNNEL|SOCKS|PAC_|_AUTH(_|$)/.test(chromium)
/** Nobody answered, whoever was asked: the error is that of the last way that was tried. */
const unanswered = (failure: Error, chromium: string): boolean =>
  failure.name === 'TimeoutError' ||
  /NAME_NOT|CONNECTION_(REFUSED|FAILED|TIMED)|ERR_TIMED|UNREACHABLE|DISCONNECTED/.test(chromium)

/**
 * The error with what is known about the route to `url`: properties `hostname`, `proxy`, `issuer`, and
 * `tried`: `direct` where the way without the proxy did not work either.
 */
export async function placed(failure: Error, url: string, route: Route): Promise<Error> {
  const { hostname } = new URL(url)
  const chromium = chromiumError(failure.message)
  const here = ofProxy(failure, chromium)
  const behind = !here && unanswered(failure, chromium)
  // Only a name for the sentence: without it, the failure itself still has to be told.
  const way = here || behind ? await route.wayTo(url).catch(() => undefined) : undefined
  const proxy = way?.proxies[0]
  const issuer = chromium.includes('CERT') ? route.issuerOf(hostname) : undefined
  return Object.assign(retryable(failure), {
    hostname,
    ...(proxy ? { proxy } : {}),
    ...(proxy && behind && way?.direct ? { tried: 'direct' } : {}),
    ...(issuer ? { issuer } : {}),
  })
}
