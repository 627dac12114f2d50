import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity } from '@smithy/types'
import { z } from 'zod'
import { stsClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'
import type { Recipe } from './cli-recipe.ts'
import { getRoleCredentials } from './role-credentials.ts'

const assumedSchema = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.date(),
  }),
})

/**
 * Credentials as the recipe has them made. Throws what `over` makes when the sign-in behind them has
 * ended, and what AWS says.
 */
export async function obtain(
  reach: Reach,
  recipe: Recipe,
  over: () => Error,
  signal?: AbortSignal,
): Promise<AwsCredentialIdentity> {
  switch (recipe.from) {
    case 'file': {
      const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = recipe
      const known = expiresAt === undefined ? {} : { expiration: new Date(expiresAt) }
      return { accessKeyId, secretAccessKey, sessionToken, ...known }
    }
    case 'sso':
      return fromPortal(reach, recipe, over, signal)
    case 'role':
      return fromRole(reach, recipe, await obtain(reach, recipe.source, over, signal), signal)
  }
}

async function fromPortal(
  reach: Reach,
  { region, accountId, roleName, accessToken }: Extract<Recipe, { from: 'sso' }>,
  over: () => Error,
  signal?: AbortSignal,
): Promise<AwsCredentialIdentity> {
  try {
    const token = { region, accessToken }
    return await getRoleCredentials(reach, token, { accountId, roleName }, signal)
  } catch (error) {
    throw awsCode(error) === 'UnauthorizedException' ? over() : error
  }
}

/** For an hour, which is the most that AWS gives where one role takes on another. */
async function fromRole(
  reach: Reach,
  { roleArn, sessionName, externalId }: Extract<Recipe, { from: 'role' }>,
  source: AwsCredentialIdentity,
  signal?: AbortSignal,
): Promise<AwsCredentialIdentity> {
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(externalId === '' ? {} : { ExternalId: externalId }),
  })
  const sts = stsClient({ ...reach, credentials: () => Promise.resolve(source) })
  const reply = await sts.send(command, withSignal(signal))
  const { Credentials } = parseReply(assumedSchema, reply, 'sts', 'AssumeRole')
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    expiration: Credentials.Expiration,
  }
}
