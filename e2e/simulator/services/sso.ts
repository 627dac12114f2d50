import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import type { SsoSession, SsoUser } from '../sso-world.ts'
import type { World } from '../world.ts'
import { openOperation } from './operation.ts'
import type { Call, Operation } from './operation.ts'

const token = z.object({ accessToken: z.string() })
const page = token.extend({ nextToken: z.string().optional(), maxResults: z.number().optional() })

const signedIn = (
  { world, now }: Call,
  accessToken: string,
): { session: SsoSession; user: SsoUser } => {
  for (const session of world.sso.sessions.values()) {
    const ends = session.accessTokens.get(accessToken)
    const user = world.sso.users.get(session.user)
    if (ends !== undefined && user !== undefined && Math.min(ends, session.ends) > now)
      return { session, user }
  }
  throw new AwsError('UnauthorizedException', 'Session token not found or invalid')
}

const pageOf = <T>(
  items: T[],
  {
    nextToken,
    maxResults = 100,
  }: { nextToken?: string | undefined; maxResults?: number | undefined },
): { items: T[]; nextToken?: string } => {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64url').toString())
  if (!Number.isInteger(start)) throw new AwsError('InvalidRequestException', 'Invalid next token')
  const end = start + maxResults
  const more = end < items.length && { nextToken: Buffer.from(String(end)).toString('base64url') }
  return { items: items.slice(start, end), ...more }
}

const rolesOf = (world: World, user: SsoUser, accountId: string): string[] => {
  const roles = user.assignments.get(accountId)
  if (roles === undefined || !world.accounts.has(accountId))
    throw new AwsError('ForbiddenException', 'No access')
  return roles
}

/** The portal's API. Its permissions are the user's assignments; IAM has no say. */
export const sso: Record<string, Operation<Call>> = {
  ListAccounts: openOperation({
    input: page,
    run(input, call) {
      const { user } = signedIn(call, input.accessToken)
      const accounts = [...user.assignments.keys()].flatMap((id) => {
        const account = call.world.accounts.get(id)
        return account === undefined ? [] : [account]
      })
      const { items, ...more } = pageOf(accounts, input)
      const accountList = items.map(({ id, name, email }) => ({
        accountId: id,
        accountName: name,
        emailAddress: email,
      }))
      return { accountList, ...more }
    },
  }),

  ListAccountRoles: openOperation({
    input: page.extend({ accountId: z.string() }),
    run(input, call) {
      const { user } = signedIn(call, input.accessToken)
      const { items, ...more } = pageOf(rolesOf(call.world, user, input.accountId), input)
      return {
        roleList: items.map((roleName) => ({ roleName, accountId: input.accountId })),
        ...more,
      }
    },
  }),

  GetRoleCredentials: openOperation({
    input: token.extend({ accountId: z.string(), roleName: z.string() }),
    run({ accessToken, accountId, roleName }, call) {
      const { user } = signedIn(call, accessToken)
      if (!rolesOf(call.world, user, accountId).includes(roleName))
        throw new AwsError('ForbiddenException', 'No access')
      const { sso: center } = call.world
      const credentials = {
        accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(96).toString('base64'),
        accountId,
        permissionSet: roleName,
        user: user.name,
        expires: call.now + center.lifetimes.roleCredentialSeconds * 1000,
      }
      center.roleCredentials.set(credentials.accessKeyId, credentials)
      const { accessKeyId, secretAccessKey, sessionToken, expires } = credentials
      return {
        roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expires },
      }
    },
  }),

  // Role credentials that were issued before live on until they expire, as with AWS.
  Logout: openOperation({
    input: token,
    run(input, call) {
      const { session } = signedIn(call, input.accessToken)
      call.world.sso.sessions.delete(session.id)
      return undefined
    },
  }),
}
