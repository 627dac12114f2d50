import { chromiumError } from '../errors/foreign/network-error.ts'
import { named } from './failures.ts'
import type { AuthInfo, Net } from './net.ts'

/** How a proxy asks who somebody is. */
export type Challenge = {
  /** Its host and port. */
  readonly proxy: string
  /** `basic`, `digest`, `ntlm` or `negotiate`, as Electron names them. */
  readonly scheme: string
  /** What the proxy calls what it guards; '' where it says nothing. Written by whoever runs it. */
  readonly realm: string
}
export type Credentials = { readonly username: string; readonly password: string }

/** What a proxy said to a password. */
export type Verdict =
  | 'taken'
  | 'refused'
  /** It let the request pass without one. */
  | 'not-asked'
  /** It asked in another way than before, and got nothing. */
  | 'asked-otherwise'
  /** Another one on the way asked, and got nothing: this one was not met. */
  | 'not-met'

export const challengeOf = ({ scheme, host, port, realm }: AuthInfo): Challenge => ({
  proxy: `${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`,
  scheme: scheme.toLowerCase(),
  realm,
})

/** The host of a `Challenge`'s proxy, as certificates name it. */
export const hostOf = ({ proxy }: Challenge): string =>
  new URL(`http://${proxy}`).hostname.replace(/^\[(.*)\]$/, '$1')

const isSame = (one: Challenge, other: Challenge): boolean =>
  one.scheme === other.scheme && one.realm === other.realm

/** Milliseconds for a connection through the proxy, with its questions. */
const LIMIT = 20_000

/** Met behind the proxy, or said by one that let the person in and the address not through. */
const BEHIND = /^ERR_(CERT_|SSL_|BAD_SSL_|TUNNEL_CONNECTION_FAILED$)/

/**
 * Tries a password at the proxy that asked for it, once, on the way to the host of `url`. `net` has to
 * be one that has connections and a memory of its own, both empty, and that refuses the certificate of
 * that host: then nothing is sent to it. Rejects with what the network says.
 */
export function attemptAt(
  net: Net,
  url: string,
  challenge: Challenge,
  { username, password }: Credentials,
  signal?: AbortSignal,
): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      method: 'GET',
      url: new URL('/', url).href,
      headers: {},
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    })
    let given = false
    const over = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      settle()
      request.abort()
    }
    const say = (verdict: Verdict): void => over(() => resolve(verdict))
    const give = (failure: Error): void => over(() => reject(failure))
    const stop = (): void => give(named('AbortError', 'The attempt was cancelled'))
    const { hostname } = new URL(url)
    const timer = setTimeout(
      () => give(named('TimeoutError', `No answer from ${hostname}`, { code: 'ETIMEDOUT' })),
      LIMIT,
    )
    signal?.addEventListener('abort', stop, { once: true })
    const through = (): void => say(given ? 'taken' : 'not-asked')
    request.on('login', (asked, answer) => {
      if (given && asked.isProxy) return say('refused')
      if (!asked.isProxy) return through()
      const now = challengeOf(asked)
      if (now.proxy !== challenge.proxy) return say('not-met')
      if (!isSame(now, challenge)) return say('asked-otherwise')
      given = true
      answer(username, password)
    })
    request.on('redirect', through)
    request.on('response', ({ statusCode }) => {
      // Before this reply it has asked once more, so it was heard already.
      if (statusCode !== 407) through()
    })
    request.on('error', (failure) => {
      if (BEHIND.test(chromiumError(failure.message))) through()
      else give(failure)
    })
    if (signal?.aborted) stop()
    else request.end()
  })
}
