import type { SpotAccount } from '../contract/ask/registration.ts'
import { AppFailure, fail, isCode, toAppError } from '../errors/failure.ts'
import type { BillingSetup, SpotApi } from './api.ts'

/**
 * How far an earlier attempt with the same account and role came: not at all, as far as asking Spot to
 * take the role (its answer may have been lost), or as far as Spot's having taken it.
 */
type Begun = 'no' | 'asked' | 'given'

/**
 * A Spot token and what it opens, held in memory only, from the moment it was typed until it was
 * used or forgotten.
 */
export type SpotAccess = {
  /** The accounts of the token held, or null when none is held. */
  readonly accounts: () => readonly SpotAccount[] | null
  /**
   * Asks Spot what the token opens and keeps it if that is anything. With `organizationId` (not '') only
   * accounts of that organization count; throws `spot-wrong-organization` when there are only others.
   */
  readonly connect: (token: string, organizationId: string, signal: AbortSignal) => Promise<void>
  /**
   * Gives Spot the role, then the bill's account and bucket, beginning with what is missing. Throws
   * `spot-already-registered` when Spot has a role that was not given from here; an error after the
   * role was given carries the fact `given`.
   */
  readonly register: (
    registration: {
      readonly accountId: string
      readonly roleArn: string
      readonly billing: BillingSetup
      readonly begun: Begun
    },
    options: {
      readonly signal: AbortSignal
      /** Called before each wait for Spot to see the role. */
      readonly onWait: () => void
      /** Called with how far it came, before Spot is asked and after it agreed; awaited. */
      readonly onBegun: (begun: Begun) => Promise<void>
    },
  ) => Promise<SpotAccount>
  readonly forget: () => void
}

/** `apiWith` makes the API that calls `onWait` before each wait. */
export function createSpotAccess(apiWith: (onWait: () => void) => SpotApi): SpotAccess {
  let held: { readonly token: string; readonly accounts: readonly SpotAccount[] } | null = null
  return {
    accounts: () => held?.accounts ?? null,
    async connect(typed, organizationId, signal) {
      const token = typed.trim()
      if (token === '') throw fail('spot-token-missing', {}, { field: 'token' })
      const accounts = await apiWith(() => undefined).accounts(token, signal)
      held = { token, accounts: ofOrganization(accounts, organizationId) }
    },
    async register({ accountId, roleArn, billing, begun }, { signal, onWait, onBegun }) {
      if (!held) throw fail('spot-token-missing', {}, { field: 'token' })
      const account = held.accounts.find(({ id }) => id === accountId)
      if (!account)
        throw fail('spot-account-unknown', { account: accountId }, { field: 'spotAccountId' })
      const { token } = held
      const api = apiWith(onWait)
      if (begun !== 'given') {
        await onBegun('asked')
        try {
          await api.setCredentials(token, account.id, roleArn, signal)
        } catch (error) {
          // Spot has a role. It is this one if it was asked to take it before; else nobody knows.
          if (!isCode(error, 'spot-already-registered') || begun === 'no') {
            if (isCode(error, 'spot-already-registered')) await onBegun('no')
            throw error
          }
        }
        await onBegun('given')
      }
      try {
        await api.setBilling(token, account.id, billing, signal)
      } catch (error) {
        // Spot may have lost the role meanwhile: the next attempt gives it again.
        if (isCode(error, 'spot-rejected')) await onBegun('asked')
        throw halfDone(error)
      }
      return account
    },
    forget() {
      held = null
    },
  }
}

/** An account whose organization Spot does not tell may be of any. */
function ofOrganization(
  accounts: readonly SpotAccount[],
  organizationId: string,
): readonly SpotAccount[] {
  if (organizationId === '') return accounts
  const own = accounts.filter((one) => ['', organizationId].includes(one.organizationId))
  if (own.length > 0) return own
  const found = [...new Set(accounts.map((one) => one.organizationId))].join(', ')
  throw fail('spot-wrong-organization', { told: organizationId, found }, { field: 'token' })
}

function halfDone(error: unknown): unknown {
  const reason = toAppError(error)
  if (reason.code === 'cancelled') return error
  return new AppFailure({ ...reason, facts: { ...reason.facts, given: 'role' } }, { cause: error })
}
