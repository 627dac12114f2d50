import { PARTITION } from '../../aws/client/regions.ts'
import type { Caller, Organization } from '../../aws/sign-in/identity.ts'
import type { Account } from '../../aws/sign-in/session.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { failed, todo } from './ask.ts'
import { billAsk, billFacts, billOf } from './bill.ts'

/** Whether the account of a caller is the one to connect, and the evidence for it. */
export async function proveAccount(
  context: StepContext,
  account: Account,
  caller: Caller,
  through: readonly Fact[] = [],
): Promise<Status> {
  const { identity, choices, clock, signal, namedPayer } = context
  const [, partition = ''] = caller.arn.split(':')
  if (partition !== PARTITION) {
    const ask = {
      step: 'sign-in',
      stage: 'wrong-account',
      who: [...callerFacts(account, caller), ...through],
    } as const
    // Nothing else is asked: AWS's services of this part do not know the account.
    return failed(fail('other-partition', { partition }), ask)
  }
  const organization = await identity.organization(signal)
  const bill = await billOf(context, caller, organization)
  const { plan, confirmedManagement } = choices()
  const evidence = [
    ...callerFacts(account, caller),
    ...through,
    ...organizationFacts(caller, organization, confirmedManagement),
    ...billFacts(bill),
  ]
  const payerNeeded = plan?.managedBy !== 'msp'
  const isMember =
    organization.kind === 'organization' && organization.managementAccountId !== caller.accountId
  if (isMember)
    namedPayer.current = {
      id: organization.managementAccountId,
      email: organization.managementEmail,
      mayEnter: false,
    }
  if (isMember && payerNeeded) {
    const failure = fail('wrong-account-member', {
      account: caller.accountId,
      managementAccount: organization.managementAccountId,
      managementEmail: organization.managementEmail,
    })
    return failed(failure, { step: 'sign-in', stage: 'wrong-account', who: evidence })
  }
  if (caller.kind === 'root' && choices().acceptedRoot !== caller.accountId) {
    return todo({ step: 'sign-in', stage: 'root', who: evidence })
  }
  const confirmed = confirmedManagement === caller.accountId
  if (organization.kind === 'unknown' && !confirmed && payerNeeded) {
    return todo({ step: 'sign-in', stage: 'unconfirmed', who: evidence })
  }
  if (bill && !bill.settled) {
    return todo({ step: 'sign-in', stage: 'paid-elsewhere', who: evidence, bill: bill.view })
  }
  const ask = bill && billAsk(bill)
  return { kind: 'done', evidence, at: clock.now(), ...(ask ? { ask } : {}) }
}

function callerFacts(account: Account, caller: Caller): Fact[] {
  const facts: Fact[] = [{ id: 'account', value: caller.accountId, copy: true }]
  if (account.name !== '') facts.push({ id: 'account-name', value: account.name })
  switch (caller.kind) {
    case 'permission-set':
      facts.push({ id: 'signed-in-as', value: caller.userName })
      facts.push({ id: 'permission-set', value: caller.roleName })
      break
    case 'role':
      facts.push({ id: 'signed-in-as', value: caller.userName })
      facts.push({ id: 'assumed-role', value: caller.roleName })
      break
    case 'user':
      facts.push({ id: 'iam-user', value: caller.userName })
      break
    case 'federated-user':
      facts.push({ id: 'signed-in-as', value: caller.userName })
      break
    case 'root':
      facts.push({ id: 'user-kind', value: 'root' })
      break
    case 'other':
      facts.push({ id: 'signed-in-as', value: caller.arn })
      break
  }
  return facts
}

function organizationFacts(caller: Caller, organization: Organization, confirmed: string): Fact[] {
  const id = 'management-account'
  switch (organization.kind) {
    case 'organization': {
      const { managementAccountId } = organization
      const isCaller = managementAccountId === caller.accountId
      return [
        { id: 'organization', value: organization.id },
        { id, value: isCaller ? 'yes' : managementAccountId },
      ]
    }
    case 'none':
      return [{ id, value: 'no-organization' }]
    case 'unknown':
      return [{ id, value: confirmed === caller.accountId ? 'confirmed' : 'unknown' }]
  }
}
