import { request as httpRequest } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { Authority } from './certificates.ts'
import { listening } from './listening.ts'
import type { Listening } from './listening.ts'

export type Inspection = Listening & {
  /** Hosts that were spoken to in clear text behind the authority's certificate. */
  readonly hosts: ReadonlySet<string>
  /** What hosts were asked that the company answers for. */
  readonly heard: readonly IncomingMessage[]
  /** Who showed a certificate of their own. */
  readonly shown: readonly string[]
}

/** Whether the inspection wants to see certificates of people, and goes on without. */
export type WantsCertificate = 'no' | 'if-there-is-one' | 'always'

/** S3 takes a bucket in the host or in the path; the simulator knows the path only. */
function pathFor(host: string, url: string): string {
  const [, bucket] = /^(.+)\.s3\.us-east-1\.amazonaws\.com$/.exec(host) ?? []
  return bucket === undefined ? url : `/${bucket}${url}`
}

/**
 * Stands in for AWS and Spot over TLS, with certificates of `authority`, as a proxy that inspects
 * traffic does, and passes each request on to the simulator at `simulatorUrl`. A host in `leads` is a
 * company's own, and answers with a redirect to the address there; '' is a page of its own.
 */
export async function startInspection(
  authority: Authority,
  simulatorUrl: string,
  {
    leads = {},
    wantsCertificate = 'no',
    wantsPassword = false,
  }: {
    readonly leads?: Readonly<Record<string, string>>
    /** Every host asks for a password, as a page does that a browser is to sign in to. */
    readonly wantsPassword?: boolean
    readonly wantsCertificate?: WantsCertificate
  } = {},
): Promise<Inspection> {
  const hosts = new Set<string>()
  const heard: IncomingMessage[] = []
  const { hostname, port } = new URL(simulatorUrl)
  const { key, certificate, root } = authority
  const passOn = (request: IncomingMessage, response: ServerResponse): void => {
    const host = request.headers.host ?? ''
    hosts.add(host)
    if (wantsPassword) {
      heard.push(request)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="staff only"' })
      response.end('<!doctype html>')
      return
    }
    const location = leads[host]
    if (location !== undefined) {
      heard.push(request)
      response.writeHead(location === '' ? 200 : 302, location === '' ? {} : { location })
      response.end('<!doctype html>')
      return
    }
    const onward = httpRequest(
      {
        hostname,
        port,
        method: request.method,
        path: pathFor(host, request.url ?? '/'),
        headers: request.headers,
        agent: false,
      },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(response)
        reply.on('error', () => response.destroy())
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
    response.on('close', () => onward.destroy())
  }
  // Old devices show what OpenSSL would not show any more; whether that passes is up to the app.
  const ciphers = 'DEFAULT:@SECLEVEL=0'
  const requestCert = wantsCertificate !== 'no'
  const rejectUnauthorized = wantsCertificate === 'always'
  const server = createServer(
    { key, cert: certificate, ca: root, ciphers, requestCert, rejectUnauthorized },
    passOn,
  )
  const shown: string[] = []
  server.on('secureConnection', (socket) => {
    const name = socket.getPeerCertificate().subject?.CN
    if (name !== undefined) shown.push([name].flat().join())
  })
  return { hosts, heard, shown, ...(await listening(server)) }
}
