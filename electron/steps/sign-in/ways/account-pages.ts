import type { Account } from '../../../aws/sign-in/session.ts'
import { endsSignIn } from '../../../checklist/outcome.ts'
import type { ActContext, StepContext } from '../../../checklist/step.ts'
import type { AccountAsk } from '../../../contract/ask/sign-in.ts'
import type { As } from '../../../contract/commands.ts'
import type { Status } from '../../../contract/status.ts'
import type { AppError } from '../../../errors/app-error.ts'
import { fail, toAppError, type AppFailure } from '../../../errors/failure.ts'
import { isAccountAllowed, refusedBy } from '../../../managed/rules.ts'
import { accountsShown } from '../accounts-shown.ts'
import { notThere } from '../ask.ts'

/*
 * The accounts behind a portal are shown from the first page on, while the others come: each further
 * page is a look of its own, which whatever the person does next puts an end to.
 */

/** A status that asks which account it is. */
type Asking = Extract<Status, { readonly kind: 'todo' | 'failed' }> & { readonly ask: AccountAsk }

/** Those of an array that may be connected: ten thousand are looked through once for each page. */
const allowed = new WeakMap<readonly Account[], readonly Account[]>()

/** The accounts that may be connected, as far as they are read. */
function accountsAllowed({ session, managed }: StepContext): readonly Account[] {
  const read = session.accounts.read()
  if (managed.accounts === null) return read
  const those = allowed.get(read) ?? read.filter(({ id }) => isAccountAllowed(managed, id))
  allowed.set(read, those)
  return those
}

/** The list as it is shown now; null while something else is. */
function askingNow({ shown }: Pick<StepContext, 'shown'>): Asking | null {
  const status = shown()
  if (status.kind !== 'todo' && status.kind !== 'failed') return null
  const { ask } = status
  return ask?.step === 'sign-in' && ask.stage === 'account' ? { ...status, ask } : null
}

/** The same list with what has been read since, if it is shown and waits for more; else null. */
export async function withMoreAccounts(context: StepContext): Promise<Status | null> {
  const { session, signal } = context
  if (askingNow(context)?.ask.rest !== 'coming') return null
  const rest = await session.accounts.readOn(signal).then(
    () => 'read' as const,
    (reason: unknown) => {
      const error = toAppError(reason)
      // Without a sign-in there is nothing to be done with the accounts either.
      if (endsSignIn(error.code)) throw reason
      return error
    },
  )
  // What is looked for may be something else than when the page was asked for.
  const asking = askingNow(context)
  return asking && showing(context, asking, rest === 'read' ? undefined : rest)
}

/** Asks which account it is, once there are some; `refused` says why the one of last time is not. */
export async function askForAccount(context: StepContext, refused?: AppFailure): Promise<Status> {
  const { session, choices, signal, shown } = context
  const { accounts } = session
  const { portal, account } = choices()
  // A look that somebody wants begins anew; what an act has just read is shown as it is.
  if (shown().kind === 'checking') accounts.forget()
  const asked = askNamed(context)
  while (accountsAllowed(context).length === 0 && accounts.hasMore()) await accounts.readOn(signal)
  await asked
  if (accounts.read().length === 0)
    return notThere(fail('no-accounts', { startUrl: portal?.startUrl ?? '' }))
  if (accountsAllowed(context).length === 0)
    return notThere(refused ?? refusedBy('AllowedAccounts'))
  const ask: AccountAsk = {
    step: 'sign-in',
    stage: 'account',
    startUrl: portal?.startUrl ?? '',
    accountId: account?.id ?? '',
    sought: '',
    accounts: [],
    matching: 0,
    total: 0,
    leftOut: 0,
    rest: 'none',
  }
  return showing(
    context,
    refused ? { kind: 'failed', error: refused.error, ask } : { kind: 'todo', ask },
  )
}

/** Asks AWS whether the person may enter the account that the organization has named: before its page comes. */
async function askNamed({ session, managed, namedPayer, signal }: StepContext): Promise<void> {
  const named = namedPayer.current
  if (!named || !isAccountAllowed(managed, named.id)) return
  // Whatever AWS answers else is told to whoever chooses it from the list.
  const mayEnter = await session.roles(named.id, signal).then(
    (roles) => roles.length > 0,
    () => false,
  )
  if (namedPayer.current?.id === named.id) namedPayer.current = { ...named, mayEnter }
}

/** A status with the accounts that are there by now; `stopped` says why the rest is not. */
function showing(context: StepContext, asking: Asking, stopped?: AppError): Status {
  const { session, namedPayer, compareNames, clock } = context
  const { accounts } = session
  const { ask, lookAgainAt: _before, ...rest } = asking
  const named = namedPayer.current
  const read = accountsAllowed(context)
  const shelf = {
    read,
    isWhole: !accounts.hasMore(),
    lastId: ask.accountId,
    named: named?.mayEnter ? named : null,
    compareNames,
  }
  const isComing = !shelf.isWhole && !stopped
  const full: AccountAsk = {
    ...ask,
    ...accountsShown(shelf, ask.sought),
    leftOut: accounts.read().length - read.length,
    rest: stopped ?? (isComing ? 'coming' : 'none'),
  }
  return { ...rest, ask: full, ...(isComing ? { lookAgainAt: clock.now() } : {}) }
}

/** Shows those accounts in which something is found; the list is the same. */
export async function seekAccount(
  context: ActContext,
  { sought }: As<'sign-in', 'seek-account'>,
): Promise<Status | null> {
  const asking = askingNow(context)
  // Of a way without a portal there is one account.
  if (!asking || context.session.accounts.read().length === 0) return null
  const { rest } = asking.ask
  const ask = { ...asking.ask, sought }
  return showing(context, { ...asking, ask }, typeof rest === 'object' ? rest : undefined)
}

/** Goes on with the list where it broke off. */
export async function readRest(context: ActContext): Promise<Status | null> {
  const asking = askingNow(context)
  return asking && showing(context, asking)
}

/** The only account that there is, or that may be connected; null as soon as there is another one, or none. */
export async function onlyAccount(context: StepContext): Promise<Account | null> {
  const { accounts } = context.session
  while (accountsAllowed(context).length < 2 && accounts.hasMore())
    await accounts.readOn(context.signal)
  const [account, ...others] = accountsAllowed(context)
  return account && others.length === 0 ? account : null
}

/** One of the accounts that are shown. Throws `account-not-listed`. */
export function listedAccount({ session, namedPayer }: StepContext, accountId: string): Account {
  const listed = session.accounts.read().find(({ id }) => id === accountId)
  if (listed) return listed
  const named = namedPayer.current
  if (named?.mayEnter && named.id === accountId) return { ...named, name: '' }
  throw fail('account-not-listed', { account: accountId })
}

/** An account that was told by its number alone, by its name where the first page of the list has it. */
export async function withName({ session, signal }: StepContext, told: Account): Promise<Account> {
  if (told.name !== '') return told
  const { accounts } = session
  if (accounts.read().length === 0) await accounts.readOn(signal)
  return accounts.read().find(({ id }) => id === told.id) ?? told
}
