import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { timingSafeEqual } from 'node:crypto'
import { fail } from '../../errors/failure.ts'

export const CALLBACK_PATH = '/oauth/callback'

/** What the sign-in page sent back. */
export type Callback =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }

export type Loopback = {
  /** The whole redirect address, with the port. */
  readonly redirectUri: string
  /** Resolves with the one accepted callback; rejects when the signal ends it. */
  readonly callback: Promise<Callback>
  /** Frees the port. Safe to repeat. */
  readonly close: () => Promise<void>
}

/** Far more than the address and the headers of a browser that comes back from a sign-in page. */
const MAX_HEADER_BYTES = 32 * 1024
/** A browser sends its request at once; whoever does not is cut off. */
const HEADER_MS = 5_000
/** A browser opens a few ahead; of more, the oldest is ended, so that the newest is always heard. */
const MAX_CONNECTIONS = 16

/**
 * What the browser is told at the callback: the answer is here, it is a refusal, it is that of another
 * sign-in, it holds nothing, or there was one before it.
 */
type BrowserOutcome = 'received' | 'refused' | 'stranger' | 'empty' | 'over'

/** The page, as HTML, that says so. */
export type BrowserPage = (outcome: BrowserOutcome) => string

/** Why a request is refused: a status, and a page where it is a person who came back from AWS. */
type Refusal = { readonly status: number; readonly outcome?: BrowserOutcome }

function answer(response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status, {
    'content-type': body ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(body)
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The callback in a request, or why it is none. */
function readCallback(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  expected: { readonly state: string; readonly port: number },
): Callback | Refusal {
  // A name that resolves to 127.0.0.1 in the browser must not reach the listener (DNS rebinding).
  if (request.headers.host !== `127.0.0.1:${expected.port}`) return { status: 421 }
  const target = request.url ?? ''
  if (!target.startsWith('/') || !URL.canParse(target, 'http://127.0.0.1')) return { status: 400 }
  // The bytes as they came: `//x/oauth/callback` and `/oauth/./callback` would be tidied up by URL.
  if (target.split('?', 1)[0] !== CALLBACK_PATH) return { status: 404 }
  if (request.method !== 'GET') return { status: 405 }
  const { searchParams: query } = new URL(target, 'http://127.0.0.1')
  if (!same(query.get('state') ?? '', expected.state)) return { status: 400, outcome: 'stranger' }
  const error = query.get('error')
  if (error) return { kind: 'refused', error, description: query.get('error_description') ?? '' }
  const code = query.get('code')
  return code ? { kind: 'code', code } : { status: 400, outcome: 'empty' }
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    // Stays: a connection that cannot be accepted later must not end the app.
    server.on('error', (cause) => reject(fail('sign-in-listener-failed', {}, { cause })))
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(fail('sign-in-listener-failed'))
    })
  })

/** Ends the oldest connection when there are too many. */
function limitConnections(server: Server, limit: number): void {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    const [oldest] = open
    if (open.size > limit) oldest?.destroy()
  })
}

/** How patient the listener is; for tests. */
export type LoopbackLimits = {
  /** Milliseconds until a connection without a whole request is ended. */
  readonly headerMs?: number
}

/**
 * Listens on 127.0.0.1 for the one callback that carries `state`, and answers everything else with
 * an error status; whoever comes back from another sign-in reads what to do. Ends with the first good callback or with the signal, and leaves nothing open.
 * Source: RFC 8252, sections 7.3 and 8.3. Throws `sign-in-listener-failed`.
 */
export async function openLoopback(
  state: string,
  signal: AbortSignal,
  page: BrowserPage,
  { headerMs = HEADER_MS }: LoopbackLimits = {},
): Promise<Loopback> {
  signal.throwIfAborted()
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: headerMs,
    requestTimeout: headerMs,
    connectionsCheckingInterval: Math.min(headerMs, 1_000),
  })
  limitConnections(server, MAX_CONNECTIONS)
  // Garbage and silence get no answer. A browser whose early connection is ended opens another.
  server.on('clientError', (_error, socket) => socket.destroy())
  const port = await listen(server)
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      // Browsers open connections ahead and leave them idle.
      server.closeAllConnections()
    })
  const callback = new Promise<Callback>((resolve, reject) => {
    let used = false
    const onAbort = (): void => {
      used = true
      void close()
      reject(signal.reason instanceof Error ? signal.reason : fail('cancelled'))
    }
    signal.addEventListener('abort', onAbort, { once: true })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const read = readCallback(request, { state, port })
      if ('status' in read) return answer(response, read.status, read.outcome && page(read.outcome))
      if (used) return answer(response, 410, page('over'))
      used = true
      signal.removeEventListener('abort', onAbort)
      // Only now, or the end of the listener would cut off the page that says so.
      response.once('close', () => {
        void close()
        resolve(read)
      })
      return answer(response, 200, page(read.kind === 'code' ? 'received' : 'refused'))
    })
  })
  // Whoever opens the listener may fail before waiting for it.
  callback.catch(() => undefined)
  if (signal.aborted) await close()
  return { redirectUri: `http://127.0.0.1:${port}${CALLBACK_PATH}`, callback, close }
}
