import { isSignInHost } from './aws-hosts.ts'
import type { IsStandIn } from './stand-in.ts'
import { fail } from '../errors/failure.ts'

/** Where a link of the guided way by hand may lead, and AWS's reference; subdomains included. */
const CONSOLES = ['console.aws.amazon.com', 'console.spotinst.com', 'docs.aws.amazon.com']
const within = (hosts: readonly string[], host: string): boolean =>
  hosts.some((name) => host === name || host.endsWith(`.${name}`))

/** An address that asks for no user and no port of its own choosing. */
const isPlain = ({ username, password, port }: URL): boolean =>
  username === '' && password === '' && port === ''

/** The link, if it leads to a page of the AWS or Spot console, or of AWS's documents. Throws `invalid-command` if not. */
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
  const known = url && isSignInHost(url.host)
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
  const known = within(CONSOLES, url.host) || isSignInHost(url.host)
  const mail = url.protocol === 'mailto:'
  if (mail || isStandIn(url) || (url.protocol === 'https:' && isPlain(url) && known))
    return url.href
  throw new Error(`refused to open a ${url.protocol} link`)
}
