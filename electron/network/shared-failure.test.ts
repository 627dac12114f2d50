import { HttpRequest } from '@smithy/protocol-http'
import { expect, it } from 'vitest'
import { createHttpHandler } from './network.ts'
import { NOBODY_TO_ASK } from './proxy-sign-in.ts'
import { UNKNOWN_ROUTE } from './way.ts'

it('tells each request that waited for one proof of its own way, and lets none of them go', async () => {
  const opened: string[] = []
  const failure = new Error('net::ERR_NETWORK_CHANGED')
  const handler = createHttpHandler(
    {
      request: ({ url }) => {
        opened.push(url)
        throw new Error('opened')
      },
    },
    {
      route: UNKNOWN_ROUTE,
      proxySignIn: { ...NOBODY_TO_ASK, ready: () => Promise.reject(failure) },
    },
  )
  const hosts = ['sts.us-east-1.amazonaws.com', 'iam.amazonaws.com']
  const errors = await Promise.all(
    hosts.map((hostname) =>
      handler.handle(new HttpRequest({ hostname })).catch((error: unknown) => error),
    ),
  )
  // With this code both generations of the SDK try again.
  expect(errors).toMatchObject(hosts.map((hostname) => ({ hostname, code: 'ECONNRESET' })))
  expect(opened).toEqual([])
})
