import { fail, isCode } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { REGIONS, parseRegion } from '../client/regions.ts'
import { isOfAws, portalAt } from '../../network/aws-hosts.ts'
import { type IsStandIn, NO_STAND_IN } from '../../network/stand-in.ts'

export { REGIONS, parseRegion }

/** An AWS access portal, and the region when its address tells it. */
export type StartUrl = { readonly startUrl: string; readonly regionHint?: string }

/** The console and its sign-in page, which people have open beside the e-mail with the address. */
const CONSOLE =
  /(?:^|\.)(?:console|signin)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$|(?:^|\.)signin\.aws$|^aws\.amazon\.com$/
const EMAIL = /^(?:mailto:)?[^\s/@:]+@[^\s/@]+\.[a-z]+$/i

const refuse = (
  code: `start-url-${'empty' | 'scheme' | 'host' | 'console' | 'email' | 'invalid'}`,
  value: string,
): AppFailure => fail(code, { value }, { field: 'startUrl' })

/** What people paste around an address: spaces, quotes, brackets, zero-width marks. */
const bare = (text: string): string =>
  text.replaceAll(/[\s\u200B-\u200D\uFEFF]+/g, '').replaceAll(/^["'<(]+|["'>),.;]+$/g, '')

function urlOf(text: string, scheme: string): URL {
  try {
    return new URL(scheme === '' ? `https://${text}` : text)
  } catch {
    throw refuse('start-url-invalid', text)
  }
}

/**
 * The address of a company's own that may lead to its portal; null for everything that is judged by
 * its text alone: AWS's own addresses, and what is no address on the internet.
 */
export function ownAddress(text: string, isStandIn: IsStandIn = NO_STAND_IN): URL | null {
  try {
    parseStartUrl(text, isStandIn)
    return null
  } catch (error) {
    if (!isCode(error, 'start-url-host')) return null
  }
  const value = bare(text)
  const url = urlOf(value, /^https:/i.test(value) ? 'https' : '')
  return url.username || url.password || url.port || isOfAws(url.hostname) ? null : url
}

/**
 * Reads the address of an AWS access portal as people paste it: with spaces, without a scheme, in
 * capitals, with whatever the browser had behind it. Throws `start-url-empty`, `-scheme`, `-email`,
 * `-console`, `-host` or `-invalid` (fact `value`, field `startUrl`). An address that
 * `isStandIn` passes as it is.
 */
export function parseStartUrl(text: string, isStandIn: IsStandIn = NO_STAND_IN): StartUrl {
  const value = bare(text)
  if (value === '') throw refuse('start-url-empty', '')
  if (EMAIL.test(value)) throw refuse('start-url-email', value)
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? ''
  const url = urlOf(value, scheme)
  if (isStandIn(url)) return { startUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
  if (scheme !== '' && scheme !== 'https') throw refuse('start-url-scheme', value)
  // Whoever types a password into an address shall not read it in a sentence.
  if (url.username || url.password || url.port) throw refuse('start-url-host', url.hostname)
  if (!url.hostname.includes('.')) throw refuse('start-url-invalid', value)
  const portal = portalAt(url)
  if (!portal)
    throw refuse(CONSOLE.test(url.hostname) ? 'start-url-console' : 'start-url-host', value)
  const { startUrl, region } = portal
  return REGIONS.includes(region) ? { startUrl, regionHint: region } : { startUrl }
}
