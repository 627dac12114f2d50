import type { Account } from '../sign-in/account-list.ts'
import type { Session } from '../sign-in/session.ts'

/** The accounts of a session, read anew to the last page. */
export async function allAccounts({
  accounts,
}: Pick<Session, 'accounts'>): Promise<readonly Account[]> {
  accounts.forget()
  while (accounts.hasMore()) await accounts.readOn()
  return accounts.read()
}
