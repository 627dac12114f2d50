import { describe, expect, it } from 'vitest'
import { HttpRequest, HttpResponse } from '@smithy/protocol-http'
import { fail } from '../errors/failure.ts'
import type { HttpHandler } from './network.ts'
import { createServers } from './servers.ts'

const clock = { now: () => 5 }

/** Answers as its argument says. */
const handlerOf = (answer: () => Promise<{ response: HttpResponse }>): HttpHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: answer,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
})
const response = new HttpResponse({ statusCode: 500 })
const request = (hostname: string): HttpRequest => new HttpRequest({ hostname })

describe('the servers that were asked', () => {
  it('are told as reached whatever they said, else with the code of what happened last', async () => {
    const servers = createServers(clock)
    const reached = servers.watchedHandler(handlerOf(() => Promise.resolve({ response })))
    const refused = servers.watchedHandler(
      handlerOf(() => Promise.reject(fail('network-refused', { host: 'h' }))),
    )
    await expect(refused.handle(request('iam.amazonaws.com'))).rejects.toThrow()
    await expect(refused.handle(request('sts.us-east-1.amazonaws.com'))).rejects.toThrow()
    await reached.handle(request('iam.amazonaws.com'))
    expect(servers.all()).toEqual([
      { host: 'iam.amazonaws.com', at: 5, error: null },
      { host: 'sts.us-east-1.amazonaws.com', at: 5, error: 'network-refused' },
    ])
  })

  it('are not called unreachable because somebody gave up', async () => {
    const servers = createServers(clock)
    const abort = Object.assign(new Error('given up'), { name: 'AbortError' })
    const given = servers.watchedJson(() => Promise.reject(abort))
    const url = 'https://api.spotinst.io/setup/account'
    await expect(given({ method: 'GET', url, headers: {} })).rejects.toThrow('given up')
    expect(servers.all()).toEqual([])
  })

  it('are few: all buckets are one, whatever they are called', async () => {
    const servers = createServers(clock)
    const reached = servers.watchedHandler(handlerOf(() => Promise.resolve({ response })))
    for (const bucket of ['northwind-billing', 'with.dots', 'spot-eco-417305628819'])
      await reached.handle(request(`${bucket}.s3.us-east-1.amazonaws.com`))
    for (let at = 0; at < 100; at += 1) await reached.handle(request(`h${at}.example`))
    expect(servers.all()[0]?.host).toBe('<bucket>.s3.us-east-1.amazonaws.com')
    expect(servers.all()).toHaveLength(40)
  })
})
