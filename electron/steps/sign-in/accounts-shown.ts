import type { Account } from '../../aws/sign-in/session.ts'
import { ACCOUNTS_SHOWN, type AccountAsk, type AccountChoice } from '../../contract/ask/sign-in.ts'

/** What decides which accounts are shown, and in which order. */
export type Shelf = {
  /** As far as they are read, in AWS's order. Never changed: with more there is another array. */
  readonly read: readonly Account[]
  readonly isWhole: boolean
  /** The account of last time, '' if none. */
  readonly lastId: string
  /** The management account that AWS has named and that the person may enter. */
  readonly named: Pick<Account, 'id' | 'email'> | null
  readonly compareNames: (one: string, other: string) => number
}

const MANAGEMENT_HINT = /\b(management|master|payer|billing|root|org(anization)?|main|mgmt)\b/i

/** A guess for the window to show first, never to act on. */
export function accountChoice(account: Account): AccountChoice {
  const words = `${account.name} ${account.email}`.replaceAll(/[-_.@+]/g, ' ')
  return { ...account, management: MANAGEMENT_HINT.test(words) ? 'likely' : 'unknown' }
}

/**
 * The first of the accounts in which `sought` is found: the one of last time, then the management
 * account that AWS has named, then those that look like it. The others follow by name once all are
 * read, and until then as they come, so that nothing that is shown gives way to what comes after.
 * Takes some milliseconds for ten thousand accounts: it is asked for with each key.
 */
export function accountsShown(
  shelf: Shelf,
  sought: string,
): Pick<AccountAsk, 'accounts' | 'matching' | 'total'> {
  const { lastId, named } = shelf
  const looked = sought.trim().toLowerCase()
  // As the console writes it, and as people group it.
  const digits = looked.replaceAll(/[-\s]/g, '')
  const isFound = ({ id, text }: Row): boolean =>
    text.includes(looked) || (digits !== '' && id.includes(digits))
  const first: Record<Place, AccountChoice[]> = { last: [], named: [], likely: [], other: [] }
  const rows = orderedRows(shelf)
  let matching = 0
  for (const row of rows) {
    if (!isFound(row)) continue
    matching += 1
    const { choice } = row
    const isNamed = choice.id === named?.id
    const place = choice.id === lastId ? 'last' : isNamed ? 'named' : PLACES[choice.management]
    if (first[place].length < ACCOUNTS_SHOWN)
      first[place].push(isNamed ? { ...choice, management: 'named' } : choice)
  }
  const accounts = [...first.last, ...first.named, ...first.likely, ...first.other]
  return { accounts: accounts.slice(0, ACCOUNTS_SHOWN), matching, total: rows.length }
}

type Place = 'last' | 'named' | 'likely' | 'other'
const PLACES = { named: 'named', likely: 'likely', unknown: 'other' } as const

/** An account as it is shown, and what of it is looked through. */
type Row = { readonly id: string; readonly text: string; readonly choice: AccountChoice }

const known = new WeakMap<Account, Row>()

function rowOf(account: Account): Row {
  const { id, name, email } = account
  const row = known.get(account) ?? {
    id,
    // Nothing that is typed has a line break in it.
    text: `${name}\n${email}`.toLowerCase(),
    choice: accountChoice(account),
  }
  known.set(account, row)
  return row
}

/** The rows of an array, in their order: sorting ten thousand takes longer than a frame. */
const ordered = new WeakMap<Shelf['read'], { readonly of: string; readonly rows: readonly Row[] }>()

function orderedRows({ read, isWhole, named, compareNames }: Shelf): readonly Row[] {
  const of = `${isWhole} ${named?.id}`
  const before = ordered.get(read)
  if (before?.of === of) return before.rows
  const rows = read.map(rowOf)
  // AWS has not listed it yet, and has said that the person may enter it.
  if (named && !isWhole && !read.some(({ id }) => id === named.id))
    rows.unshift(rowOf({ id: named.id, name: '', email: named.email }))
  if (isWhole)
    rows.sort(
      ({ choice: one }, { choice: other }) =>
        compareNames(one.name, other.name) || compareNames(one.id, other.id),
    )
  ordered.set(read, { of, rows })
  return rows
}
