import { fail } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { REGIONS, parseRegion } from '../client/regions.ts'
import { type IsStandIn, NO_STAND_IN } from '../../network/stand-in.ts'

export { REGIONS, parseRegion }

/** An AWS access portal, and the region when its address tells it. */
export type StartUrl = { readonly startUrl: string; readonly regionHint?: string }

const ID = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
/** `https://<id or name>.awsapps.com/start`; `.cn` for the regions in China. */
const CLASSIC = new RegExp(`^${ID}\\.awsapps\\.(com|cn)$`)
/** `https://start.us-gov-home.awsapps.com/directory/<id>`, GovCloud's portal. */
const GOVCLOUD = /^start\.us-gov(?:-west|-east)?-home\.awsapps\.com$/
const DIRECTORY = /^\/directory\/([\w-]+)/
/** `https://ssoins-<id>.portal.<region>.app.aws` and, in China, `.app.amazonwebservices.com.cn`. */
const REGIONAL = new RegExp(
  `^${ID}\\.(?:${ID}\\.)?portal\\.([a-z0-9-]+)\\.(app\\.aws|app\\.amazonwebservices\\.com\\.cn)$`,
)
/** `https://identitycenter.amazonaws.com/ssoins-<id>`, the issuer URL. */
const ISSUER = /^identitycenter\.amazonaws\.com(\.cn)?$/

const refuse = (
  code: `start-url-${'empty' | 'scheme' | 'host' | 'invalid'}`,
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

function canonical(url: URL): StartUrl | null {
  const host = url.hostname
  if (CLASSIC.test(host) && !GOVCLOUD.test(host)) return { startUrl: `https://${host}/start` }
  if (GOVCLOUD.test(host)) {
    const directory = DIRECTORY.exec(url.pathname)?.[1]
    const path = directory === undefined ? '/start' : `/directory/${directory}`
    return { startUrl: `https://${host}${path}` }
  }
  const region = REGIONAL.exec(host)?.[1]
  if (region !== undefined && REGIONS.includes(region))
    return { startUrl: `https://${host}`, regionHint: region }
  if (region !== undefined) return { startUrl: `https://${host}` }
  const instance = /^\/(ssoins-[a-z0-9]+)/i.exec(url.pathname)?.[1]
  if (ISSUER.test(host) && instance !== undefined)
    return { startUrl: `https://${host}/${instance.toLowerCase()}` }
  return null
}

/**
 * Reads the address of an AWS access portal as people paste it: with spaces, without a scheme, in
 * capitals, with whatever the browser had behind it. Throws `start-url-empty`, `-scheme`, `-host`
 * or `-invalid` (fact `value`, field `startUrl`). An address that
 * `isStandIn` passes as it is.
 */
export function parseStartUrl(text: string, isStandIn: IsStandIn = NO_STAND_IN): StartUrl {
  const value = bare(text)
  if (value === '') throw refuse('start-url-empty', '')
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? ''
  const url = urlOf(value, scheme)
  if (isStandIn(url)) return { startUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
  if (scheme !== '' && scheme !== 'https') throw refuse('start-url-scheme', value)
  if (url.username || url.password || url.port) throw refuse('start-url-host', value)
  if (!url.hostname.includes('.')) throw refuse('start-url-invalid', value)
  const found = canonical(url)
  if (!found) throw refuse('start-url-host', value)
  return found
}
