import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpRequest } from '@smithy/protocol-http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toAppError } from '../errors/failure.ts'
import { createIdentity } from '../aws/sign-in/identity.ts'
import { createBuckets } from '../aws/s3/buckets.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { UNKNOWN_ROUTE } from './way.ts'
import { createHttpHandler, createHttpJson } from './network.ts'
import type { Net, Route } from './network.ts'
import { createReports } from '../aws/cur/reports.ts'
import { nodeNet } from '../aws/testing/node-net.ts'
import type { SentRequest } from '../aws/testing/node-net.ts'
import { PAYER, simulated } from '../aws/testing/simulated.ts'

type Serve = (message: IncomingMessage, response: ServerResponse) => void

/** A server that ends with the test. Resolves its port. */
async function serving(serve: Serve): Promise<number> {
  const server = createServer(serve)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const asked = (port: number, more: Partial<ConstructorParameters<typeof HttpRequest>[0]> = {}) =>
  new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, path: '/', ...more })
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )
const codeOf = async (promise: Promise<unknown>) => toAppError(await errorOf(promise)).code

describe('requests', () => {
  test('are sent as they were signed, without what Chromium sets itself', async () => {
    const seen: { url: string; headers: IncomingMessage['headers']; body: string }[] = []
    const port = await serving((message, response) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        seen.push({ url: message.url ?? '', headers: message.headers, body })
        response.setHeader('x-amz-two', ['a', 'b'])
        response.end('answer')
      })
    })
    const sent: SentRequest[] = []
    const bytes = new Uint8Array(Buffer.from('xxbodyxx').buffer.slice(0))
    const { response } = await createHttpHandler(nodeNet(sent)).handle(
      asked(port, {
        method: 'PUT',
        path: '/a%20b',
        query: { list: ['2', "it's"], policy: null, empty: '' },
        headers: { Host: 'x', 'Content-Length': '4', Expect: '100-continue', 'x-amz-date': 'd' },
        body: bytes.subarray(bytes.length, bytes.length),
      }),
    )
    expect(seen[0]?.url).toBe('/a%20b?list=2&list=it%27s&policy&empty=')
    expect(seen[0]?.headers).toMatchObject({ host: `127.0.0.1:${port}`, 'x-amz-date': 'd' })
    expect(sent[0]).toMatchObject({ credentials: 'omit', redirect: 'manual', cache: 'no-store' })
    expect(response.statusCode).toBe(200)
    expect(response.headers['x-amz-two']).toBe('a, b')
  })

  test('carry only their own part of a larger buffer', async () => {
    const bodies: string[] = []
    const port = await serving((message, response) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('end', () => {
        bodies.push(Buffer.concat(chunks).toString())
        response.end()
      })
    })
    const handler = createHttpHandler(nodeNet())
    const large = new TextEncoder().encode('xxbodyxx')
    await handler.handle(asked(port, { method: 'POST', body: large.subarray(2, 6) }))
    await handler.handle(asked(port, { method: 'POST', body: 'text' }))
    expect(bodies).toEqual(['body', 'text'])
  })

  test('end when they are cancelled, before and during', async () => {
    const controller = new AbortController()
    const port = await serving(() => controller.abort())
    const handler = createHttpHandler(nodeNet())
    const abortSignal = controller.signal
    expect(await codeOf(handler.handle(asked(port), { abortSignal }))).toBe('cancelled')
    const sent: SentRequest[] = []
    const late = createHttpHandler(nodeNet(sent)).handle(asked(port), { abortSignal })
    expect(await codeOf(late)).toBe('cancelled')
    expect(sent).toEqual([])
  })

  test('do not follow redirects', async () => {
    const port = await serving((_, response) => {
      response.writeHead(307, { location: 'https://elsewhere.example/' }).end()
    })
    const { response } = await createHttpHandler(nodeNet()).handle(asked(port))
    expect(response.statusCode).toBe(307)
    expect(response.headers['location']).toBe('https://elsewhere.example/')
  })
})

describe('failures', () => {
  test('of a proxy that asks for a password have a name', async () => {
    const port = await serving((_, response) => {
      response.writeHead(407).end('no')
    })
    expect(await codeOf(createHttpHandler(nodeNet()).handle(asked(port)))).toBe(
      'network-proxy-auth',
    )
  })

  test('of a connection that says nothing end after a while', async () => {
    const port = await serving(() => undefined)
    const handler = createHttpHandler(nodeNet(), { inactivityMs: 20 })
    const error = await errorOf(handler.handle(asked(port)))
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT', hostname: '127.0.0.1' })
    expect(toAppError(error)).toMatchObject({
      code: 'network-timeout',
      facts: { host: '127.0.0.1' },
    })
  })

  test('of a server that sends a byte now and then end all the same, and once', async () => {
    let times = 0
    const port = await serving((_, response) => {
      times += 1
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(drip))
    })
    const handler = createHttpHandler(nodeNet(), { inactivityMs: 5000, deadlineMs: 100 })
    const error = await errorOf(handler.handle(asked(port)))
    expect(toAppError(error)).toMatchObject({
      code: 'network-endless',
      facts: { host: '127.0.0.1' },
    })
    expect(error).not.toHaveProperty('code')
    expect(times).toBe(1)
  })

  test('of a reply without measure end as soon as it is too large', async () => {
    let closed = false
    const port = await serving((_, response) => {
      response.on('close', () => (closed = true))
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const pour = (): void => {
        if (!closed && response.write(chunk)) setImmediate(pour)
      }
      response.on('drain', pour)
      response.writeHead(200)
      pour()
    })
    const error = await errorOf(createHttpHandler(nodeNet()).handle(asked(port)))
    expect(toAppError(error)).toMatchObject({
      code: 'network-oversized',
      facts: { host: '127.0.0.1' },
    })
    await expect.poll(() => closed).toBe(true)
    const small = createHttpJson(nodeNet(), { largest: 10 })
    const url = `http://127.0.0.1:${port}/`
    closed = false
    expect(await codeOf(small({ method: 'GET', url, headers: {} }))).toBe('network-oversized')
  })

  test('are none where a reply just fits', async () => {
    const port = await serving((_, response) => void response.end('x'.repeat(1000)))
    const json = createHttpJson(nodeNet(), { largest: 1000 })
    const reply = await json({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} })
    expect(reply.text).toHaveLength(1000)
  })

  test('in the middle of a reply are worth another attempt', async () => {
    const port = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    const error = await errorOf(createHttpHandler(nodeNet()).handle(asked(port)))
    expect(error).toMatchObject({ code: 'ECONNRESET' })
    expect(toAppError(error).code).toBe('network-truncated')
  })

  test.each([
    ['net::ERR_CONNECTION_RESET', 'ECONNRESET', 'network-reset'],
    ['net::ERR_NETWORK_CHANGED', 'ECONNRESET', 'network-reset'],
    ['net::ERR_NAME_NOT_RESOLVED', undefined, 'network-dns'],
    ['net::ERR_CERT_AUTHORITY_INVALID', undefined, 'network-certificate'],
    ['net::ERR_PROXY_CONNECTION_FAILED', undefined, 'network-proxy-unreachable'],
  ])('%s gets the code %s', async (message, code, expected) => {
    const failing: Net = {
      request: () => ({
        on(event: string, listener: (...values: never[]) => void) {
          if (event === 'error')
            queueMicrotask(() => void Reflect.apply(listener, undefined, [new Error(message)]))
        },
        end: () => undefined,
        abort: () => undefined,
      }),
    }
    const error = await errorOf(createHttpHandler(failing).handle(asked(1)))
    expect(Reflect.get(Object(error), 'code')).toBe(code)
    expect(toAppError(error).code).toBe(expected)
  })
})

describe('what is known about the route', () => {
  const proxied: Route = {
    ...UNKNOWN_ROUTE,
    issuerOf: (hostname) => (hostname === '127.0.0.1' ? 'Inspection CA' : undefined),
    wayTo: () => Promise.resolve({ proxies: ['proxy.example:8080'], direct: false }),
  }
  /** Who asks for a login, as Electron tells it. */
  const asks = (isProxy: boolean) => ({
    isProxy,
    scheme: 'basic',
    host: 'proxy.example',
    port: 8080,
    realm: 'staff',
  })
  /** A network on which every request is asked for a login, as wanted, and then fails. */
  const failing = (message: string, asker?: ReturnType<typeof asks>) => {
    let answers = 0
    const net: Net = {
      request: () => ({
        on(event: string, listener: (...values: never[]) => void) {
          const tell = (...values: unknown[]) =>
            queueMicrotask(() => void Reflect.apply(listener, undefined, values))
          // Chromium asks before it fails, and waits for the answer.
          if (event === 'login' && asker) tell(asker, () => (answers += 1))
          if (event === 'error') setImmediate(() => tell(new Error(message)))
        },
        end: () => undefined,
        abort: () => undefined,
      }),
    }
    return { net, answered: () => answers }
  }
  const failure = async (net: Net, route: Route = proxied) =>
    toAppError(await errorOf(createHttpHandler(net, { route }).handle(asked(1))))

  test('names the proxy that wants a password, and gives it none', async () => {
    const { net, answered } = failing('net::ERR_TUNNEL_CONNECTION_FAILED', asks(true))
    expect(await failure(net)).toMatchObject({
      code: 'network-proxy-auth',
      facts: { host: '127.0.0.1', proxy: 'proxy.example:8080', asks: 'password' },
    })
    expect(answered()).toBe(1)
  })

  test('names the proxy that lets nothing through for another reason', async () => {
    for (const asker of [undefined, asks(false)]) {
      const { net } = failing('net::ERR_TUNNEL_CONNECTION_FAILED', asker)
      const { code, facts } = await failure(net)
      expect(code).toBe('network-proxy-auth')
      expect(facts).toEqual({ host: '127.0.0.1', proxy: 'proxy.example:8080' })
    }
  })

  test('gives a server that asks as a web page does nothing, and says that it is none of AWS’s', async () => {
    const net = (type: string): Net => ({
      request: () => ({
        on(event: string, listener: (...values: never[]) => void) {
          const tell = (...values: unknown[]) => void Reflect.apply(listener, undefined, values)
          if (event === 'login')
            queueMicrotask(() => tell(asks(false), (...given: unknown[]) => answers.push(given)))
          if (event !== 'response') return
          const asking = { 'www-authenticate': 'Basic realm="staff"' }
          const reply = { statusCode: 401, headers: { ...asking, 'content-type': type } }
          const on = (when: string, listen: () => void) => when === 'end' && setImmediate(listen)
          setImmediate(() => tell({ ...reply, on }))
        },
        end: () => undefined,
        abort: () => undefined,
      }),
    })
    const answers: unknown[][] = []
    const error = await failure(net('text/html'))
    expect(error.code).toBe('network-server-password')
    expect(answers).toEqual([[]])
    expect(errorText(english, error).meaning).toContain('sent no password')
    // A token that Spot refuses is Spot's own answer.
    const { response } = await createHttpHandler(net('application/json')).handle(asked(1))
    expect(response.statusCode).toBe(401)
  })

  test.each(['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT'])(
    'says of %s that somebody wants a certificate, and that none was shown',
    async (message) => {
      const error = await failure(failing(message).net)
      expect(error.code).toBe('network-client-certificate')
      expect(errorText(english, error).meaning).toContain('has sent none')
    },
  )

  test('names the proxy that takes a sign-in of the system only, and says to renew that', async () => {
    const { net, answered } = failing('net::ERR_PROXY_AUTH_UNSUPPORTED')
    const error = await failure(net)
    expect(error).toMatchObject({
      code: 'network-proxy-ticket',
      facts: { proxy: 'proxy.example:8080' },
    })
    expect(answered()).toBe(0)
    const { todo } = errorText(english, error)
    expect(todo).toContain('lock the screen and unlock it')
  })

  test('makes no second attempt at a proxy that asks again', async () => {
    let asked = 0
    let aborted = 0
    const insisting: Net = {
      request: () => ({
        on(event: string, listener: (...values: never[]) => void) {
          if (event !== 'login') return
          // As Chromium does it after a refusal, up to 32 times.
          const ask = (): void => {
            if (aborted > 0 || asked >= 32) return
            asked += 1
            Reflect.apply(listener, undefined, [asks(true), () => setImmediate(ask)])
          }
          queueMicrotask(ask)
        },
        end: () => undefined,
        abort: () => (aborted += 1),
      }),
    }
    expect((await failure(insisting)).code).toBe('network-proxy-auth')
    expect({ asked, aborted }).toEqual({ asked: 2, aborted: 1 })
  })

  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'network-dns'],
    ['net::ERR_CONNECTION_REFUSED', 'network-refused'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'network-timeout'],
    ['net::ERR_INTERNET_DISCONNECTED', 'network-offline'],
  ])('names the dead proxy before a way without one that failed with %s', async (message, code) => {
    const { net } = failing(message)
    const ways = { proxies: ['proxy.example:8080'], direct: true }
    const error = await failure(net, { ...proxied, wayTo: () => Promise.resolve(ways) })
    expect(error).toMatchObject({ code, facts: { proxy: 'proxy.example:8080', tried: 'direct' } })
    const { meaning, todo } = errorText(english, error)
    expect(meaning).toContain('proxy “proxy.example:8080” first')
    expect(todo).toContain('VPN')
    const none = await failure(net, UNKNOWN_ROUTE)
    expect(errorText(english, none).meaning).not.toContain('proxy “')
  })

  test.each([
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'name', 'among its names'],
    ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'signature', 'SHA-1'],
    ['net::ERR_CERT_WEAK_KEY', 'key', 'too weak'],
    ['net::ERR_CERT_VALIDITY_TOO_LONG', 'long', 'longer than allowed'],
  ])('says of %s that the certificate has to change', async (message, flaw, words) => {
    const error = await failure(failing(message).net)
    expect(error.code).toBe('network-certificate-unfit')
    expect(error.facts).toEqual({ host: '127.0.0.1', issuer: 'Inspection CA', flaw })
    const { what, meaning, todo } = errorText(english, error)
    expect(what).toContain(words)
    expect(meaning).toContain('installing a root certificate does not help')
    expect(todo).toContain('renew what that device shows')
  })

  test('waits longer for the first byte where several ways are tried in turn', async () => {
    const port = await serving((_, response) => void setTimeout(() => response.end('late'), 400))
    const way = (direct: boolean): Route => ({
      ...proxied,
      wayTo: () => Promise.resolve({ proxies: ['127.0.0.1:9'], direct }),
    })
    const asking = (direct: boolean) =>
      createHttpHandler(nodeNet(), {
        route: way(direct),
        inactivityMs: 50,
        severalWaysMs: 60_000,
      }).handle(asked(port))
    expect((await asking(true)).response.statusCode).toBe(200)
    const error = toAppError(await errorOf(asking(false)))
    expect(error.code).toBe('network-timeout')
    expect(error.facts).toEqual({ host: '127.0.0.1', proxy: '127.0.0.1:9' })
    expect(errorText(english, error).meaning).toContain('leads through the proxy “127.0.0.1:9”')
  })

  test('names the proxy that cannot be reached', async () => {
    const { net } = failing('net::ERR_PROXY_CONNECTION_FAILED')
    expect(await failure(net)).toMatchObject({
      code: 'network-proxy-unreachable',
      facts: { proxy: 'proxy.example:8080' },
    })
  })

  test('names who issued the certificate, and no proxy', async () => {
    const { net } = failing('net::ERR_CERT_AUTHORITY_INVALID')
    const { code, facts } = await failure(net)
    expect(code).toBe('network-certificate')
    expect(facts).toEqual({ host: '127.0.0.1', issuer: 'Inspection CA' })
  })

  test('may be nothing, and the failure is told all the same', async () => {
    const silent: Route = {
      ...UNKNOWN_ROUTE,
      wayTo: () => Promise.reject(new Error('the session is gone')),
    }
    const { net } = failing('net::ERR_PROXY_CONNECTION_FAILED')
    const { code, facts } = await failure(net, silent)
    expect({ code, facts }).toEqual({
      code: 'network-proxy-unreachable',
      facts: { host: '127.0.0.1' },
    })
  })
})

describe('both generations of clients work over it', () => {
  const started = async () => {
    const world = await simulated()
    const { access } = await world.enter()
    return { world, access: { ...access, requestHandler: createHttpHandler(nodeNet()) } }
  }

  test('and sign what they send', async () => {
    const { access } = await started()
    const bucket = 'spot-eco-cur-418207315602'
    expect((await createIdentity(access).caller()).accountId).toBe(PAYER)
    await createBuckets(access).prepare(bucket, PAYER)
    const reports = createReports(access)
    await reports.define({ name: 'hourly', bucket, prefix: 'eco' })
    expect(await reports.list()).toHaveLength(1)
  })

  test.each(['reset', 'truncated'] as const)('and survive one %s', async (kind) => {
    const { world, access } = await started()
    world.simulator.inject({ kind, service: 'sts', count: 1 })
    world.simulator.inject({ kind, service: 'cur', count: 1 })
    expect((await createIdentity(access).caller()).accountId).toBe(PAYER)
    expect(await createReports(access).list()).toEqual([])
  })

  test('and can be cancelled', async () => {
    const { world, access } = await started()
    await createReports(access).list()
    for (const service of ['cur', 'sts']) world.simulator.inject({ kind: 'hang', service })
    const controller = new AbortController()
    const before = world.simulator.requests.length
    const asking = [
      codeOf(createReports(access).list(controller.signal)),
      codeOf(createIdentity(access).caller(controller.signal)),
    ]
    await expect.poll(() => world.simulator.requests.length).toBe(before + 2)
    controller.abort()
    expect(await Promise.all(asking)).toEqual(['cancelled', 'cancelled'])
  })
})

test('JSON goes out and comes back, with every status', async () => {
  const port = await serving((message, response) => {
    response.writeHead(418, { 'content-type': 'application/json' })
    message.pipe(response)
  })
  const http = createHttpJson(nodeNet())
  const url = `http://127.0.0.1:${port}/x?y=1`
  const reply = await http({
    method: 'POST',
    url,
    headers: { authorization: 'Bearer t' },
    body: { a: 'é' },
  })
  expect(reply).toEqual({ status: 418, contentType: 'application/json', text: '{"a":"é"}' })
})
