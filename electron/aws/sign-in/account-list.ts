import { paginateListAccountRoles, paginateListAccounts } from '@aws-sdk/client-sso'
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

/**
 * All accounts that the person may enter, in AWS's order: there can be thousands. The window orders
 * names, by the language that it speaks.
 */
export async function listAccounts(
  reach: Reach,
  { region, accessToken }: TokenSet,
  signal?: AbortSignal,
): Promise<Account[]> {
  const client = ssoClient(reach, region)
  const accounts: Account[] = []
  const pages = paginateListAccounts({ client, pageSize }, { accessToken }, withSignal(signal))
  const watch = pageWatch('sso', 'ListAccounts')
  for await (const page of watched(pages, watch, ({ nextToken }) => nextToken)) {
    const listed = parseReply(accountsSchema, page.accountList ?? [], 'sso', 'ListAccounts')
    for (const { accountId, accountName, emailAddress } of listed)
      accounts.push({ id: accountId, name: accountName, email: emailAddress })
  }
  return accounts
}

/** Names of the person's permission sets in one account. Throws `account-not-listed`. */
export async function listRoles(
  reach: Reach,
  { region, accessToken }: TokenSet,
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
