import type { ReadAs } from '../../../aws/client/credentials-in-use.ts'
import type { Caller } from '../../../aws/sign-in/identity.ts'
import type { Account, Source } from '../../../aws/sign-in/session.ts'
import type { ActContext, AheadContext, StepContext } from '../../../checklist/step.ts'
import type { Fact } from '../../../contract/facts.ts'
import type { Status } from '../../../contract/status.ts'
import { fail } from '../../../errors/failure.ts'
import { isAccountAllowed, refusedBy } from '../../../managed/rules.ts'
import { failed, onlyAccountAsk, todo } from '../ask.ts'
import { proveAccount } from '../proof.ts'
import type { Way } from './way.ts'

/**
 * A way by which credentials come from elsewhere than a portal: there is no list of accounts, only
 * the one that they lead into, and they are forgotten where another one is wanted.
 */
export function heldWay({
  facts,
  again,
}: Pick<Way, 'again'> & {
  /** Where the credentials are from, for the evidence. */
  readonly facts: (context: StepContext) => readonly Fact[]
}): Way {
  return {
    whoIs: (context) => whoHolds(context, facts(context)),
    lead,
    again,
    chooseAccount,
    leaveAccount: ({ session }) => session.hold(null),
    identityCenterRegion: () => '',
  }
}

const accountOf = ({ accountId }: Caller): Account => ({ id: accountId, name: '', email: '' })

/**
 * Who AWS says this is. Credentials that lead into an account that may not be connected are let go, and
 * nothing more is read with them. Also throws `set-by-organization`.
 */
async function callerAllowed(context: StepContext): Promise<Caller> {
  const { identity, managed, session, signal } = context
  const caller = await identity.caller(signal)
  if (isAccountAllowed(managed, caller.accountId)) return caller
  await (session.way() === 'console' ? session.signOut() : session.hold(null))
  throw refusedBy('AllowedAccounts', { value: caller.accountId })
}

/** Whose keys they are, and whether their account is the one that this checklist is about. */
async function whoHolds(context: StepContext, facts: readonly Fact[]): Promise<Status> {
  const { choices } = context
  const caller = await callerAllowed(context)
  const { account } = choices()
  if (account?.id === caller.accountId) return proveAccount(context, account, caller, facts)
  const ask = onlyAccountAsk(context, accountOf(caller))
  if (!account) return todo(ask)
  return failed(fail('account-told-other', { account: account.id, came: caller.accountId }), ask)
}

/** Nothing but AWS's own word says whose account they lead into. */
async function lead({
  session,
  identity,
  choices,
  managed,
  signal,
}: AheadContext): Promise<ReadAs | null> {
  const { account } = choices()
  if (!account || !isAccountAllowed(managed, account.id)) return null
  const as = await session.readingAs(null)
  const caller = await as(() => identity.caller(signal))
  return caller.accountId === account.id ? as : null
}

/** Takes the credentials of a source, and the account that they lead into where none was told. */
export async function enter(context: ActContext, source: Source): Promise<void> {
  const { session, report, foundPortal } = context
  foundPortal.current = null
  report({ kind: 'working', doing: 'listing-accounts' })
  await session.hold(source)
  await noteAccount(context)
}

/** Notes the account that credentials lead into, where none was told. */
export async function noteAccount(context: ActContext): Promise<void> {
  const { choices, remember } = context
  const caller = await callerAllowed(context)
  const account = choices().account ?? accountOf(caller)
  const { roleName } = caller
  await remember({ account, ...(account.id === caller.accountId ? { roleName } : {}) })
}

/** Goes on with the account of the keys, where another one had been told before. */
async function chooseAccount(context: ActContext, accountId: string): Promise<void> {
  const caller = await callerAllowed(context)
  if (caller.accountId !== accountId) throw fail('account-not-listed', { account: accountId })
  await context.remember({ account: accountOf(caller), roleName: caller.roleName })
}
