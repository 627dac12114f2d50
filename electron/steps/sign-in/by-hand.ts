import { unverified } from '../../checklist/outcome.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { requireAccount, requireWay } from '../../managed/rules.ts'
import { againstTold } from './against.ts'
import { todo } from './ask.ts'

/** What the person says of the account. Nothing is asked of AWS, so nothing is verified. */
export function toldByHand({ choices, clock, managed }: StepContext): Status {
  const { account } = choices()
  if (!account) return todo({ step: 'sign-in', stage: 'by-hand', accountId: '' })
  const against = againstTold({ choices, managed })
  if (against) return todo({ step: 'sign-in', stage: 'by-hand', accountId: account.id }, against)
  const evidence = [{ id: 'account' as const, value: account.id, copy: true }]
  return unverified(clock.now(), evidence)
}

/** Begins to go on without AWS. Throws `set-by-organization`. */
export async function goByHand({ managed, remember }: ActContext): Promise<void> {
  requireWay(managed, 'byHand')
  await remember({ byHand: true })
}

/** Notes an account number as it was typed, e.g. `1234-5678-9012`. Also throws `set-by-organization`. */
export async function tellAccount(context: ActContext, typed: string): Promise<void> {
  requireWay(context.managed, 'byHand')
  const id = typed.replaceAll(/[\s\u2010-\u2015-]/g, '')
  if (!/^\d{12}$/.test(id)) {
    throw fail('account-id-invalid', { value: typed.trim() }, { field: 'accountId' })
  }
  requireAccount(context.managed, id, 'accountId')
  // What is known of this account already is kept: its name, and the role in it.
  if (context.choices().account?.id === id) return
  await context.remember({ account: { id, name: '', email: '' }, roleName: '' })
}
