import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity } from '@smithy/types'
import { z } from 'zod'
import type { Clock } from '../../base/clock.ts'
import type { CliProfile } from '../../contract/ask/sign-in.ts'
import { fail, isCode, toAppError } from '../../errors/failure.ts'
import { parseCliFiles } from './cli-files.ts'
import type { CliFiles } from './cli-files.ts'
import { accountOf, ended, kindOf, recipeOf, renewingCommand } from './cli-recipe.ts'
import type { Known, Recipe } from './cli-recipe.ts'
import { stsClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { awsCode, isDenied, parseReply, withSignal } from '../client/reply.ts'
import type { RenewableCredentials } from './sources.ts'
import { getRoleCredentials, meansNotAssigned } from './role-credentials.ts'

/** The profiles of the AWS CLI on this computer. Reads its files, and never writes one. */
export type CliProfiles = {
  /** Reads the files anew. Throws `profile-files-unreadable` (fact `file`), `profile-too-many`. */
  readonly list: () => Promise<CliProfile[]>
  /** What was listed last, null before the first time: nothing is read before somebody asks. */
  readonly listed: () => readonly CliProfile[] | null
  /**
   * Credentials of a profile as they are now; asked again when they end. Throws `profile-…`, and
   * what the network says.
   */
  readonly credentials: (name: string, signal?: AbortSignal) => Promise<RenewableCredentials>
}
export type CliProfilesOptions = Reach & {
  /** The CLI's folder, `~/.aws` with its whole path. */
  readonly folder: string
  /** `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` of the person, if set. */
  readonly configFile?: string
  readonly credentialsFile?: string
  /** Resolves null where there is no such file. */
  readonly files: { readonly read: (path: string) => Promise<string | null> }
  readonly clock: Clock
}

/** As many as a person may find the right one among, and a window can draw. */
const MOST_PROFILES = 2000

const assumedSchema = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.date(),
  }),
})

export function createCliProfiles(options: CliProfilesOptions): CliProfiles {
  const { folder, clock } = options
  const configFile = options.configFile ?? `${folder}/config`
  const credentialsFile = options.credentialsFile ?? `${folder}/credentials`
  let last: readonly CliProfile[] | null = null

  const read = async (path: string): Promise<string | null> => {
    try {
      return await options.files.read(path)
    } catch (cause) {
      throw fail('profile-files-unreadable', { file: path }, { cause, field: 'profile' })
    }
  }
  const look = async (): Promise<Known> => {
    const [config, credentials] = await Promise.all([read(configFile), read(credentialsFile)])
    return { files: parseCliFiles(config, credentials), folder, read, now: clock.now() }
  }

  const describe = async (known: Known, name: string): Promise<CliProfile> => {
    const profile = known.files.profiles.get(name) ?? new Map<string, string>()
    const refusal = await recipeOf(known, name).then(
      () => '' as const,
      (error: unknown) => toAppError(error).code,
    )
    return { name, kind: kindOf(profile), accountId: accountOf(profile), refusal }
  }

  const fromPortal = async (
    { region, accountId, roleName, accessToken }: Extract<Recipe, { from: 'sso' }>,
    over: () => Error,
    signal?: AbortSignal,
  ): Promise<AwsCredentialIdentity> => {
    try {
      const token = { region, accessToken }
      return await getRoleCredentials(options, token, { accountId, roleName }, signal)
    } catch (error) {
      throw awsCode(error) === 'UnauthorizedException' ? over() : error
    }
  }

  /** For an hour, which is the most that AWS gives where one role takes on another. */
  const fromRole = async (
    { roleArn, sessionName, externalId }: Extract<Recipe, { from: 'role' }>,
    source: AwsCredentialIdentity,
    signal?: AbortSignal,
  ): Promise<AwsCredentialIdentity> => {
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      ...(externalId === '' ? {} : { ExternalId: externalId }),
    })
    const sts = stsClient({ ...options, credentials: () => Promise.resolve(source) })
    const reply = await sts.send(command, withSignal(signal))
    const { Credentials } = parseReply(assumedSchema, reply, 'sts', 'AssumeRole')
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
      expiration: Credentials.Expiration,
    }
  }

  const obtain = async (
    recipe: Recipe,
    over: () => Error,
    signal?: AbortSignal,
  ): Promise<AwsCredentialIdentity> => {
    switch (recipe.from) {
      case 'file': {
        const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = recipe
        const known = expiresAt === undefined ? {} : { expiration: new Date(expiresAt) }
        return { accessKeyId, secretAccessKey, sessionToken, ...known }
      }
      case 'sso':
        return fromPortal(recipe, over, signal)
      case 'role':
        return fromRole(recipe, await obtain(recipe.source, over, signal), signal)
    }
  }

  const explained = (error: unknown, files: CliFiles, profile: string): unknown => {
    if (isCode(error, 'aws-credentials-expired')) return ended(files, profile)
    // What AWS says against the profile's role or account is about the profile, whatever it is.
    const refused =
      isCode(error, 'aws-credentials-invalid', 'aws-value-refused', 'aws-rejected') ||
      isDenied(error) ||
      meansNotAssigned(error)
    if (!refused) return error
    return fail('profile-refused', { profile }, { cause: error, field: 'profile' })
  }

  return {
    async list() {
      const known = await look()
      const names = [...known.files.profiles.keys()]
      if (names.length > MOST_PROFILES) {
        const facts = { count: String(names.length), limit: String(MOST_PROFILES) }
        throw fail('profile-too-many', facts, { field: 'profile' })
      }
      const found: CliProfile[] = []
      // One after the other: each may open a file, and there is a limit to open ones.
      for (const name of names) found.push(await describe(known, name))
      last = found
      return [...found]
    },
    listed: () => last,
    async credentials(name, signal) {
      const known = await look()
      const recipe = await recipeOf(known, name)
      try {
        const credentials = await obtain(recipe, () => ended(known.files, name), signal)
        return { ...credentials, renewedBy: renewingCommand(known.files, name) }
      } catch (error) {
        throw explained(error, known.files, name)
      }
    },
  }
}
