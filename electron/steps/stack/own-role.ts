import { formatRoleArn, parseRoleArn } from '../../aws/iam/role-arn.ts'
import { parseExternalId } from '../../aws/iam/external-id.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { Command } from '../../contract/commands.ts'
import { fail } from '../../errors/failure.ts'
import { accountIdOf, ofThisAccount } from '../shared/account.ts'

export type OwnRole = NonNullable<Choices['ownRole']>
export type UseRole = Extract<Command, { step: 'stack'; action: 'use-role' }>

/** The role that was typed in or chosen for the account being connected, instead of a stack. */
export function ownRoleOf(choices: Choices): OwnRole | null {
  return ofThisAccount(choices.ownRole, choices)
}

/**
 * What was typed about a role that exists, as far as it can be judged without AWS. Throws
 * `role-arn-invalid`, `role-other-account` and `external-id-invalid`, each with its field.
 */
export function parseOwnRole(typed: UseRole, choices: Choices): OwnRole {
  const accountId = accountIdOf(choices)
  const arn = parseRoleArn(typed.roleArn)
  if (arn.accountId !== accountId) {
    const facts = { role: arn.name, found: arn.accountId, account: accountId }
    throw fail('role-other-account', facts, { field: 'roleArn' })
  }
  return {
    accountId,
    roleArn: formatRoleArn(arn),
    externalId: parseExternalId(typed.externalId),
  }
}
