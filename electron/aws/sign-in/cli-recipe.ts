import type { CliProfile } from '../../contract/ask/sign-in.ts'
import type { Managed } from '../../contract/managed.ts'
import { NO_RENEWAL, renewalOf, type Renewal } from '../../contract/renew-profile.ts'
import { fail } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { requireAccount, requirePortal, requireRegion } from '../../managed/rules.ts'
import type { IsStandIn } from '../../network/stand-in.ts'
import { cachedLogin, cachedToken } from './cli-cache.ts'
import type { ReadFile } from './cli-cache.ts'
import type { CliFiles, Section } from './cli-files.ts'
import { REGIONS } from '../client/regions.ts'
import { parseStartUrl } from './start-url.ts'

/** How a profile comes to its credentials, with everything that the files say. Holds secrets. */
export type Recipe =
  | {
      readonly from: 'file'
      readonly accessKeyId: string
      readonly secretAccessKey: string
      readonly sessionToken: string
      /** Milliseconds since the epoch; undefined where only AWS knows. */
      readonly expiresAt: number | undefined
    }
  | {
      readonly from: 'sso'
      readonly region: string
      readonly accountId: string
      readonly roleName: string
      readonly accessToken: string
    }
  | {
      readonly from: 'role'
      readonly roleArn: string
      readonly sessionName: string
      readonly externalId: string
      readonly source: Recipe
    }

type Kind = CliProfile['kind']
export type Known = {
  readonly files: CliFiles
  /** The CLI's folders in which a sign-in may be, the likeliest first. */
  readonly caches: readonly string[]
  readonly read: ReadFile
  /** Milliseconds since the epoch. */
  readonly now: number
  /** What the organization has decided: no credentials are taken of a profile that is against it. */
  readonly managed: Managed
  readonly isStandIn: IsStandIn
}

/** How a profile is looked at: as the one chosen, or as the source of another's role. */
type Rank = 'chosen' | 'source'

const has = (section: Section | undefined, ...settings: string[]): boolean =>
  settings.some((setting) => section?.has(setting))

/**
 * The CLI's own order, where a profile has settings of several kinds: a role, a token file, IAM Identity
 * Center, keys of the credentials file, `aws login`, a program, keys of the config file. A source with
 * keys is not asked for its role. Source: botocore's credential providers.
 */
export function kindOf(files: CliFiles, name: string, rank: Rank = 'chosen'): Kind {
  const profile = files.profiles.get(name)
  if (has(profile, 'web_identity_token_file')) return 'other'
  const hasKeys = has(profile, 'aws_access_key_id', 'aws_secret_access_key')
  if (has(profile, 'role_arn') && !(rank === 'source' && hasKeys)) return 'assumed-role'
  if (has(profile, 'sso_account_id', 'sso_role_name')) return 'sso'
  if (has(files.credentials.get(name), 'aws_access_key_id')) return 'short-lived'
  if (has(profile, 'login_session')) return 'console-login'
  if (has(profile, 'credential_process')) return 'other'
  if (hasKeys) return 'short-lived'
  // Not enough for the CLI, and what is missing can be named.
  return has(profile, 'sso_session', 'sso_start_url') ? 'sso' : 'other'
}

/** The account that a profile names, or ''. */
export function accountOf(files: CliFiles, name: string): string {
  const kind = kindOf(files, name)
  const profile: Section = files.profiles.get(name) ?? new Map<string, string>()
  const told =
    kind === 'assumed-role'
      ? /^arn:[\w-]+:iam::(\d{12}):/.exec(profile.get('role_arn') ?? '')?.[1]
      : kind === 'console-login'
        ? /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(profile.get('login_session') ?? '')?.[1]
        : kind === 'sso'
          ? profile.get('sso_account_id')
          : profile.get('aws_account_id')
  return /^\d{12}$/.test(told ?? '') ? (told ?? '') : ''
}

/** How the CLI renews what is behind a profile, which may be the source of its role. */
export function renewalBehind(files: CliFiles, name: string): Renewal {
  const seen = new Set<string>()
  let at = name
  for (;;) {
    const kind = kindOf(files, at, seen.size === 0 ? 'chosen' : 'source')
    if (kind !== 'assumed-role') return renewalOf(kind, at)
    const source = files.profiles.get(at)?.get('source_profile')
    seen.add(at)
    if (source === undefined || seen.has(source)) return NO_RENEWAL
    at = source
  }
}

/**
 * Reads how a profile comes to its credentials. Contacts nobody. Throws `profile-missing`,
 * `-long-lived`, `-process`, `-mfa`, `-unsupported` (fact `setting`) or `-ended` (facts as in `Renewal`),
 * and `set-by-organization`.
 */
export async function recipeOf(known: Known, name: string): Promise<Recipe> {
  const named = accountOf(known.files, name)
  if (named !== '') requireAccount(known.managed, named, 'profile')
  return resolve(known, name, name, [])
}

/** Profiles that lead to each other; people have two or three. */
const LONGEST_CHAIN = 20

async function resolve(
  known: Known,
  name: string,
  chosen: string,
  through: readonly string[],
): Promise<Recipe> {
  const profile = known.files.profiles.get(name)
  const refuse = (
    code: `profile-${'missing' | 'long-lived' | 'process' | 'mfa' | 'unsupported'}`,
    more: Record<string, string> = {},
  ): AppFailure => fail(code, { profile: chosen, ...more }, { field: 'profile' })
  if (!profile) throw refuse('profile-missing', { profile: name })
  const kind = kindOf(known.files, name, through.length === 0 ? 'chosen' : 'source')
  switch (kind) {
    case 'assumed-role': {
      const source = profile.get('source_profile')
      if (profile.has('mfa_serial')) throw refuse('profile-mfa')
      if (profile.has('credential_source'))
        throw refuse('profile-unsupported', { setting: 'credential_source' })
      // A profile that is its own source has keys beside the role; any other circle has no end.
      const ownKeys = source === name && kindOf(known.files, name, 'source') !== kind
      const endless = through.length >= LONGEST_CHAIN || [...through, name].includes(source ?? '')
      if (!source || (endless && !ownKeys))
        throw refuse('profile-unsupported', { setting: 'source_profile' })
      return {
        from: 'role',
        roleArn: profile.get('role_arn') ?? '',
        sessionName: profile.get('role_session_name') || 'eco-connect',
        externalId: profile.get('external_id') ?? '',
        source: await resolve(known, source, chosen, [...through, name]),
      }
    }
    case 'short-lived': {
      // Keys and their token stand in one file: those of the other are of an older sign-in.
      const own = known.files.credentials.get(name)
      const elsewhere = known.files.config.get(name)
      const keys = own?.has('aws_access_key_id') ? own : (elsewhere ?? profile)
      const accessKeyId = keys.get('aws_access_key_id') ?? ''
      const secretAccessKey = keys.get('aws_secret_access_key') ?? ''
      // The older name comes first where both are there. Source: botocore's credential providers.
      const sessionToken = keys.get('aws_security_token') ?? keys.get('aws_session_token') ?? ''
      if (/^AKIA/i.test(accessKeyId)) throw refuse('profile-long-lived')
      if (!accessKeyId || !secretAccessKey || !sessionToken)
        throw refuse('profile-unsupported', { setting: 'aws_session_token' })
      return { from: 'file', accessKeyId, secretAccessKey, sessionToken, expiresAt: undefined }
    }
    case 'sso':
      return ssoRecipe(known, profile, chosen)
    case 'console-login': {
      // Used and never renewed here, although the app knows how. Each renewal gives another refresh
      // token, and AWS says of the one before only that it is answered alike for a while ("idempotent
      // within the token's window", the model of CreateOAuth2Token in aws-cli 2.36.7). The CLI would be
      // left with that one in its cache, and might be signed out by us. Its own next command renews.
      const login = await cachedLogin(known.read, known.caches, profile.get('login_session') ?? '')
      if (!login) throw endedFor(chosen, { ...renewalBehind(known.files, chosen), silent: '' })
      if (login.expiresAt <= known.now) throw ended(known.files, chosen)
      return { from: 'file', ...login }
    }
    case 'other':
      if (profile.has('web_identity_token_file'))
        throw refuse('profile-unsupported', { setting: 'web_identity_token_file' })
      if (profile.has('credential_process')) throw refuse('profile-process')
      throw refuse('profile-unsupported')
  }
}

export function ended(files: CliFiles, name: string): AppFailure {
  return endedFor(name, renewalBehind(files, name))
}

const endedFor = (profile: string, renewal: Renewal): AppFailure =>
  fail('profile-ended', { profile, ...renewal }, { field: 'profile' })

/** The CLI's token is used and never renewed: a renewal here would end the one in its file. */
async function ssoRecipe(known: Known, profile: Section, name: string): Promise<Recipe> {
  const session = profile.get('sso_session')
  const settings = session === undefined ? profile : known.files.ssoSessions.get(session)
  const values = {
    sso_start_url: settings?.get('sso_start_url') ?? '',
    sso_region: settings?.get('sso_region') ?? '',
    sso_account_id: profile.get('sso_account_id') ?? '',
    sso_role_name: profile.get('sso_role_name') ?? '',
  }
  const odd = Object.entries(values).find(
    ([key, value]) => value === '' || (key === 'sso_region' && !REGIONS.includes(value)),
  )
  const [setting] = odd ?? []
  if (setting) throw fail('profile-unsupported', { profile: name, setting }, { field: 'profile' })
  requirePlace(known, values.sso_start_url, values.sso_region)
  const token = await cachedToken(known.read, known.caches, session ?? values.sso_start_url)
  if (!token || token.expiresAt <= known.now) throw ended(known.files, name)
  return {
    from: 'sso',
    region: values.sso_region,
    accountId: values.sso_account_id,
    roleName: values.sso_role_name,
    accessToken: token.accessToken,
  }
}

/** The portal of a profile is one like any other, however its file writes it. */
function requirePlace({ managed, isStandIn }: Known, startUrl: string, region: string): void {
  if (managed.portals !== null)
    requirePortal(managed, parseStartUrl(startUrl, isStandIn).startUrl, 'profile')
  requireRegion(managed, region, 'profile')
}
