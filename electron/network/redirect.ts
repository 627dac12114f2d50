import { BlockList, isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, isCode } from '../errors/failure.ts'
import { send } from './net-request.ts'
import type { Net } from './net-request.ts'
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
}

/** Of the reply only its head counts: no page is read further than this. */
const LARGEST = 64 * 1024
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** One GET without cookies, credentials or a password for a proxy; its body is thrown away. */
export function createAskRedirect(
  net: Net,
  { resolve, deadlineMs = 10_000, route = UNKNOWN_ROUTE }: RedirectOptions,
): AskRedirect {
  return async (address, signal) => {
    await refusePrivate(address, (name) => withinLimit(resolve(name), deadlineMs, signal))
    const asking = send(
      net,
      { method: 'GET', url: address.href, headers: { accept: '*/*' }, signal },
      { inactivityMs: deadlineMs, severalWaysMs: deadlineMs, deadlineMs, largest: LARGEST, route },
    )
    const reply = await asking.catch((error: unknown) => {
      if (isCode(error, 'network-oversized', 'network-truncated')) return null
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

/** Names that lead nowhere but into this computer or the network around it (RFC 6761, 6762, 8375, 9476). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid|onion|alt)$/i

/** Addresses that are not of the internet (IANA's registries of special-purpose addresses). */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6')

const isPrivate = (address: string): boolean => {
  const family = isIP(address)
  return family === 0 || PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * A portal is on the internet. What is typed must not make the app knock at doors inside: not by an
 * address, not by a name of this network, and not by a name that leads to an address inside.
 */
async function refusePrivate({ hostname }: URL, resolve: Resolve): Promise<void> {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const known = isIP(bare) !== 0 || LOCAL_NAME.test(bare) || !bare.includes('.')
  // A proxy may be the only one to know the name: then it is the proxy that goes there.
  if (known || (await resolve(hostname)).some(isPrivate))
    throw fail('start-url-private', { value: hostname }, { field: 'startUrl' })
}
