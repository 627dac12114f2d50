import type { Choices } from '../../checklist/state-file.ts'
import { fail } from '../../errors/failure.ts'

/** The account being connected, as chosen and proven by the sign-in step. */
export function accountIdOf(choices: Choices): string {
  if (!choices.account) throw fail('not-signed-in')
  return choices.account.id
}

/**
 * What was chosen for the account being connected. A choice made for another account is no choice
 * here, and is there again when that account is.
 */
export function ofThisAccount<T extends { readonly accountId: string }>(
  choice: T | null,
  choices: Choices,
): T | null {
  return choice?.accountId === choices.account?.id ? choice : null
}

export function reportOf(choices: Choices): Choices['report'] {
  if (choices.plan?.managedBy === 'msp') return null
  return ofThisAccount(choices.report, choices)
}

export function stackOf(choices: Choices): Choices['stack'] {
  return ofThisAccount(choices.stack, choices)
}

/** A bucket that somebody told, whose report is still to be found. */
export function typedBucketOf(choices: Choices): Choices['typedBucket'] {
  return ofThisAccount(choices.typedBucket, choices)
}

/**
 * The bucket that holds the reports: found with the report, told by the person who does it by hand,
 * or told by the MSP. '' if unknown.
 */
export function bucketNameOf(choices: Choices): string {
  if (choices.plan?.managedBy === 'msp') {
    const told = ofThisAccount(choices.mspReport, choices)
    return told === null || told.at === null ? '' : told.bucketName
  }
  const told = choices.byHand ? typedBucketOf(choices)?.bucketName : undefined
  return told ?? reportOf(choices)?.bucket ?? ''
}
