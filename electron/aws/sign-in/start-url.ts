import { isConsoleHost } from '../../contract/console.ts'
import { fail, isCode } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { REGIONS, parseRegion } from '../client/regions.ts'
import { isOfAws, isSignInHost, portalAt } from '../../network/aws-hosts.ts'
import { type IsStandIn, NO_STAND_IN } from '../../network/stand-in.ts'

export { REGIONS, parseRegion }

/** An AWS access portal, and the region when its address tells it. */
export type StartUrl = { readonly startUrl: string; readonly regionHint?: string }

/** Pages between a portal and the accounts: they belong to one sign-in and end with it. */
const PASSING = /^\/(?:platform|authorize|saml|auth)\b/
/** Where anybody signs in with an AWS Builder ID of their own; no company's accounts are behind it. */
const PERSONAL = 'https://view.awsapps.com/start'
const EMAIL = /^(?:mailto:)?[^\s/@:]+@[^\s/@]+\.[a-z]+$/i

const refuse = (
  code: `start-url-${'empty' | 'scheme' | 'host' | 'console' | 'email' | 'invalid' | 'passing' | 'personal'}`,
  value: string,
): AppFailure => fail(code, { value }, { field: 'startUrl' })

/** What people paste around an address: spaces, quotes, brackets, zero-width marks. */
const bare = (text: string): string =>
  text
    .replaceAll(/[\s\u200B-\u200D\uFEFF]+/g, '')
    .replaceAll(/^["'<(`*\u2018-\u201F]+|["'>),.;`*\u2018-\u201F]+$/g, '')

/**
 * The portal's address in what was copied with it: a label, a line of the AWS CLI's file, an e-mail with
 * several addresses. Only what is AWS's by its text alone is looked for. The whole text if there is none.
 */
function addressIn(text: string): string {
  const found = [...text.matchAll(/https:\/\/[^\s"'<>()[\]`|\u200B-\u200D\uFEFF]+/gi)].map(
    ([address]) => bare(address),
  )
  const portal = found.find((one) => URL.canParse(one) && portalAt(new URL(one)) !== null)
  // An address that the text begins with was typed as such, with blanks in it perhaps.
  return portal === undefined || /^https?:/i.test(bare(text)) ? text : portal
}

function urlOf(text: string, scheme: string): URL {
  try {
    const url = new URL(scheme === '' ? `https://${text}` : text)
    // The dot of a whole name: the host is the same without it.
    url.hostname = url.hostname.replace(/\.$/, '')
    return url
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
 * `-console`, `-passing`, `-personal`, `-host` or `-invalid` (fact `value`, field `startUrl`). An address that
 * `isStandIn` passes as it is.
 */
export function parseStartUrl(text: string, isStandIn: IsStandIn = NO_STAND_IN): StartUrl {
  const value = bare(addressIn(text))
  if (value === '') throw refuse('start-url-empty', '')
  if (EMAIL.test(value)) throw refuse('start-url-email', value)
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? ''
  // A word before the address, with no blank left between them.
  if (/.https?$/.test(scheme)) throw refuse('start-url-invalid', value)
  const url = urlOf(value, scheme)
  if (isStandIn(url)) return { startUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
  if (scheme !== '' && scheme !== 'https') throw refuse('start-url-scheme', value)
  // Whoever types a password into an address shall not read it in a sentence.
  if (url.username || url.password || url.port) throw refuse('start-url-host', url.hostname)
  if (!url.hostname.includes('.')) throw refuse('start-url-invalid', value)
  const portal = portalAt(url)
  if (!portal) throw refuse(codeOf(url), value)
  const { startUrl, region } = portal
  if (startUrl === PERSONAL) throw refuse('start-url-personal', value)
  return REGIONS.includes(region) ? { startUrl, regionHint: region } : { startUrl }
}

/** What a page is that is no portal. */
function codeOf({
  hostname,
  pathname,
}: URL): 'start-url-passing' | 'start-url-console' | 'start-url-host' {
  const isBetween = /^(?:device|portal)\.|^oidc/.test(hostname) || PASSING.test(pathname)
  if (isBetween && isSignInHost(hostname)) return 'start-url-passing'
  return isConsoleHost(hostname) ? 'start-url-console' : 'start-url-host'
}
