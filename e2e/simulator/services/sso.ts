import { z } from 'zod'
import { issueCredentials } from '../access/credentials.ts'
import { AwsError } from '../aws-error.ts'
import type { SsoSession, SsoUser } from '../sso-world.ts'
import type { Account } from '../world.ts'
import { openOperation } from './operation.ts'
import type { Call, Operation } from './operation.ts'
import { sameDirectory } from './sso-oidc.ts'

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

/** An account is seen in the portal of its own organization. */
const seenIn = ({ world: { sso: center } }: Call, startUrl: string, accountId: string): boolean => {
  for (const [portal, accountIds] of center.otherPortals)
    if (accountIds.has(accountId)) return sameDirectory(portal, startUrl)
  return [center.startUrl, ...center.alsoAt].some((portal) => sameDirectory(portal, startUrl))
}

const accountsOf = (call: Call, { session, user }: ReturnType<typeof signedIn>): Account[] =>
  [...user.assignments.keys()].flatMap((id) => {
    const account = call.world.accounts.get(id)
    return account !== undefined && seenIn(call, session.startUrl, id) ? [account] : []
  })

const rolesOf = (call: Call, who: ReturnType<typeof signedIn>, accountId: string): string[] => {
  const roles = who.user.assignments.get(accountId)
  if (roles === undefined || !accountsOf(call, who).some(({ id }) => id === accountId))
    throw new AwsError('ForbiddenException', 'No access')
  return roles
}

/** The portal's API. Its permissions are the user's assignments; IAM has no say. */
export const sso: Record<string, Operation<Call>> = {
  ListAccounts: openOperation({
    input: page,
    run(input, call) {
      const accounts = accountsOf(call, signedIn(call, input.accessToken))
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
      const who = signedIn(call, input.accessToken)
      const { items, ...more } = pageOf(rolesOf(call, who, input.accountId), input)
      return {
        roleList: items.map((roleName) => ({ roleName, accountId: input.accountId })),
        ...more,
      }
    },
  }),

  GetRoleCredentials: openOperation({
    input: token.extend({ accountId: z.string(), roleName: z.string() }),
    run({ accessToken, accountId, roleName }, call) {
      const who = signedIn(call, accessToken)
      if (!rolesOf(call, who, accountId).includes(roleName))
        throw new AwsError('ForbiddenException', 'No access')
      const credentials = issueCredentials(call.world, {
        accountId,
        holder: { kind: 'permission-set', permissionSet: roleName, user: who.user.name },
        expires: call.now + call.world.sso.lifetimes.roleCredentialSeconds * 1000,
      })
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
