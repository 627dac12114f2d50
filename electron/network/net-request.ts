import { chromiumError } from '../errors/foreign/network-error.ts'
import type { Net, NetRequest, NetResponse } from './net.ts'
import { named, ownOf, placed, proxyWantsPassword, serverWantsPassword } from './failures.ts'
import { havePatience, type Patience } from './patience.ts'
import { challengeOf } from './proxy-attempt.ts'
import { NOBODY_TO_ASK, type Passage, type ProxySignIn } from './proxy-sign-in.ts'
import type { Route } from './way.ts'

export type SendOptions = {
  /** Milliseconds without a byte after which the request is given up. */
  readonly inactivityMs: number
  /**
   * The same until the first byte where Chromium has several ways to try, one after the other. It
   * gives a proxy that is mute 30 seconds (33.4.11), and forgets that it was when it is interrupted.
   */
  readonly severalWaysMs: number
  /** Milliseconds after which it is given up all the same, for servers that send a byte now and then. */
  readonly deadlineMs: number
  /** The most bytes of a reply, unpacked. */
  readonly largest: number
  readonly route: Route
  /** What to do where a proxy asks for a password; without it, it gets none. */
  readonly proxySignIn?: ProxySignIn | undefined
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

const flat = (headers: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

/** A way that nobody knows is waited for as the only one. */
const ignoreUnknownWay = (): void => undefined

const abortError = (): Error => named('AbortError', 'The request was cancelled')

/**
 * One request over Chromium's network stack, so that the system's proxy and trusted certificates
 * apply. The reply is read to its end: replies here are small, and a truncated one can be repeated
 * only while the SDK still holds the request. One that is too large, or takes too long altogether,
 * is given up at once and not asked for again: it would be the same. One that a proxy held up for want
 * of a password has reached nobody, and is sent anew once there is one; a person's time counts for none.
 */
export async function send(net: Net, outgoing: Outgoing, options: SendOptions): Promise<Incoming> {
  const { url, signal } = outgoing
  const { route, proxySignIn = NOBODY_TO_ASK } = options
  for (;;) {
    if (signal?.aborted) throw abortError()
    const failed = async (failure: unknown): Promise<never> => {
      if (signal?.aborted) throw abortError()
      throw failure instanceof Error ? await placed(ownOf(failure), url, route) : failure
    }
    await proxySignIn.ready(url, signal).catch(failed)
    const passage = proxySignIn.begin()
    const reply = await sendOnce(net, outgoing, options, passage)
    if (reply !== HELD_UP) return reply
    const again = await passage.goOn(url, signal).catch(failed)
    if (!again) throw await placed(proxyWantsPassword(), url, route)
  }
}

/** A proxy wanted a password that nobody had. */
const HELD_UP = Symbol('held up')

function sendOnce(
  net: Net,
  outgoing: Outgoing,
  options: SendOptions,
  passage: Passage,
): Promise<Incoming | typeof HELD_UP> {
  const { url, signal } = outgoing
  const { route } = options
  const { hostname } = new URL(url)
  if (signal?.aborted) return Promise.reject(abortError())
  return new Promise((resolve, reject) => {
    const request = opened(net, outgoing)
    /** Who has asked for a password, and got none. */
    let asked: 'proxy' | 'server' | null = null
    const settle = (): void => {
      patience.end()
      forgetRefusal()
      signal?.removeEventListener('abort', onAbort)
    }
    const done = (incoming: Incoming): void => {
      settle()
      // AWS and Spot answer in their own forms, and never ask a browser's question.
      if (isRefusedPage(incoming)) give(serverWantsPassword())
      else resolve(incoming)
    }
    const give = (failure: Error): void => {
      settle()
      if (asked === 'proxy' && wasHeldUp(failure)) resolve(HELD_UP)
      else placed(failure, url, route).then(reject, reject)
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
    request.on('login', (who, answer) => {
      // Asked again with nothing to give: Chromium would go on 32 times, and each may count.
      if (asked) return giveUp(asked === 'proxy' ? proxyWantsPassword() : serverWantsPassword())
      const known = who.isProxy ? passage.answer(challengeOf(who)) : null
      if (known) return answer(known.username, known.password)
      asked = who.isProxy ? 'proxy' : 'server'
      // A system sign-in (Kerberos, NTLM) has been tried by Chromium before this.
      answer()
    })
    // Followed redirects would take the signature elsewhere: the caller gets to see them instead.
    request.on('redirect', (status, _method, _url, headers) => {
      done({ status, headers: flat(headers), body: Buffer.alloc(0) })
    })
    request.on('response', (response) => {
      if (isWhole(outgoing, response)) {
        const { statusCode: status, headers } = response
        done({ status, headers: flat(headers), body: Buffer.alloc(0) })
        request.abort()
        return
      }
      receive(response, { hostname, largest: options.largest, patience, done, give, giveUp })
    })
    patience.stir()
    route.wayTo(url).then(({ proxies, direct }) => {
      if (proxies.length + (direct ? 1 : 0) > 1) patience.startAgain(options.severalWaysMs)
    }, ignoreUnknownWay)
    request.end(outgoing.body)
  })
}

/** Whether it failed for want of what the proxy had asked for. */
const wasHeldUp = (failure: Error): boolean =>
  failure.name === 'ProxyAuthenticationRequired' ||
  /PROXY|TUNNEL|AUTH/.test(chromiumError(failure.message))

/**
 * What a browser shows behind its own question; Spot refuses a token with data (JSON). Chromium asks nobody
 * on behalf of a server where no credentials are to be sent: only the reply tells (33.4.11).
 */
const isRefusedPage = ({ status, headers }: Incoming): boolean =>
  status === 401 &&
  headers['www-authenticate'] !== undefined &&
  !/json/i.test(headers['content-type'] ?? '')

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

/**
 * Whether the whole of something comes, of which a part was asked for: a proxy may not know of parts. It
 * is not taken in, and the caller sees by the status why there is nothing.
 */
function isWhole({ headers }: Outgoing, { statusCode }: NetResponse): boolean {
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  return statusCode === 200 && names.includes('range')
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
