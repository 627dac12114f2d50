import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { Authority } from './certificates.ts'
import { listening } from './listening.ts'
import type { Listening } from './listening.ts'

export type ProxyOptions = {
  /** The port on 127.0.0.1 that stands in for every outside host. */
  readonly upstream: number
  /** `user:password`, without which nothing is let through. */
  readonly password?: string
  /** What the proxy says of itself where it asks for a password. */
  readonly realm?: string
  /** Wrong passwords one after the other with which the person's account is locked, as a directory does. */
  readonly locksAfter?: number
  /** Milliseconds before it says what it thinks of a request. */
  readonly slowness?: number
  /** What it waits for before it answers anybody. */
  readonly gate?: Promise<void>
  /** The authority with whose certificate the proxy is spoken to over TLS; in the clear without. */
  readonly behind?: Pick<Authority, 'key' | 'certificate'>
  /** Hosts (with port) that the proxy's owner does not want to be reached. */
  readonly blocks?: (destination: string) => boolean
}

/** What was asked of the proxy, in order. */
type Passage = {
  /** `host:port` of a CONNECT; the whole address of a request without a tunnel. */
  readonly destination: string
  readonly status: 200 | 403 | 407 | 502
  /** Bytes through the tunnel: from the app, and to it. */
  sent: number
  received: number
}

export type Proxy = Listening & {
  readonly passages: readonly Passage[]
  /** Every `user:password` that was sent, in order. */
  readonly attempts: string[]
  /** From now on only this `user:password` is taken. */
  readonly change: (password: string) => void
  readonly isLocked: () => boolean
}

const WORDS = { 403: 'Forbidden', 407: 'Proxy Authentication Required', 502: 'Bad Gateway' }

function tunnel(client: Duplex, server: Socket, early: Buffer, passage: Passage): void {
  // Either end may go at any time: then the other goes too.
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
  client.on('data', (chunk: Buffer) => (passage.sent += chunk.length))
  server.on('data', (chunk: Buffer) => (passage.received += chunk.length))
  passage.sent += early.length
  server.once('connect', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    server.write(early)
    client.pipe(server)
    server.pipe(client)
  })
}

/** A directory with one account, as it stands behind a proxy. */
function directory(first: string | undefined, locksAfter: number) {
  let password = first
  let wrong = 0
  const attempts: string[] = []
  return {
    attempts,
    change: (next: string): void => void (password = next),
    isLocked: (): boolean => wrong >= locksAfter,
    /** Whether the header of a request is that of the person. */
    knows: ({ headers }: IncomingMessage): boolean => {
      if (password === undefined) return true
      const header = headers['proxy-authorization']
      if (header === undefined) return false
      const said = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString()
      attempts.push(said)
      if (wrong >= locksAfter) return false
      wrong = said === password ? 0 : wrong + 1
      return said === password
    },
  }
}

/** An HTTP proxy on 127.0.0.1 that writes down where every byte wants to go. */
export async function startProxy({
  upstream,
  password,
  blocks,
  realm = 'staff only',
  locksAfter = Infinity,
  slowness = 0,
  gate,
  behind,
}: ProxyOptions): Promise<Proxy> {
  const passages: Passage[] = []
  const { knows, ...people } = directory(password, locksAfter)
  const pass = (destination: string, status: Passage['status']): Passage => {
    const passage = { destination, status, sent: 0, received: 0 }
    passages.push(passage)
    return passage
  }
  const refuse = (request: IncomingMessage, response: ServerResponse): void => {
    pass(`${request.method} ${request.url}`, 502)
    response.writeHead(502).end()
  }
  const server = behind
    ? createSecureServer({ key: behind.key, cert: behind.certificate }, refuse)
    : createServer(refuse)
  const verdict = (request: IncomingMessage, destination: string): Passage['status'] => {
    if (!knows(request)) return 407
    return blocks?.(destination) ? 403 : 200
  }
  const onConnect = async (request: IncomingMessage, client: Duplex, early: Buffer) => {
    client.on('error', () => client.destroy())
    const destination = request.url ?? ''
    if (slowness > 0) await delay(slowness)
    await gate
    const status = verdict(request, destination)
    const passage = pass(destination, status)
    if (status === 200) return tunnel(client, connect(upstream, '127.0.0.1'), early, passage)
    const asks = status === 407 ? `Proxy-Authenticate: Basic realm="${realm}"\r\n` : ''
    client.end(`HTTP/1.1 ${status} ${WORDS[status]}\r\n${asks}Content-Length: 0\r\n\r\n`)
  }
  server.on('connect', (request: IncomingMessage, client: Duplex, early: Buffer) => {
    void onConnect(request, client, early)
  })
  return { passages, ...people, ...(await listening(server)) }
}
