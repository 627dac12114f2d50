import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AuthInfo, Net } from './net.ts'
import { attemptAt, challengeOf, hostOf } from './proxy-attempt.ts'

const ASKED: AuthInfo = {
  isProxy: true,
  scheme: 'Basic',
  host: 'proxy.example',
  port: 8080,
  realm: 'staff',
}
const URL = 'https://sts.us-east-1.amazonaws.com/path?query'
const TYPED = { username: 'someone', password: 'tulip-Garden-41' }

/** What Chromium says of a request, in order. */
type Said =
  | Partial<AuthInfo>
  | { readonly status: number }
  | { readonly failed: string }
  | 'redirect'

/** Chromium's network, as a request hears of it: one saying after the other, until it is aborted. */
function chromium(...said: readonly Said[]) {
  const seen = { given: [] as unknown[], asked: [] as string[], aborted: 0 }
  const net: Net = {
    request: ({ url, ...options }) => {
      seen.asked.push(url)
      expect(options).toMatchObject({ credentials: 'omit', redirect: 'manual', headers: {} })
      const events = new EventEmitter()
      const rest = [...said]
      const next = (): void => {
        const one = rest.shift()
        if (one === undefined || seen.aborted > 0) return
        if (one === 'redirect') events.emit('redirect', 302, 'GET', url, {})
        else if ('failed' in one) events.emit('error', new Error(`net::${one.failed}`))
        else if ('status' in one) events.emit('response', { statusCode: one.status })
        else
          events.emit('login', { ...ASKED, ...one }, (...answer: unknown[]) => {
            seen.given.push(answer)
            queueMicrotask(next)
          })
        if ('status' in Object(one)) queueMicrotask(next)
      }
      return Object.assign(events, {
        end: () => queueMicrotask(next),
        abort: () => void (seen.aborted += 1),
      })
    },
  }
  return { net, seen }
}

afterEach(() => void vi.useRealTimers())

describe('an attempt at a proxy', () => {
  const GIVEN = [[TYPED.username, TYPED.password]]
  const untrusted = { failed: 'ERR_CERT_AUTHORITY_INVALID' }
  it.each([
    ['taken', 'by the certificate behind it', [{}, untrusted], GIVEN],
    [
      'taken',
      'by one who blocks the address',
      [{}, { failed: 'ERR_TUNNEL_CONNECTION_FAILED' }],
      GIVEN,
    ],
    ['taken', 'by an answer without a tunnel', [{}, { status: 200 }], GIVEN],
    ['taken', 'by a redirect without a tunnel', [{}, 'redirect'], GIVEN],
    ['refused', 'by a second question', [{}, {}], GIVEN],
    ['refused', 'whatever is asked second', [{}, { scheme: 'ntlm' }], GIVEN],
    ['refused', 'before the answer that says so', [{}, { status: 407 }, {}], GIVEN],
    ['not-asked', 'where nobody asks', [untrusted], []],
    ['not-asked', 'where only the server asks', [{ isProxy: false }], []],
    ['asked-otherwise', 'by another scheme', [{ scheme: 'ntlm' }], []],
    ['asked-otherwise', 'in another name', [{ realm: 'guests' }], []],
    ['not-met', 'at another port', [{ port: 8081 }], []],
    ['not-met', 'at another host', [{ host: 'other.example' }], []],
  ] as const)('is %s %s', async (verdict, _how, said, given) => {
    const { net, seen } = chromium(...said)
    expect(await attemptAt(net, URL, challengeOf(ASKED), TYPED)).toBe(verdict)
    expect(seen.given).toEqual(given)
    expect(seen.aborted).toBe(1)
    // Nothing of the request itself goes with it.
    expect(seen.asked).toEqual(['https://sts.us-east-1.amazonaws.com/'])
  })

  it('fails as the network does, before or after the password', async () => {
    for (const said of [[], [{}]]) {
      const { net } = chromium(...said, { failed: 'ERR_PROXY_CONNECTION_FAILED' })
      const trying = attemptAt(net, URL, challengeOf(ASKED), TYPED)
      await expect(trying).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED')
    }
  })

  it('does not wait for ever, and says nothing of the password', async () => {
    vi.useFakeTimers()
    const { net, seen } = chromium({})
    const trying = attemptAt(net, URL, challengeOf(ASKED), TYPED).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await trying).toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT' })
    expect(String(await trying)).not.toContain(TYPED.password)
    expect(seen.aborted).toBe(1)
  })

  it('ends with its signal, and is not begun after that', async () => {
    const abort = new AbortController()
    const { net, seen } = chromium({})
    const trying = attemptAt(net, URL, challengeOf(ASKED), TYPED, abort.signal)
    await expect.poll(() => seen.given.length).toBe(1)
    abort.abort()
    await expect(trying).rejects.toThrow('cancelled')
    const late = chromium({})
    const begun = attemptAt(late.net, URL, challengeOf(ASKED), TYPED, abort.signal)
    await expect(begun).rejects.toThrow('cancelled')
    expect(late.seen.given).toEqual([])
  })
})

it.each([
  ['proxy.example', 'proxy.example:8080', 'proxy.example'],
  ['::1', '[::1]:8080', '::1'],
  ['[::1]', '[::1]:8080', '::1'],
  ['10.0.0.1', '10.0.0.1:8080', '10.0.0.1'],
])('names the proxy %s by host and port', (host, proxy, named) => {
  const challenge = challengeOf({ ...ASKED, host })
  expect(challenge).toEqual({ proxy, scheme: 'basic', realm: 'staff' })
  expect(hostOf(challenge)).toBe(named)
})
