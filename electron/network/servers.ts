import type { Clock } from '../base/clock.ts'
import type { HttpHandler } from '@smithy/protocol-http'
import { toAppError } from '../errors/failure.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import type { HttpJson } from './network.ts'

/** How the last request to a server went. */
export type Server = {
  /** Its name, in which `<bucket>` stands for the name of a bucket. */
  readonly host: string
  /** When the request ended, in milliseconds since the epoch. */
  readonly at: number
  /** Null when it answered, whatever it said; else why no answer came. */
  readonly error: ErrorCode | null
}

/** What is known of the servers that were asked since the start: in memory only, for whoever helps. */
export type Servers = {
  readonly all: () => readonly Server[]
  readonly watchedHandler: (handler: HttpHandler) => HttpHandler
  readonly watchedJson: (http: HttpJson) => HttpJson
}

/** More than there are in `resources/endpoints.json`: the names of buckets are told as one. */
const MOST = 40

export const BUCKET = '<bucket>'

export function createServers(clock: Pick<Clock, 'now'>): Servers {
  const servers = new Map<string, Server>()
  const note = (hostname: string, error: ErrorCode | null): void => {
    const host = withoutBucket(hostname)
    if (!servers.has(host) && servers.size >= MOST) return
    servers.set(host, { host, at: clock.now(), error })
  }
  const watched = async <Reply>(hostname: string, asking: Promise<Reply>): Promise<Reply> => {
    try {
      const reply = await asking
      note(hostname, null)
      return reply
    } catch (error) {
      const { code } = toAppError(error)
      // Whoever gives up a request says nothing about the server.
      if (code !== 'cancelled') note(hostname, code)
      throw error
    }
  }
  return {
    all: () => [...servers.values()],
    watchedHandler: (handler) => ({
      ...handler,
      handle: (request, options) => watched(request.hostname, handler.handle(request, options)),
    }),
    watchedJson: (http) => (request) => watched(new URL(request.url).hostname, http(request)),
  }
}

/** A bucket's name may be a company's, and often holds the account's number. */
function withoutBucket(hostname: string): string {
  return hostname.replace(/^.+(?=\.s3\.[a-z0-9-]+\.amazonaws\.com$)/, BUCKET)
}
