import { Readable } from 'node:stream'
import { HttpResponse } from '@smithy/protocol-http'
import type { HttpHandler } from '@smithy/protocol-http'
import type { QueryParameterBag } from '@smithy/types'
import { send } from './net-request.ts'
import type { Net } from './net.ts'
import type { SendOptions } from './net-request.ts'
import type { ProxySignIn } from './proxy-sign-in.ts'
import { type Route, UNKNOWN_ROUTE } from './way.ts'

export type { HttpHandler, Net, Route }

export type NetworkOptions = {
  /** Milliseconds without a byte after which a request is given up; 60,000 by default. */
  readonly inactivityMs?: number
  /** The same before the first byte where several proxies, or one and none, are tried in turn. */
  readonly severalWaysMs?: number
  /** Milliseconds for one request with its whole reply; `DEADLINE_MS` by default. */
  readonly deadlineMs?: number
  /** Bytes of one reply; `LARGEST_REPLY` by default. */
  readonly largest?: number
  /** Names the proxy and the issuer of a certificate in errors; without it they stay unnamed. */
  readonly route?: Route
  /** Answers proxies that want a password; without it they get none. */
  readonly proxySignIn?: ProxySignIn
}

/** Replies here are some kilobytes, which even a slow line brings in seconds. */
const DEADLINE_MS = 120_000
/** A mute proxy costs 30 seconds, a black hole 8; after that another one has to answer. */
const SEVERAL_WAYS_MS = 60_000
/**
 * The largest honest replies are a page of a thousand object keys and a report's manifest: about a
 * megabyte each.
 */
const LARGEST_REPLY = 8 * 1024 * 1024

const sending = ({
  inactivityMs = 60_000,
  severalWaysMs = Math.max(inactivityMs, SEVERAL_WAYS_MS),
  deadlineMs = DEADLINE_MS,
  largest = LARGEST_REPLY,
  route = UNKNOWN_ROUTE,
  proxySignIn,
}: NetworkOptions): SendOptions => ({
  inactivityMs,
  severalWaysMs,
  deadlineMs,
  largest,
  route,
  proxySignIn,
})

function queryString(query: QueryParameterBag | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => {
    const name = escape(key)
    if (value === null) return [name]
    return [value].flat().map((one) => `${name}=${escape(one)}`)
  })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** As the signature has it: RFC 3986, which escapes more than `encodeURIComponent` does. */
const escape = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined
  if (typeof body === 'string') return Buffer.from(body)
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (body instanceof ArrayBuffer) return Buffer.from(body)
  throw new TypeError('Only text and bytes are sent to AWS by this app')
}

/** The request handler for all AWS clients, over `net.request` of Electron. */
export function createHttpHandler(net: Net, options: NetworkOptions = {}): HttpHandler {
  const how = sending(options)
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, { abortSignal } = {}) {
      const body: unknown = request.body
      const port = request.port === undefined ? '' : `:${request.port}`
      const incoming = await send(
        net,
        {
          method: request.method,
          url: `${request.protocol}//${request.hostname}${port}${request.path}${queryString(request.query)}`,
          headers: request.headers,
          body: bytesOf(body),
          signal: abortSignal instanceof AbortSignal ? abortSignal : undefined,
        },
        how,
      )
      const { status: statusCode, headers } = incoming
      return {
        response: new HttpResponse({ statusCode, headers, body: Readable.from([incoming.body]) }),
      }
    },
    // Nothing to configure: proxy, trust and connections are Chromium's.
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

type JsonRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}
export type JsonReply = {
  readonly status: number
  readonly contentType: string
  readonly text: string
}
/** One request with a JSON body. Resolves for every HTTP status, rejects on network errors. */
export type HttpJson = (request: JsonRequest) => Promise<JsonReply>

/** `HttpJson` over the same `net.request`, for Spot. */
export function createHttpJson(net: Net, options: NetworkOptions = {}): HttpJson {
  const how = sending(options)
  return async ({ method, url, headers, body, signal }) => {
    const json = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
    const incoming = await send(
      net,
      {
        method,
        url,
        headers: { ...headers, ...(json ? { 'content-type': 'application/json' } : {}) },
        body: json,
        signal,
      },
      how,
    )
    return {
      status: incoming.status,
      contentType: incoming.headers['content-type'] ?? '',
      text: incoming.body.toString('utf8'),
    }
  }
}
