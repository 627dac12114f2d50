import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeNet, type SentRequest } from '../aws/testing/node-net.ts'
import { createAskRedirect } from './redirect.ts'

const ADDRESS = new URL('https://aws.northwind.example/start?from=mail')

let close = (): void => undefined
afterEach(() => close())

/** A company's server, and what it was asked. Its name leads to this computer. */
async function company(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const sent: SentRequest[] = []
  const net = nodeNet(sent)
  const there = (url: string): string => {
    const { pathname, search } = new URL(url)
    return `http://127.0.0.1:${port}${pathname}${search}`
  }
  return {
    asked,
    sent,
    ask: createAskRedirect(
      { request: (options) => net.request({ ...options, url: there(options.url) }) },
      { resolve: async () => ['52.94.236.248', '2600:1f18::1', '64:ff9b::52.94.236.248'] },
    ),
  }
}

describe('an address is asked where it leads', () => {
  test.each([301, 302, 303, 307, 308])(
    'by its redirect %i, which nobody follows',
    async (status) => {
      const { ask, asked, sent } = await company((_, response) => {
        response.writeHead(status, {
          location: 'https://northwind.awsapps.com/start',
          'set-cookie': 'a=b',
        })
        response.end('moved')
      })
      expect((await ask(ADDRESS))?.href).toBe('https://northwind.awsapps.com/start')
      expect(asked).toHaveLength(1)
      expect(asked[0]?.method).toBe('GET')
      expect(asked[0]?.url).toBe('/start?from=mail')
      expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual([
        'accept',
        'connection',
        'host',
      ])
      expect(sent[0]).toMatchObject({ credentials: 'omit', redirect: 'manual', cache: 'no-store' })
    },
  )

  test('also where it stays on the same host', async () => {
    const { ask } = await company((_, response) => {
      response.writeHead(302, { location: '/login' })
      response.end()
    })
    expect((await ask(ADDRESS))?.href).toBe('https://aws.northwind.example/login')
  })

  test.each([
    ['a page', 200, {}],
    ['a page with a location', 200, { location: 'https://northwind.awsapps.com/start' }],
    ['an error', 404, {}],
    ['a redirect without a place', 302, {}],
    ['a redirect that is none', 304, {}],
  ])('%s leads nowhere', async (_, status, headers) => {
    const { ask } = await company((_request, response) => {
      response.writeHead(status, headers)
      response.end()
    })
    expect(await ask(ADDRESS)).toBeNull()
  })

  test('a page of any size leads nowhere', async () => {
    const { ask } = await company((_, response) => response.end('x'.repeat(1_000_000)))
    expect(await ask(ADDRESS)).toBeNull()
  })

  test('a page behind a password leads nowhere', async () => {
    const { ask, asked } = await company((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="staff only"' })
      response.end('no')
    })
    expect(await ask(ADDRESS)).toBeNull()
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  test('a broken connection is told as that', async () => {
    const { ask } = await company((request) => request.socket.destroy())
    await expect(ask(ADDRESS)).rejects.toThrow('ERR_CONNECTION_RESET')
  })
})

describe('nobody inside a network is asked', () => {
  test.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/start',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://203.0.113.7/',
    'https://2130706433/',
    'https://localhost/',
    'https://portal.localhost/',
    'https://aws.northwind.local/',
    'https://aws.northwind.internal/',
    'https://aws.northwind.internal./',
    'https://aws.northwind.corp/',
    'https://intranet/',
    'https://[64:ff9b::345e:ecf8]/',
  ])('%s', async (address) => {
    const { ask, asked } = await company((_, response) => response.end())
    await expect(ask(new URL(address))).rejects.toMatchObject({
      error: { code: 'start-url-private', field: 'startUrl' },
    })
    expect(asked).toHaveLength(0)
  })

  test.each([
    '10.0.0.8',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    'fd12::1',
    '::1',
    'fe80::1',
    '::ffff:10.0.0.8',
    '64:ff9b::a00:8',
    '64:ff9b:1::345e:ecf8',
    '2002:a00:8::1',
    'fec0::1',
    '::10.0.0.8',
    '2001:0:4136:e378:8000:63bf:f5ff:fff7',
  ])('by a name that leads to %s', async (inside) => {
    const sent: SentRequest[] = []
    const ask = createAskRedirect(nodeNet(sent), {
      resolve: async () => ['52.94.236.248', inside],
    })
    await expect(ask(ADDRESS)).rejects.toThrow('start-url-private')
    expect(sent).toEqual([])
  })

  test('a name that only the proxy knows is left to it', async () => {
    const { asked } = await company((_, response) => response.end())
    const sent: SentRequest[] = []
    const ask = createAskRedirect(nodeNet(sent), { resolve: async () => [] })
    await ask(new URL('http://nobody.northwind.example:1/')).catch(() => null)
    expect(sent).toHaveLength(1)
    expect(asked).toHaveLength(0)
  })
})
