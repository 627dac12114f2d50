import type { SpotAccount } from '../contract.ts'
import { fail, isCode } from '../errors.ts'
import type { BillingSetup, SpotApi } from './api.ts'

/**
 * A Spot token and what it opens, held in memory only, from the moment it was typed until it was
 * used or forgotten.
 */
export type SpotAccess = {
  /** The accounts of the token held, or null when none is held. */
  readonly accounts: () => readonly SpotAccount[] | null
  /** Asks Spot what the token opens and keeps it if that is anything. */
  readonly connect: (token: string, signal: AbortSignal) => Promise<void>
  /** Gives Spot the role, then the bill's account and bucket; each may be repeated. */
  readonly register: (
    registration: {
      readonly accountId: string
      readonly roleArn: string
      readonly billing: BillingSetup
    },
    options: {
      readonly signal: AbortSignal
      /** Called before each wait for Spot to see the role. */
      readonly onWait: () => void
    },
  ) => Promise<SpotAccount>
  readonly forget: () => void
}

/** `apiWith` makes the API that calls `onWait` before each wait. */
export function createSpotAccess(apiWith: (onWait: () => void) => SpotApi): SpotAccess {
  let held: { readonly token: string; readonly accounts: readonly SpotAccount[] } | null = null
  return {
    accounts: () => held?.accounts ?? null,
    async connect(typed, signal) {
      const token = typed.trim()
      if (token === '') throw fail('spot-token-missing', {}, { field: 'token' })
      const accounts = await apiWith(() => undefined).accounts(token, signal)
      if (accounts.length === 0) throw fail('spot-no-accounts', {}, { field: 'token' })
      held = { token, accounts }
    },
    async register({ accountId, roleArn, billing }, { signal, onWait }) {
      if (!held) throw fail('spot-token-missing', {}, { field: 'token' })
      const account = held.accounts.find(({ id }) => id === accountId)
      if (!account)
        throw fail('spot-account-unknown', { account: accountId }, { field: 'spotAccountId' })
      const { token } = held
      const api = apiWith(onWait)
      // Half done before: Spot has the role already, and still needs the bill's account and bucket.
      await api.setCredentials(token, account.id, roleArn, signal).catch((error: unknown) => {
        if (!isCode(error, 'spot-already-registered')) throw error
      })
      await api.setBilling(token, account.id, billing, signal)
      return account
    },
    forget() {
      held = null
    },
  }
}
