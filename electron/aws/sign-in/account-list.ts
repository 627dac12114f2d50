import { ListAccountsCommand, paginateListAccountRoles } from '@aws-sdk/client-sso'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { ssoClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'
import type { TokenSet } from './sign-in.ts'

export type Account = { readonly id: string; readonly name: string; readonly email: string }

/** The most that AWS puts on a page. */
const pageSize = 100

const accountsSchema = z.array(
  z.object({
    accountId: z.string(),
    accountName: z.string().default(''),
    emailAddress: z.string().default(''),
  }),
)
const rolesSchema = z.array(z.object({ roleName: z.string() }))

/** A page of accounts, and the token of the next one; undefined after the last. */
export type AccountPage = {
  readonly accounts: readonly Account[]
  readonly nextToken: string | undefined
}

/** A page of the accounts that the person may enter, in AWS's order: there can be thousands. */
export async function listAccountPage(
  reach: Reach,
  { region, accessToken }: TokenSet,
  nextToken: string | undefined,
  signal?: AbortSignal,
): Promise<AccountPage> {
  const page = await ssoClient(reach, region).send(
    new ListAccountsCommand({ accessToken, maxResults: pageSize, nextToken }),
    withSignal(signal),
  )
  const listed = parseReply(accountsSchema, page.accountList ?? [], 'sso', 'ListAccounts')
  const accounts = listed.map(({ accountId, accountName, emailAddress }) => ({
    id: accountId,
    name: accountName,
    email: emailAddress,
  }))
  return { accounts, nextToken: page.nextToken === '' ? undefined : page.nextToken }
}

/** Names of the person's permission sets in one account. Throws `account-not-listed`. */
export async function listRoles(
  reach: Reach,
  { region, accessToken }: Pick<TokenSet, 'region' | 'accessToken'>,
  accountId: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const client = ssoClient(reach, region)
  const names: string[] = []
  const input = { accessToken, accountId }
  try {
    const pages = paginateListAccountRoles({ client, pageSize }, input, withSignal(signal))
    const watch = pageWatch('sso', 'ListAccountRoles')
    for await (const page of watched(pages, watch, ({ nextToken }) => nextToken)) {
      const listed = parseReply(rolesSchema, page.roleList ?? [], 'sso', 'ListAccountRoles')
      names.push(...listed.map(({ roleName }) => roleName))
    }
  } catch (error) {
    if (!['ForbiddenException', 'ResourceNotFoundException'].includes(awsCode(error))) throw error
    throw fail('account-not-listed', { account: accountId }, { cause: error })
  }
  return names
}
