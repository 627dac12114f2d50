import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { listening } from './listening.ts'
import type { Listening } from './listening.ts'

export type ProxyOptions = {
  /** The port on 127.0.0.1 that stands in for every outside host. */
  readonly upstream: number
  /** `user:password`, without which nothing is let through. */
  readonly password?: string
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

export type Proxy = Listening & { readonly passages: readonly Passage[] }

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

/** An HTTP proxy on 127.0.0.1 that writes down where every byte wants to go. */
export async function startProxy({ upstream, password, blocks }: ProxyOptions): Promise<Proxy> {
  const passages: Passage[] = []
  const pass = (destination: string, status: Passage['status']): Passage => {
    const passage = { destination, status, sent: 0, received: 0 }
    passages.push(passage)
    return passage
  }
  const server = createServer((request, response) => {
    pass(`${request.method} ${request.url}`, 502)
    response.writeHead(502).end()
  })
  const verdict = (request: IncomingMessage, destination: string): Passage['status'] => {
    const expected = `Basic ${Buffer.from(password ?? '').toString('base64')}`
    if (password !== undefined && request.headers['proxy-authorization'] !== expected) return 407
    return blocks?.(destination) ? 403 : 200
  }
  server.on('connect', (request: IncomingMessage, client: Duplex, early: Buffer) => {
    const destination = request.url ?? ''
    const status = verdict(request, destination)
    const passage = pass(destination, status)
    if (status === 200) return tunnel(client, connect(upstream, '127.0.0.1'), early, passage)
    client.on('error', () => client.destroy())
    const asks = status === 407 ? 'Proxy-Authenticate: Basic realm="staff only"\r\n' : ''
    client.end(`HTTP/1.1 ${status} ${WORDS[status]}\r\n${asks}Content-Length: 0\r\n\r\n`)
  })
  return { passages, ...(await listening(server)) }
}
