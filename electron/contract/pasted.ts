import { isConsoleHost } from './console.ts'

/** What a field asks for, as far as something else is often pasted there. */
export type PastedField =
  | 'portal'
  | 'region'
  | 'account'
  | 'bucket'
  | 'new-bucket'
  | 'prefix'
  | 'role-arn'
  | 'external-id'
  | 'key'
  | 'spot-organization'
  | 'spot-token'
  | 'name'

/** What was pasted. */
export type PastedKind =
  | 'email'
  | 'portal'
  | 'sign-in-page'
  | 'switch-role'
  | 'bucket-page'
  | 'role-page'
  | 'stack-page'
  | 'console-page'
  | 'bucket-address'
  | 'bucket-arn'
  | 'role-arn'
  | 'stack-arn'
  | 'session-arn'
  | 'arn'
  | 'spot-page'
  | 'spot-account'
  | 'web-page'

/** What stands in the text and is of no use in the field as it is. */
export type Pasted = {
  readonly kind: PastedKind
  /** What the field asks for, where the text states it word for word; '' where it would be a guess. */
  readonly value: string
}

/** What a text states of what fields ask for. */
type Stated = { readonly [Field in PastedField]?: string }
type Found = { readonly kind: PastedKind; readonly states: Stated }

/** Longer texts are no address. */
const LONGEST = 4_000

const EMAIL = /^(?:mailto:)?[^\s/@:]+@[^\s/@]+\.[a-z]{2,}$/i
/** Spot's own form: https://docs.spot.io/api, “accountId”. */
const SPOT_ACCOUNT = /^act-[0-9a-f]{4,}$/
const SPOT_HOST = /(?:^|\.)(?:spotinst\.com|spotinst\.io|spot\.io)$/
/** The portals of `network/aws-hosts.ts`, by their ends. */
const PORTAL_HOST =
  /(?:^|\.)awsapps\.(?:com|cn)$|\.portal\.[a-z0-9-]+\.(?:app\.aws|app\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)$|\.portal\.amazonaws\.(?:com|com\.cn|eu)$/
/** Where a portal's host names its region. */
const PORTAL_REGION =
  /\.(?:portal\.)?(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+)\.(?:portal\.amazonaws\.|app\.|api\.)/
/** S3's hosts for one bucket, or for all of them; those of access points are of another form. */
const S3_HOST =
  /^(?:(?<bucket>[A-Za-z0-9._-]+)\.)?s3(?:\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/
const ARN = /^arn:aws[a-z-]*:(?<service>[a-z0-9-]+):[a-z0-9-]*:(?<account>\d{12})?:(?<resource>.+)$/
const ACCOUNT = /^\d{12}$/
const BUCKET = /^[A-Za-z0-9._-]{3,255}$/

/**
 * What was typed or pasted into a field, if it is recognised as something else than the field asks for,
 * with what the field asks for where the text states it. Null for what may be right, and for what nobody
 * recognises. Nothing is taken by itself: a person who sees the value decides.
 */
export function recognised(field: PastedField, text: string): Pasted | null {
  if (text.length > LONGEST) return null
  // A block of keys may name a portal.
  if (field === 'key' && /\s/.test(text.trim())) return null
  const all = text.split(/\s+/).flatMap((word) => readWord(word) ?? [])
  // In a letter what is wanted may come after its sender's address.
  const found = all.find(({ states }) => states[field] !== undefined) ?? all[0]
  if (!found || (!/\s/.test(text.trim()) && isRight(field, found.kind))) return null
  const values = new Set(all.map(({ states }) => states[field]).filter(Boolean))
  if (values.has(withoutMarks(text.trim()))) return null
  // Which one of several is meant would be a guess.
  return { kind: found.kind, value: (values.size === 1 && found.states[field]) || '' }
}

function readWord(word: string): Found | null {
  // As a line of outputs, or an address within an address, has it.
  const bare = withoutMarks(word).replace(/^[A-Za-z]+[:=]["']?(?=arn[:%])/, '')
  const text = /^arn%3A/i.test(bare) ? decoded(bare) : bare
  return readEmail(text) ?? readArn(text) ?? readSpotAccount(text) ?? readAddress(text)
}

/** Some characters cannot be decoded: those texts stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a field takes as it is: a company's own address may lead to its portal, and is asked where it leads. */
function isRight(field: PastedField, kind: PastedKind): boolean {
  return field === 'portal' && (kind === 'portal' || kind === 'web-page')
}

/** Quotation marks, brackets and stops around an address. */
const withoutMarks = (word: string): string =>
  word.replaceAll(/^["'<(`*\u2018-\u201F]+|["'>),.;`*\u2018-\u201F]+$/g, '')

const readEmail = (text: string): Found | null =>
  EMAIL.test(text) ? { kind: 'email', states: {} } : null

const readSpotAccount = (text: string): Found | null =>
  SPOT_ACCOUNT.test(text) ? { kind: 'spot-account', states: {} } : null

function readArn(text: string): Found | null {
  const { service, account, resource } = ARN.exec(text)?.groups ?? {}
  if (service === undefined || resource === undefined) return null
  const ofAccount = { account }
  if (service === 'iam' && resource.startsWith('role/'))
    return found('role-arn', { ...ofAccount, 'role-arn': text })
  // The role's path is not in the ARN of a session: its own ARN cannot be told from it.
  if (service === 'sts') return found('session-arn', ofAccount)
  if (service === 'cloudformation' && resource.startsWith('stack/'))
    return found('stack-arn', ofAccount)
  if (service === 's3' && account === undefined)
    return found('bucket-arn', { bucket: bucketIn(resource) })
  return found('arn', ofAccount)
}

function readAddress(text: string): Found | null {
  const address = /^s3:\/\/(?<bucket>[^/]+)/i.exec(text)?.groups
  if (address) return found('bucket-address', { bucket: bucketIn(address['bucket'] ?? '') })
  const url = urlOf(text)
  if (!url) return null
  const { hostname } = url
  const s3 = S3_HOST.exec(hostname)
  if (s3) {
    const bucket = bucketIn(s3.groups?.['bucket'] ?? url.pathname.slice(1))
    return found('bucket-address', { bucket })
  }
  if (PORTAL_HOST.test(hostname)) return readPortal(url)
  if (isConsoleHost(hostname)) return readConsole(url)
  return found(SPOT_HOST.test(hostname) ? 'spot-page' : 'web-page', {})
}

/** Without its scheme an address is recognised where it can be nothing else: by its path, or as AWS's host. */
function urlOf(text: string): URL | null {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  const [host = ''] = text.toLowerCase().split('/')
  const isAddress =
    whole === text ||
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\.[a-z]{2,}\//i.test(text) ||
    [S3_HOST, PORTAL_HOST].some((known) => known.test(host)) ||
    isConsoleHost(host)
  return isAddress && URL.canParse(whole) ? new URL(whole) : null
}

/** A link of the portal to one account. Source: IAM Identity Center User Guide, "Create shortcut links". */
function readPortal({ hash, hostname, origin, pathname }: URL): Found {
  return found('portal', {
    account: within(hash).get('account_id'),
    portal: origin + pathname.replace(/\/$/, ''),
    region: PORTAL_REGION.exec(hostname)?.groups?.['region'],
  })
}

/**
 * Pages of the console. With several sessions in one browser the host begins with the account's number
 * (AWS Management Console User Guide, "Signing in to multiple accounts").
 */
function readConsole(url: URL): Found {
  const { hostname, pathname, hash } = url
  const [label = ''] = hostname.split('.')
  const account = /^\d{12}(?=-|$)/.exec(label)?.[0]
  if (/(?:^|\.)signin\./.test(hostname)) {
    if (pathname.startsWith('/switchrole'))
      return found('switch-role', { account: url.searchParams.get('account') })
    return found('sign-in-page', { account })
  }
  const bucket = /^\/s3\/(?:buckets|object)\/(?<name>[^/]+)/.exec(pathname)?.groups?.['name']
  if (bucket !== undefined)
    return found('bucket-page', { account, bucket: bucketIn(bucket), prefix: folderIn(url) })
  if (pathname.startsWith('/iam') && hash.startsWith('#/roles/'))
    return found('role-page', { account })
  if (pathname.startsWith('/cloudformation') && hash.includes('stackId='))
    return found('stack-page', {
      account: account ?? readArn(within(hash).get('stackId') ?? '')?.states.account,
    })
  return found('console-page', { account })
}

/** The folder that a page of the S3 console shows, if it is one of the bucket's own: deeper ones are of a report. */
const folderIn = ({ searchParams }: URL): string | undefined =>
  /^(?<folder>[^/]+)\/$/.exec(searchParams.get('prefix') ?? '')?.groups?.['folder']

/** What stands behind the question mark of an address within the page. */
const within = (hash: string): URLSearchParams => new URLSearchParams(hash.replace(/^[^?]*\??/, ''))

/** The bucket's name that a path begins with. */
const bucketIn = (path: string): string => path.split('/')[0] ?? ''

/** What is stated in the form that the field asks for. */
function found(
  kind: PastedKind,
  states: { readonly [Field in PastedField]?: string | null | undefined },
): Found {
  const { account, bucket, prefix, portal, region, 'role-arn': roleArn } = states
  return {
    kind,
    states: {
      ...(portal ? { portal } : {}),
      ...(region ? { region } : {}),
      ...(account && ACCOUNT.test(account) ? { account } : {}),
      ...(bucket && BUCKET.test(bucket) ? { bucket } : {}),
      ...(prefix ? { prefix } : {}),
      ...(roleArn ? { 'role-arn': roleArn } : {}),
    },
  }
}
