import type { Caller } from '../../aws/sign-in/identity.ts'
import { parseKeys } from '../../aws/sign-in/pasted-keys.ts'
import type { PastedKeys } from '../../aws/sign-in/pasted-keys.ts'
import type { Account, Source } from '../../aws/sign-in/session.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Status } from '../../contract/status.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { accountAsk, failed, todo } from './ask.ts'
import { proveAccount } from './proof.ts'

/** The account that pasted keys or a profile lead into: there is no list, only this one. */
const accountOf = ({ accountId }: Caller): Account => ({ id: accountId, name: '', email: '' })

/** Whose keys they are, and whether their account is the one that this checklist is about. */
export async function whoHolds(context: StepContext): Promise<Status> {
  const { identity, choices, signal } = context
  const caller = await identity.caller(signal)
  const { account } = choices()
  if (account?.id === caller.accountId) {
    return proveAccount(context, account, caller, sourceFacts(context))
  }
  const ask = accountAsk(context, [accountOf(caller)])
  if (!account) return todo(ask)
  return failed(fail('account-told-other', { account: account.id, came: caller.accountId }), ask)
}

function sourceFacts({ session, choices }: StepContext): Fact[] {
  if (session.source() === 'keys') return [{ id: 'sign-in-way', value: 'keys' }]
  return [
    { id: 'sign-in-way', value: 'profile' },
    { id: 'cli-profile', value: choices().profile },
  ]
}

/** Takes pasted keys. They are in memory only; those that AWS does not know are forgotten. */
export async function useKeys(context: ActContext, typed: PastedKeys): Promise<void> {
  const credentials = parseKeys(typed)
  try {
    await enter(context, { kind: 'keys', credentials })
  } catch (error) {
    const expired = isCode(error, 'keys-ended', 'aws-credentials-expired')
    if (!expired && !isCode(error, 'aws-credentials-invalid')) throw error
    await context.session.hold(null)
    const field = typed.block.trim() === '' ? 'accessKeyId' : 'block'
    const reason = expired ? 'expired' : 'invalid'
    throw fail('keys-refused', { reason }, { field, cause: error })
  }
  await context.remember({ way: 'keys', byHand: false })
}

/** Takes the credentials of a profile of the AWS CLI, and asks for them again when they end. */
export async function useProfile(context: ActContext, name: string): Promise<void> {
  const { profiles, session, signal } = context
  try {
    // Asked here, so that a profile that cannot be used leaves everything as it was.
    await profiles.credentials(name, signal)
    await enter(context, {
      kind: 'profile',
      name,
      credentials: () => profiles.credentials(name),
    })
  } catch (error) {
    if (isCode(error, 'aws-credentials-invalid', 'profile-ended')) await session.hold(null)
    if (!isCode(error, 'aws-credentials-invalid')) throw error
    throw fail('profile-refused', { profile: name }, { field: 'profile', cause: error })
  }
  await context.remember({ way: 'profile', profile: name, byHand: false })
}

async function enter(context: ActContext, source: Source): Promise<void> {
  const { session, identity, choices, remember, report, signal } = context
  report({ kind: 'working', doing: 'listing-accounts' })
  await session.hold(source)
  const caller = await identity.caller(signal)
  const account = choices().account ?? accountOf(caller)
  const { roleName } = caller
  await remember({ account, ...(account.id === caller.accountId ? { roleName } : {}) })
}

/** Goes on with the account of the keys, where another one had been told before. */
export async function chooseHeldAccount(context: ActContext, accountId: string): Promise<void> {
  const caller = await context.identity.caller(context.signal)
  if (caller.accountId !== accountId) throw fail('account-not-listed', { account: accountId })
  await context.remember({ account: accountOf(caller), roleName: caller.roleName })
}
