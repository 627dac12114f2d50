import type { SignInWay } from '../contract/ask/sign-in.ts'
import { namespaceOf } from '../contract/bucket-namespace.ts'
import type { Managed } from '../contract/managed.ts'
import { REGION } from '../contract/region.ts'
import { fail, type AppFailure } from '../errors/failure.ts'
import { isLike } from './glob.ts'
import type { SettingId } from './settings.ts'

/*
 * What the organization’s settings mean for whatever somebody wants to do: one rule for each, asked where
 * the command is carried out, with the value as it is used. All throw `set-by-organization`.
 */

type Place = { readonly startUrl: string; readonly region: string }

/** What a setting refuses: `value` as it was to be used, at the field of a form if it was typed there. */
export const refusedBy = (
  setting: SettingId,
  { value, field }: { readonly value?: string; readonly field?: string } = {},
): AppFailure =>
  fail(
    'set-by-organization',
    { setting, ...(value === undefined ? {} : { value }) },
    field === undefined ? {} : { field },
  )

export function requireWay({ signInWays }: Managed, way: SignInWay | 'byHand'): void {
  if (!signInWays[way]) throw refusedBy('AllowedSignInWays', { value: way })
}

/** A portal by its address as it is used, wherever that came from: a redirect leads to no other. */
export function requirePortal({ portals }: Managed, startUrl: string, field = 'startUrl'): void {
  if (portals !== null && !portals.includes(startUrl))
    throw refusedBy('AllowedPortals', { value: startUrl, field })
}

export function requireRegion({ regions }: Managed, region: string, field = 'region'): void {
  if (regions !== null && !regions.includes(region))
    throw refusedBy('AllowedRegions', { value: region, field })
}

/** Whether a way into AWS can be taken at all: that of the console is one region’s for everybody. */
export const isWayOpen = (
  { signInWays, regions }: Pick<Managed, 'signInWays' | 'regions'>,
  way: SignInWay,
): boolean => signInWays[way] && (way !== 'console' || regions === null || regions.includes(REGION))

/** Signing in as to the AWS console, which is one region’s for everybody. */
export function requireConsole(managed: Managed): void {
  requireWay(managed, 'console')
  requireRegion(managed, REGION)
}

/** A portal, and the region in which it is asked. */
export function requirePlace(managed: Managed, { startUrl, region }: Place): void {
  requirePortal(managed, startUrl)
  requireRegion(managed, region)
}

export const isAccountAllowed = ({ accounts }: Managed, accountId: string): boolean =>
  accounts === null || accounts.includes(accountId)

export function requireAccount(managed: Managed, accountId: string, field?: string): void {
  if (!isAccountAllowed(managed, accountId))
    throw refusedBy('AllowedAccounts', {
      value: accountId,
      ...(field === undefined ? {} : { field }),
    })
}

export function requireDeviceCode({ deviceCode }: Managed): void {
  if (!deviceCode) throw refusedBy('AllowDeviceCode')
}

/** An address of the company’s own: refused before anybody is asked where it leads. */
export function requireVanityAddress(
  { vanityAddresses }: Pick<Managed, 'vanityAddresses'>,
  hostname: string,
): void {
  if (!vanityAddresses)
    throw refusedBy('AllowVanityAddresses', { value: hostname, field: 'startUrl' })
}

/** A language of the app’s, by its id. */
export function requireLanguage({ language }: Managed, wanted: string): void {
  if (language !== null && language !== wanted) throw refusedBy('Language', { value: wanted })
}

/** Choosing the folder with the files of the AWS CLI. */
export function requireOwnCliFolder({ cliFolder }: Managed): void {
  if (cliFolder !== null) throw refusedBy('CliFolder')
}

export function requireSpotApi({ spotApi }: Managed): void {
  if (!spotApi) throw refusedBy('AllowSpotApi')
}

/** A template besides those that come with the app, by its fingerprint: the same bytes and no others. */
export function requireOwnTemplate(managed: Managed, sha256: string): void {
  requireOwnTemplates(managed)
  if (!isTemplateAllowed(managed, sha256))
    throw refusedBy('AllowedTemplateFingerprints', { value: sha256 })
}

export const isTemplateAllowed = ({ ownTemplates }: Managed, sha256: string): boolean =>
  typeof ownTemplates === 'object' ? ownTemplates.sha256.includes(sha256) : ownTemplates === 'any'

/** Opening a template besides those that come with the app, whatever is in it. */
export function requireOwnTemplates({ ownTemplates }: Managed): void {
  if (ownTemplates === 'off') throw refusedBy('AllowOwnTemplates')
}

/** What stands against a role’s external ID, as it is typed or told; '' for none. */
export const externalIdRefusal = (
  { externalIdRequired }: Managed,
  externalId: string,
): AppFailure | null =>
  externalIdRequired && externalId === ''
    ? refusedBy('RequireExternalId', { field: 'externalId' })
    : null

export function requireExternalId(managed: Managed, externalId: string): void {
  const refusal = externalIdRefusal(managed, externalId)
  if (refusal) throw refusal
}

type BucketRules = Pick<Managed, 'bucketName' | 'classicNamesOnly'>

/** What stands against a bucket of this name, whoever has named it; null for nothing. */
export const bucketRefusal = ({ bucketName }: BucketRules, name: string): AppFailure | null =>
  bucketName === null || isLike(name, bucketName)
    ? null
    : refusedBy('BucketNamePattern', { value: name, field: 'bucketName' })

/** What stands against creating a bucket of this name; null for nothing. */
export function newBucketRefusal(managed: BucketRules, name: string): AppFailure | null {
  if (managed.classicNamesOnly && namespaceOf(name) !== null)
    return refusedBy('ClassicBucketNamesOnly', { value: name, field: 'bucketName' })
  return bucketRefusal(managed, name)
}

export function requireBucketName(managed: BucketRules, name: string): void {
  const refusal = bucketRefusal(managed, name)
  if (refusal) throw refusal
}

export function requireNewBucket(managed: BucketRules, name: string): void {
  const refusal = newBucketRefusal(managed, name)
  if (refusal) throw refusal
}
