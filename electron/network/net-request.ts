import { chromiumError } from '../errors/foreign/network-error.ts'

/** The part of Electron's `IncomingMessage` that is used. */
type NetResponse = {
  readonly statusCode: number
  readonly headers: Record<string, string | string[]>
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end' | 'aborted', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}
/** The part of Electron's `ClientRequest` that is used. */
type NetRequest = {
  on(event: 'response', listener: (response: NetResponse) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(
    event: 'login',
    listener: (asked: { readonly isProxy: boolean }, answer: () => void) => void,
  ): unknown
  on(
    event: 'redirect',
    listener: (
      status: number,
      method: string,
      url: string,
      headers: Record<string, string[]>,
    ) => void,
  ): unknown
  end(body?: Buffer): unknown
  abort(): void
}
/** The part of Electron's `net` that is used. */
export type Net = {
  request(options: {
    method: string
    url: string
    headers: Record<string, string>
    credentials: 'omit'
    redirect: 'manual'
    cache: 'no-store'
  }): NetRequest
}

/** What only Electron's session knows about the route to a server. */
export type Route = {
  /**
   * Calls `refuse` with Chromium's name of the error when the certificate of this host is not
   * trusted, before anything is sent to it. The function it returns ends that.
   */
  readonly whenRefused: (hostname: string, refuse: (why: string) => void) => () => void
  /** Who signed the certificate of this host that Chromium did not trust. */
  readonly issuerOf: (hostname: string) => string | undefined
  /** Host and port of the proxy on the route to this address. */
  readonly proxyFor: (url: string) => Promise<string | undefined>
}

/** A route of which nothing is known. */
export const UNKNOWN_ROUTE: Route = {
  whenRefused: () => () => undefined,
  issuerOf: () => undefined,
  proxyFor: () => Promise.resolve(undefined),
}

export type SendOptions = {
  /** Milliseconds without a byte after which the request is given up. */
  readonly inactivityMs: number
  /** Milliseconds after which it is given up all the same, for servers that send a byte now and then. */
  readonly deadlineMs: number
  /** The most bytes of a reply, unpacked. */
  readonly largest: number
  readonly route: Route
}

export type Outgoing = {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: Buffer | undefined
  readonly signal?: AbortSignal | undefined
}
export type Incoming = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Buffer
}

/** Chromium sets these itself, and refuses requests that bring them. */
const NOT_SENT = new Set([
  'host',
  'content-length',
  'expect',
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
  'accept-encoding',
])

/** Worth another attempt: the connection broke, the address and the route to it are good. */
const TRANSIENT =
  /^ERR_(CONNECTION_(RESET|CLOSED|ABORTED|TIMED_OUT)|TIMED_OUT|EMPTY_RESPONSE|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED|HTTP2_\w+|QUIC_\w+)$/

const flat = (headers: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name }, more)

/** Both generations of the SDK repeat a request whose error has this code. */
const retryable = (error: Error): Error =>
  TRANSIENT.test(chromiumError(error.message))
    ? Object.assign(error, { code: 'ECONNRESET' })
    : error

const proxyWantsPassword = (): Error =>
  named('ProxyAuthenticationRequired', 'The proxy asks for a user name and password')

/** The error with what is known about the route to `url`: properties `hostname`, `proxy`, `issuer`. */
async function placed(failure: Error, url: string, route: Route): Promise<Error> {
  const { hostname } = new URL(url)
  const chromium = chromiumError(failure.message)
  const proxy =
    failure.name === 'ProxyAuthenticationRequired' || /PROXY|TUNNEL|SOCKS|PAC_/.test(chromium)
      ? // Only a name for the sentence: without it, the failure itself still has to be told.
        await route.proxyFor(url).catch(() => undefined)
      : undefined
  const issuer = chromium.includes('CERT') ? route.issuerOf(hostname) : undefined
  return Object.assign(retryable(failure), {
    hostname,
    ...(proxy ? { proxy } : {}),
    ...(issuer ? { issuer } : {}),
  })
}

const abortError = (): Error => named('AbortError', 'The request was cancelled')

/**
 * One request over Chromium's network stack, so that the system's proxy and trusted certificates
 * apply. The reply is read to its end: replies here are small, and a truncated one can be repeated
 * only while the SDK still holds the request. One that is too large, or takes too long altogether,
 * is given up at once and not asked for again: it would be the same.
 */
export function send(net: Net, outgoing: Outgoing, options: SendOptions): Promise<Incoming> {
  const { url, signal } = outgoing
  const { route } = options
  const { hostname } = new URL(url)
  if (signal?.aborted) return Promise.reject(abortError())
  return new Promise((resolve, reject) => {
    const request = opened(net, outgoing)
    let passwordAsked = false
    const settle = (): void => {
      patience.end()
      forgetRefusal()
      signal?.removeEventListener('abort', onAbort)
    }
    const done = (incoming: Incoming): void => {
      settle()
      resolve(incoming)
    }
    const give = (failure: Error): void => {
      settle()
      const refused = passwordAsked && /PROXY|TUNNEL|AUTH/.test(chromiumError(failure.message))
      placed(refused ? proxyWantsPassword() : failure, url, route).then(reject, reject)
    }
    const giveUp = (failure: Error): void => {
      give(failure)
      request.abort()
    }
    const onAbort = (): void => giveUp(abortError())
    const forgetRefusal = route.whenRefused(hostname, (why) => giveUp(new Error(why)))
    const patience = havePatience(options, hostname, giveUp)
    signal?.addEventListener('abort', onAbort, { once: true })
    request.on('error', give)
    request.on('login', ({ isProxy }, answer) => {
      passwordAsked ||= isProxy
      // Nothing to give: a system sign-in (Kerberos, NTLM) has been tried by Chromium before this.
      answer()
    })
    // Followed redirects would take the signature elsewhere: the caller gets to see them instead.
    request.on('redirect', (status, _method, _url, headers) => {
      done({ status, headers: flat(headers), body: Buffer.alloc(0) })
    })
    request.on('response', (response) => {
      receive(response, { hostname, largest: options.largest, patience, done, give, giveUp })
    })
    patience.stir()
    request.end(outgoing.body)
  })
}

function opened(net: Net, { method, url, headers }: Outgoing): NetRequest {
  const sent = Object.entries(headers).filter(([name]) => !NOT_SENT.has(name.toLowerCase()))
  return net.request({
    method,
    url,
    headers: Object.fromEntries(sent),
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
  })
}

/** How long a request may take. */
type Patience = {
  /** A byte has come: the wait for the next one begins. */
  readonly stir: () => void
  readonly end: () => void
  readonly hasEnded: () => boolean
}

function havePatience(
  { inactivityMs, deadlineMs }: SendOptions,
  hostname: string,
  giveUp: (failure: Error) => void,
): Patience {
  let timer: NodeJS.Timeout | undefined
  let ended = false
  const deadline = setTimeout(() => {
    giveUp(named('EndlessReply', `No whole answer from ${hostname} in ${deadlineMs} ms`))
  }, deadlineMs)
  return {
    stir() {
      clearTimeout(timer)
      if (ended) return
      timer = setTimeout(() => {
        giveUp(named('TimeoutError', `No answer from ${hostname}`, { code: 'ETIMEDOUT' }))
      }, inactivityMs)
    },
    end() {
      ended = true
      clearTimeout(timer)
      clearTimeout(deadline)
    },
    hasEnded: () => ended,
  }
}

/** Reads a reply to its end. */
function receive(
  response: NetResponse,
  {
    hostname,
    largest,
    patience,
    done,
    give,
    giveUp,
  }: {
    readonly hostname: string
    readonly largest: number
    readonly patience: Patience
    readonly done: (incoming: Incoming) => void
    /** The request failed. */
    readonly give: (failure: Error) => void
    /** The request is ended. */
    readonly giveUp: (failure: Error) => void
  },
): void {
  const chunks: Buffer[] = []
  let bytes = 0
  patience.stir()
  response.on('data', (chunk) => {
    if (patience.hasEnded()) return
    bytes += chunk.byteLength
    if (bytes > largest) {
      chunks.length = 0
      giveUp(named('OversizedReply', `More than ${largest} bytes from ${hostname}`))
      return
    }
    chunks.push(chunk)
    patience.stir()
  })
  response.on('error', give)
  response.on('aborted', () => {
    give(named('TruncatedReply', `The reply of ${hostname} ended early`, { code: 'ECONNRESET' }))
  })
  response.on('end', () => {
    if (response.statusCode === 407) {
      give(proxyWantsPassword())
      return
    }
    const body = Buffer.concat(chunks)
    done({ status: response.statusCode, headers: flat(response.headers), body })
  })
}
