import path from 'node:path'
import { SIGN_IN_WAYS } from '../contract/ask/sign-in.ts'
import { type Managed, type ManagedProxy, NOT_MANAGED } from '../contract/managed.ts'
import { portalAt } from '../network/aws-hosts.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import { isWayOpen } from './rules.ts'
import type { Made, SettingId } from './settings.ts'

/** Makes the error for a setting that its schema lets through and that cannot be obeyed all the same. */
type Refuse = (cause: 'value' | 'conflict', setting: SettingId) => Error

/** Where the settings are to be obeyed. */
export type Computer = {
  readonly isStandIn: IsStandIn
  /** The person’s own folder. */
  readonly home: string
}

/**
 * What the settings that are made mean, with the default of each that is not. Throws what `refuse` makes:
 * an address that is no portal’s or no proxy’s, a folder that is none of this system, a setting that needs another, and two that exclude each other.
 */
export function inEffect(made: Made, { isStandIn, home }: Computer, refuse: Refuse): Managed {
  const folder = (setting: 'AuditFolder' | 'CliFolder'): string | null => {
    const text = made[setting]
    if (text === undefined) return null
    // A backslash is a letter like any other where it does not separate folders.
    if (text.startsWith('~\\') && path.sep === '/') throw refuse('value', setting)
    const whole = text.replace(/^~(?=[\\/])/, home)
    // A drive is nothing on other systems, and on Windows what begins with a slash is on no drive.
    const { root } = path.parse(path.normalize(whole))
    if (!path.isAbsolute(whole) || path.parse(path.resolve(whole)).root !== root)
      throw refuse('value', setting)
    return path.resolve(whole)
  }
  if (made.AuditRetentionDays !== undefined && made.AuditFolder === undefined)
    throw refuse('conflict', 'AuditRetentionDays')
  return {
    portals:
      made.AllowedPortals?.map((text) => {
        const portal = portalOf(text, isStandIn)
        if (portal === null) throw refuse('value', 'AllowedPortals')
        return portal
      }) ?? NOT_MANAGED.portals,
    regions: made.AllowedRegions ?? NOT_MANAGED.regions,
    accounts: made.AllowedAccounts ?? NOT_MANAGED.accounts,
    signInWays: waysOf(made, refuse),
    deviceCode: made.AllowDeviceCode ?? NOT_MANAGED.deviceCode,
    vanityAddresses: made.AllowVanityAddresses ?? NOT_MANAGED.vanityAddresses,
    sessionOnly: made.SessionOnly ?? NOT_MANAGED.sessionOnly,
    spotApi: made.AllowSpotApi ?? NOT_MANAGED.spotApi,
    ownTemplates: templatesOf(made),
    externalIdRequired: made.RequireExternalId ?? NOT_MANAGED.externalIdRequired,
    bucketName: made.BucketNamePattern ?? NOT_MANAGED.bucketName,
    classicNamesOnly: made.ClassicBucketNamesOnly ?? NOT_MANAGED.classicNamesOnly,
    proxy: proxyOf(made, refuse),
    language: made.Language ?? NOT_MANAGED.language,
    audit: {
      folder: folder('AuditFolder'),
      retentionDays: made.AuditRetentionDays ?? NOT_MANAGED.audit.retentionDays,
    },
    supportContact: made.SupportContact ?? NOT_MANAGED.supportContact,
    cliFolder: folder('CliFolder'),
  }
}

/** A portal’s address as the app keeps it; null for an address that is no portal’s. */
function portalOf(text: string, isStandIn: IsStandIn): string | null {
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (isStandIn(url)) return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  if (url.protocol !== 'https:' || url.port !== '') return null
  return portalAt(url)?.startUrl ?? null
}

function waysOf(
  { AllowedSignInWays, AllowedRegions }: Made,
  refuse: Refuse,
): Managed['signInWays'] {
  if (AllowedSignInWays === undefined) return NOT_MANAGED.signInWays
  const isAllowed = (way: (typeof AllowedSignInWays)[number]): boolean =>
    AllowedSignInWays.includes(way)
  const signInWays = {
    portal: isAllowed('portal'),
    console: isAllowed('console'),
    keys: isAllowed('keys'),
    profile: isAllowed('profile'),
    byHand: isAllowed('by-hand'),
  }
  const regions = AllowedRegions ?? null
  // That of the console alone, and the one region that it has is not allowed: nobody could go on.
  if (!signInWays.byHand && !SIGN_IN_WAYS.some((way) => isWayOpen({ signInWays, regions }, way)))
    throw refuse('conflict', 'AllowedSignInWays')
  return signInWays
}

function templatesOf({
  AllowOwnTemplates,
  AllowedTemplateFingerprints,
}: Made): Managed['ownTemplates'] {
  if (AllowOwnTemplates === false) return 'off'
  if (AllowedTemplateFingerprints === undefined) return 'any'
  return { sha256: AllowedTemplateFingerprints.map((one) => one.toLowerCase()) }
}

function proxyOf(made: Made, refuse: Refuse): ManagedProxy | null {
  const { ProxyServer, ProxyBypassList, ProxyPacUrl } = made
  if (ProxyBypassList !== undefined && ProxyServer === undefined)
    throw refuse('conflict', 'ProxyBypassList')
  if (ProxyPacUrl !== undefined) {
    if (ProxyServer !== undefined) throw refuse('conflict', 'ProxyPacUrl')
    if (!URL.canParse(ProxyPacUrl)) throw refuse('value', 'ProxyPacUrl')
    return { kind: 'pac', url: ProxyPacUrl }
  }
  if (ProxyServer === undefined) return null
  // Chromium leaves out a server that it does not understand, and goes without any if none is left.
  if (!ProxyServer.split(',').every(isServer)) throw refuse('value', 'ProxyServer')
  return { kind: 'servers', rules: ProxyServer, bypass: ProxyBypassList?.join(',') ?? '' }
}

const DIRECT = 'direct://'

function isServer(server: string): boolean {
  if (server === DIRECT) return true
  const address = `http://${server.replace(/^[a-z0-9]+:\/\//, '')}`
  // The usual port of http is not told.
  return URL.canParse(address) && Number(/:(\d+)$/.exec(server)?.[1]) > 0
}
