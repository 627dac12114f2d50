import { pageWatch } from '../client/pages.ts'
import { awsCode } from '../client/reply.ts'
import type { Account, AccountPage } from './account-list.ts'

/** The accounts that the person may enter, read page by page: there can be thousands. */
export type Accounts = {
  /** As far as they are read: in AWS's order, each once. Another array with each page. */
  readonly read: () => readonly Account[]
  /** True until the last page is read, so before the first one too. */
  readonly hasMore: () => boolean
  /**
   * Reads one page more; does nothing after the last. What was read stays when it throws, and the next
   * call goes on from there.
   */
  readonly readOn: (signal?: AbortSignal) => Promise<void>
  /** The next page is the first one again. */
  readonly forget: () => void
}

/** What is read by now, and where the next page begins; null after the last one. */
type Reading = {
  accounts: readonly Account[]
  readonly known: Set<string>
  next: { readonly token: string | undefined } | null
  watch: ReturnType<typeof pageWatch>
}

const nothingRead = (): Reading => ({
  accounts: [],
  known: new Set(),
  ...fromTheStart(),
})

const fromTheStart = (): Pick<Reading, 'next' | 'watch'> => ({
  next: { token: undefined },
  watch: pageWatch('sso', 'ListAccounts'),
})

/** `pageOf` asks AWS for the page of a token; undefined stands for the first one. */
export function createAccounts(
  pageOf: (token: string | undefined, signal?: AbortSignal) => Promise<AccountPage>,
): Accounts {
  let reading = nothingRead()
  return {
    read: () => reading.accounts,
    hasMore: () => reading.next !== null,
    async readOn(signal) {
      const into = reading
      const { next } = into
      if (!next) return
      const page = await pageOf(next.token, signal).catch((error: unknown) => {
        // A token that is too old for AWS is no way on: the accounts before it are read a second time.
        if (next.token !== undefined && awsCode(error) === 'InvalidRequestException')
          Object.assign(into, fromTheStart())
        throw error
      })
      // Somebody else has read this page meanwhile.
      if (into.next !== next) return
      const fresh = page.accounts.filter(({ id }) => !into.known.has(id) && into.known.add(id))
      into.accounts = [...into.accounts, ...fresh]
      into.watch(page.nextToken)
      into.next = page.nextToken === undefined ? null : { token: page.nextToken }
    },
    forget() {
      reading = nothingRead()
    },
  }
}
