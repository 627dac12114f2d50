import { unverified } from '../../checklist/outcome.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { todo } from './ask.ts'

/** What the person says of the account. Nothing is asked of AWS, so nothing is verified. */
export function toldByHand({ choices, clock }: StepContext): Status {
  const { account } = choices()
  if (!account) return todo({ step: 'sign-in', stage: 'by-hand', accountId: '' })
  const evidence = [{ id: 'account' as const, value: account.id, copy: true }]
  return unverified(clock.now(), evidence)
}

/** Notes an account number as it was typed, e.g. `1234-5678-9012`. */
export async function tellAccount(context: ActContext, typed: string): Promise<void> {
  const id = typed.replaceAll(/[\s\u2010-\u2015-]/g, '')
  if (!/^\d{12}$/.test(id)) {
    throw fail('account-id-invalid', { value: typed.trim() }, { field: 'accountId' })
  }
  // What is known of this account already is kept: its name, and the role in it.
  if (context.choices().account?.id === id) return
  await context.remember({ account: { id, name: '', email: '' }, roleName: '' })
}
