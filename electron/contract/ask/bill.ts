import type { ManagedBy } from './plan.ts'

/**
 * A Billing Transfer as one of its two sides sees it: which management account is on the other side,
 * and from when until when. Times are milliseconds since the epoch.
 */
export type BillTransfer = {
  /** Twelve digits. */
  readonly accountId: string
  /** '' where AWS does not tell it. */
  readonly email: string
  readonly starts: number
  /** Null where AWS names no end. */
  readonly ends: number | null
}

/** What to ask Spot Support of a bill that another account pays. */
export type BillQuestion = {
  readonly accountId: string
  readonly organizationId: string
  readonly paidBy: readonly BillTransfer[]
  /** '' if not entered. */
  readonly spotOrganizationId: string
}

/** Who pays for whom, as far as AWS has said it and it is worth a word. */
export type BillView = {
  readonly managedBy: ManagedBy
  /** Accounts that pay this organization's bill; [] where this one does. */
  readonly paidBy: readonly BillTransfer[]
  /** Transfers that are agreed upon and have not begun. */
  readonly ahead: readonly BillTransfer[]
  /** Organizations, by their management accounts, whose bill this account pays. */
  readonly paysFor: readonly BillTransfer[]
  readonly question: BillQuestion
}

/** The accounts that pay, each once, with a comma between: what a decision to go on is about. */
export function payersIn(paidBy: readonly BillTransfer[]): string {
  return [...new Set(paidBy.map(({ accountId }) => accountId))].toSorted().join(',')
}
