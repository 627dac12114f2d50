import { createServer } from 'node:http'
import { listening } from './listening.ts'
import type { Listening } from './listening.ts'

export type PacServer = Listening & {
  readonly url: string
  /** How often the file was fetched. */
  readonly fetched: () => number
}

/**
 * Serves a proxy auto-configuration file that sends AWS through the proxy, or by `ways` as such a file
 * lists them, and the rest directly.
 */
export async function startPacServer(
  proxyPort: number,
  ways = `PROXY 127.0.0.1:${proxyPort}`,
): Promise<PacServer> {
  let fetched = 0
  const script = `function FindProxyForURL(url, host) {
    return dnsDomainIs(host, '.amazonaws.com') ? '${ways}' : 'DIRECT'
  }`
  const server = createServer((request, response) => {
    if (request.url !== '/proxy.pac') return response.writeHead(404).end()
    fetched += 1
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' })
    return response.end(script)
  })
  const started = await listening(server)
  return {
    ...started,
    url: `http://127.0.0.1:${started.port}/proxy.pac`,
    fetched: () => fetched,
  }
}
