import type { IsStandIn } from './stand-in.ts'
import { fail } from '../errors/failure.ts'

/** Where a link of the guided way by hand may lead, subdomains included. */
const CONSOLES = ['console.aws.amazon.com', 'console.spotinst.com']
/** AWS access portals, whose first label is the company's. */
const PORTALS = ['awsapps.com', 'awsapps.cn', 'app.aws', 'app.amazonwebservices.com.cn']
/**
 * AWS's own sign-in services, by region or without. Not all of amazonaws.com: a bucket of anybody's
 * is found there too.
 */
const SIGN_IN =
  /^(?:(?:device|portal)\.)?(?:oidc|sso|identitycenter|signin)(?:-fips)?(?:\.[a-z]{2}(?:-[a-z]+)+-\d+)?\.(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/

const within = (hosts: readonly string[], host: string): boolean =>
  hosts.some((name) => host === name || host.endsWith(`.${name}`))

/** An address that asks for no user and no port of its own choosing. */
const isPlain = ({ username, password, port }: URL): boolean =>
  username === '' && password === '' && port === ''

/** The link, if it leads to a page of the AWS or Spot console. Throws `invalid-command` if not. */
export function consoleLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url?.protocol !== 'https:' || !isPlain(url) || !within(CONSOLES, url.host))
    throw fail('invalid-command', { command: 'open' })
  return url.href
}

/**
 * The address of a sign-in page, as AWS told it: to be copied and typed in, so it must be one that may
 * be opened. Throws `aws-reply-unreadable`.
 */
export function signInLink(link: string, isStandIn: IsStandIn): string {
  const url = URL.canParse(link) ? new URL(link) : null
  const known = url && (within(PORTALS, url.host) || SIGN_IN.test(url.host))
  if (url && (isStandIn(url) || (known && url.protocol === 'https:' && isPlain(url)))) return link
  const detail = { service: 'sso-oidc', operation: 'StartDeviceAuthorization', message: link }
  throw fail('aws-reply-unreadable', { service: 'sso-oidc' }, { detail })
}

/**
 * The link, if the system may be asked to open it: a console, an AWS sign-in page, or an e-mail
 * draft, or what `isStandIn` says. Throws, naming the kind of link and not its content.
 */
export function outsideLink(link: string, isStandIn: IsStandIn): string {
  const url = new URL(link)
  const known = within([...CONSOLES, ...PORTALS], url.host) || SIGN_IN.test(url.host)
  const mail = url.protocol === 'mailto:'
  if (mail || isStandIn(url) || (url.protocol === 'https:' && isPlain(url) && known))
    return url.href
  throw new Error(`refused to open a ${url.protocol} link`)
}
