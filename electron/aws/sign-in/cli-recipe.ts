import type { CliProfile } from '../../contract/ask/sign-in.ts'
import { fail } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { cachedLogin, cachedToken } from './cli-cache.ts'
import type { ReadFile } from './cli-cache.ts'
import type { CliFiles, Section } from './cli-files.ts'
import { REGIONS } from '../client/regions.ts'

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
  readonly folder: string
  readonly read: ReadFile
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The CLI's own order, where a profile has settings of several kinds. */
export function kindOf(profile: Section): Kind {
  if (profile.has('role_arn')) return 'assumed-role'
  if (profile.has('sso_session') || profile.has('sso_start_url')) return 'sso'
  if (profile.has('aws_access_key_id')) return 'short-lived'
  if (profile.has('login_session')) return 'console-login'
  return 'other'
}

/** The account that a profile names, or ''. */
export function accountOf(profile: Section): string {
  const kind = kindOf(profile)
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

/** The command with which the CLI renews the sign-in behind a profile; '' where it has none. */
export function renewingCommand({ profiles }: CliFiles, name: string): string {
  const seen = new Set<string>()
  let at = name
  for (;;) {
    const profile = profiles.get(at)
    const source = profile?.get('role_arn') ? profile.get('source_profile') : undefined
    if (!profile || seen.has(at)) return ''
    if (source === undefined || source === at) return commandFor(kindOf(profile), at)
    seen.add(at)
    at = source
  }
}

function commandFor(kind: Kind, name: string): string {
  // It is pasted into a terminal: a name that could end its quotation there is in no command.
  if (/["'`$\\!%\p{Cc}]/u.test(name)) return ''
  const profile = /^[\w@+.:/-]+$/.test(name) ? name : `"${name}"`
  if (kind === 'sso') return `aws sso login --profile ${profile}`
  if (kind === 'console-login') return `aws login --profile ${profile}`
  return ''
}

/**
 * Reads how a profile comes to its credentials. Contacts nobody. Throws `profile-missing`,
 * `-long-lived`, `-process`, `-mfa`, `-unsupported` (fact `setting`) or `-ended` (fact `command`).
 */
export function recipeOf(known: Known, name: string): Promise<Recipe> {
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
  const asKeys = through.at(-1) === name
  const kind = asKeys ? 'short-lived' : kindOf(profile)
  switch (kind) {
    case 'assumed-role': {
      const source = profile.get('source_profile')
      if (profile.has('mfa_serial')) throw refuse('profile-mfa')
      for (const setting of ['web_identity_token_file', 'credential_source'])
        if (profile.has(setting)) throw refuse('profile-unsupported', { setting })
      // A profile that is its own source has keys beside the role; any other circle has no end.
      const endless = through.length >= LONGEST_CHAIN || through.includes(source ?? '')
      if (!source || (source !== name && endless))
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
      const accessKeyId = profile.get('aws_access_key_id') ?? ''
      const secretAccessKey = profile.get('aws_secret_access_key') ?? ''
      const sessionToken = profile.get('aws_session_token') ?? ''
      if (/^AKIA/i.test(accessKeyId)) throw refuse('profile-long-lived')
      if (!accessKeyId || !secretAccessKey || !sessionToken)
        throw refuse('profile-unsupported', { setting: 'aws_session_token' })
      return { from: 'file', accessKeyId, secretAccessKey, sessionToken, expiresAt: undefined }
    }
    case 'sso':
      return ssoRecipe(known, profile, chosen)
    case 'console-login': {
      const login = await cachedLogin(known.read, known.folder, profile.get('login_session') ?? '')
      if (!login || login.expiresAt <= known.now) throw ended(known.files, chosen)
      return { from: 'file', ...login }
    }
    case 'other':
      if (profile.has('credential_process')) throw refuse('profile-process')
      throw refuse('profile-unsupported')
  }
}

export function ended(files: CliFiles, name: string): AppFailure {
  const command = renewingCommand(files, name)
  return fail('profile-ended', { profile: name, command }, { field: 'profile' })
}

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
  const token = await cachedToken(known.read, known.folder, session ?? values.sso_start_url)
  if (!token || token.expiresAt <= known.now) throw ended(known.files, name)
  return {
    from: 'sso',
    region: values.sso_region,
    accountId: values.sso_account_id,
    roleName: values.sso_role_name,
    accessToken: token.accessToken,
  }
}
