import { setTimeout as sleep } from 'node:timers/promises'
import { fail, isCode } from '../errors/failure.ts'
import { isInsideByName, isOnInternet } from './internet.ts'
import { send } from './net-request.ts'
import type { Net } from './net.ts'
import type { ProxySignIn } from './proxy-sign-in.ts'
import { type Route, UNKNOWN_ROUTE } from './way.ts'

/** Looks a name up; [] when nobody here can tell, as behind a proxy that does it. */
type Resolve = (hostname: string) => Promise<readonly string[]>

/**
 * Asks an address once where it leads, and goes nowhere. Resolves the `Location` of a redirect as a
 * whole address, null for any other reply, whatever its size. Throws `start-url-private`, and what the
 * network says.
 */
export type AskRedirect = (address: URL, signal?: AbortSignal) => Promise<URL | null>

export type RedirectOptions = {
  readonly resolve: Resolve
  /** Milliseconds for the whole reply. */
  readonly deadlineMs?: number
  readonly route?: Route
  readonly proxySignIn?: ProxySignIn
}

/** Of the reply only its head counts: no page is read further than this. */
const LARGEST = 64 * 1024
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** One GET without cookies or credentials of the server's; its body is thrown away. */
export function createAskRedirect(
  net: Net,
  { resolve, deadlineMs = 10_000, route = UNKNOWN_ROUTE, proxySignIn }: RedirectOptions,
): AskRedirect {
  return async (address, signal) => {
    await refusePrivate(address, (name) => withinLimit(resolve(name), deadlineMs, signal))
    const asking = send(
      net,
      { method: 'GET', url: address.href, headers: { accept: '*/*' }, signal },
      {
        inactivityMs: deadlineMs,
        severalWaysMs: deadlineMs,
        deadlineMs,
        largest: LARGEST,
        route,
        proxySignIn,
      },
    )
    const reply = await asking.catch((error: unknown) => {
      if (isCode(error, 'network-oversized', 'network-truncated', 'network-server-password'))
        return null
      throw error
    })
    const location = reply?.headers['location']
    if (!location || !REDIRECTS.includes(reply.status) || !URL.canParse(location, address.href))
      return null
    return new URL(location, address.href)
  }
}

/** What is not looked up in time, or after a cancel, is not known here. */
async function withinLimit(
  looking: Promise<readonly string[]>,
  ms: number,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const ended = new AbortController()
  const signals = signal ? [signal, ended.signal] : [ended.signal]
  const limit = sleep(ms, [], { signal: AbortSignal.any(signals) }).catch(() => [])
  try {
    return await Promise.race([looking, limit])
  } finally {
    ended.abort()
  }
}

/**
 * A portal is on the internet. What is typed must not make the app knock at doors inside: not by an
 * address, not by a name of this network, and not by a name that leads to an address inside.
 */
async function refusePrivate({ hostname }: URL, resolve: Resolve): Promise<void> {
  const known = isInsideByName(hostname)
  // A proxy may be the only one to know the name: then it is the proxy that goes there.
  if (known || !(await resolve(hostname)).every(isOnInternet))
    throw fail('start-url-private', { value: hostname }, { field: 'startUrl' })
}
