/**
 * The hosts of AWS on which people sign in: the one list for addresses that are typed, for links that
 * AWS tells, and for what the system's browser is asked to open. Nothing else is AWS's here, least of
 * all the rest of amazonaws.com: anybody's bucket is found there.
 *
 * Sources: AWS Sign-In User Guide, "Domains to add to your allow list"; AWS GovCloud User Guide, "IAM
 * Identity Center"; the lists of AWS's own clients, AWS CLI 2.36 and the SDK for .NET (2026), for
 * China and the European Sovereign Cloud, and the SDK for JavaScript's rules for the sign-in service.
 */

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d+'

/** An access portal as it is signed in to, and the region when its address tells it; '' if not. */
export type PortalAddress = { readonly startUrl: string; readonly region: string }

type Form = {
  readonly host: RegExp
  /** The path that belongs to the address; null for a page that is no portal. */
  readonly path: (pathname: string) => string | null
}

const nothing = (): string => ''
const directory = (pathname: string): string | null =>
  /^\/directory\/[\w-]+/.exec(pathname)?.[0] ?? null
const instance = (pathname: string): string | null =>
  /^\/ssoins-[a-z0-9]+/i.exec(pathname)?.[0].toLowerCase() ?? null

const PORTALS: readonly Form[] = [
  // GovCloud and China; the region in the middle names where the page is served, not the directory's.
  {
    host: new RegExp(
      `^start\\.(?:${REGION}\\.)?(?:us-gov-home\\.awsapps\\.com|home\\.awsapps\\.cn)$`,
    ),
    path: directory,
  },
  { host: new RegExp(`^(?!start\\.)${LABEL}\\.awsapps\\.(?:com|cn)$`), path: () => '/start' },
  // Dual-stack.
  {
    host: new RegExp(
      `^${LABEL}\\.portal\\.(?<region>${REGION})\\.(?:app\\.aws|app\\.amazonwebservices\\.com\\.cn|api\\.amazonwebservices\\.eu)$`,
    ),
    path: nothing,
  },
  // IPv4 only, and the link of each additional region of an instance.
  {
    host: new RegExp(
      `^${LABEL}\\.(?<region>${REGION})\\.portal\\.amazonaws\\.(?:com|com\\.cn|eu)$`,
    ),
    path: nothing,
  },
  // Issuer URLs.
  {
    host: /^identitycenter\.(?:amazonaws\.com|us-gov\.amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu)$/,
    path: instance,
  },
]

/**
 * Where sign-in pages are beside the portals: the authorize page of OIDC, the page for a device code,
 * and the sign-in service to which a portal leads.
 */
const SIGN_IN_PAGES: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:device|portal)\\.)?(?:oidc|sso|identitycenter|signin)(?:-fips)?(?:\\.${REGION})?\\.(?:amazonaws\\.com|amazonaws\\.com\\.cn|amazonaws\\.eu|api\\.aws)$`,
  ),
  new RegExp(`^${REGION}\\.(?:sso\\.)?signin\\.aws$`),
  new RegExp(`^(?:${REGION}\\.)?signin\\.aws\\.amazon\\.com$`),
  new RegExp(`^${REGION}\\.(?:sso\\.)?signin(?:-fips)?\\.amazonaws-us-gov\\.com$`),
  new RegExp(`^${REGION}\\.signin\\.(?:amazonaws\\.cn|amazonaws-eusc\\.eu)$`),
]

/** The portal that an address is of; null for any other page. */
export function portalAt({ hostname, pathname }: URL): PortalAddress | null {
  for (const { host, path } of PORTALS) {
    const match = host.exec(hostname)
    if (!match) continue
    const rest = path(pathname)
    return rest === null
      ? null
      : { startUrl: `https://${hostname}${rest}`, region: match.groups?.['region'] ?? '' }
  }
  return null
}

/** Domains that are AWS's as a whole, whatever is on a host of theirs. */
const OF_AWS =
  /(?:^|\.)(?:amazonaws\.(?:com|com\.cn|cn|eu)|amazonaws-us-gov\.com|amazonaws-eusc\.eu|awsapps\.(?:com|cn)|aws\.amazon\.com|app\.aws|api\.aws|signin\.aws|amazonwebservices\.(?:com\.cn|eu))$/

/** Whether a host is under a domain of AWS's: not a company's own address, then. */
export function isOfAws(hostname: string): boolean {
  return OF_AWS.test(hostname)
}

/** Whether a page of this host may be one of AWS's for signing in. */
export function isSignInHost(hostname: string): boolean {
  return (
    PORTALS.some(({ host }) => host.test(hostname)) ||
    SIGN_IN_PAGES.some((host) => host.test(hostname))
  )
}
