import { BlockList, isIP } from 'node:net'

/**
 * What is on the internet, and what is inside: by IANA's registries and by nothing else. A name of a
 * network's own that none of them has (`.lan`) is told by the address that it leads to.
 *
 * Sources: IANA, "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry"
 * (2025-10-09), "IPv4 Multicast Address Space Registry", "Internet Protocol Version 6 Address Space",
 * "Special-Use Domain Names".
 */

/**
 * Endings of names that lead nowhere but into this computer or the network around it, or nowhere at
 * all (RFC 6761, 6762, 7686, 8375, 9476; what is below `arpa` is the internet's own machinery, RFC
 * 3172), and those that ICANN has promised never to give away: `internal` (Board resolution of
 * 2024-07-29), `corp`, `home` and `mail` (2018-02-04). `example` is like any other name to a program
 * (RFC 6761, 6.5).
 */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|corp|home|mail|arpa|test|invalid|onion|alt)$/i

/** Whether a host's name, or its address in digits, can be no company's on the internet. */
export function isInsideByName(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
  return isIP(bare) !== 0 || INSIDE.test(bare) || !bare.includes('.')
}

/**
 * Blocks that are not "globally reachable", and those that are by a protocol's own servers only, such
 * as the ones in 192.0.0.0/24: no portal is on them.
 */
const SPECIAL_V4 = blocks('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, and what is reserved.
  ['224.0.0.0', 3],
])
/** Nothing else is given to anybody: not fec0::/10, fc00::/7, fe80::/10, ff00::/8, nor ::a.b.c.d. */
const UNICAST_V6 = blocks('ipv6', [['2000::', 3]])
/** Of these, what is not globally reachable; 2001::/23 has Teredo's 2001::/32. */
const SPECIAL_V6 = blocks('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
])

function blocks(
  family: 'ipv4' | 'ipv6',
  networks: readonly (readonly [string, number])[],
): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family)
  return list
}

/**
 * The IPv4 address to which an IPv6 address is on its way, as two groups of 16 bits: mapped (RFC 4291),
 * NAT64's well-known prefix (RFC 6052), 6to4 (RFC 3056). Null for any other.
 */
function carried(groups: readonly number[]): readonly number[] | null {
  const [first, second] = groups
  const isEmpty = (from: number, to: number): boolean =>
    groups.slice(from, to).every((one) => one === 0)
  if (first === 0x2002) return groups.slice(1, 3)
  const isMapped = isEmpty(0, 5) && groups[5] === 0xffff
  const isTranslated = first === 0x64 && second === 0xff9b && isEmpty(2, 6)
  return isMapped || isTranslated ? groups.slice(6) : null
}

/** The tail of an address by which ISATAP reaches a host of the same site (RFC 5214, 6.1). */
function isOfSite(groups: readonly number[]): boolean {
  return groups[5] === 0x5efe && (groups[4] === 0 || groups[4] === 0x0200)
}

/** The eight groups of an IPv6 address, in whatever way it is written. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]/`)
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  const gap = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...gap, ...after].map((group) => Number.parseInt(group, 16))
}

/** Whether an address is somewhere on the internet, as far as it says so itself. */
export function isOnInternet(address: string): boolean {
  const family = isIP(address)
  // Only what is of this network's own has a zone.
  if (family === 0 || address.includes('%')) return false
  if (family === 4) return !SPECIAL_V4.check(address, 'ipv4')
  const groups = groupsOf(address)
  const inner = carried(groups)
  if (inner) return isOnInternet(inner.flatMap((group) => [group >> 8, group & 0xff]).join('.'))
  return (
    UNICAST_V6.check(address, 'ipv6') && !SPECIAL_V6.check(address, 'ipv6') && !isOfSite(groups)
  )
}
