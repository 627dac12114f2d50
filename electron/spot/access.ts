import type { RegistrationAsk, SpotAccount } from '../contract/ask/registration.ts'
import { AppFailure, fail, isCode, toAppError } from '../errors/failure.ts'
import type { BillingSetup, SpotApi } from './api.ts'

/**
 * How far an earlier attempt with the same account and role came: not at all, as far as asking Spot to
 * take the role (its answer may have been lost), or as far as Spot's having taken it.
 */
type Begun = 'no' | 'asked' | 'given'

/** Whether a token is held, and whether Spot has said what it opens. */
type TokenStage = RegistrationAsk['token']

/**
 * A Spot token and what it opens, held in memory only, from the moment it was typed until everything
 * was sent, Spot called it wrong, or it was forgotten: no other failure takes it away.
 */
export type SpotAccess = {
  readonly token: () => TokenStage
  /** The accounts of the token held; [] until Spot has told them. */
  readonly accounts: () => readonly SpotAccount[]
  /**
   * Holds the token and asks Spot what it opens. With `organizationId` (not '') only accounts of that
   * organization count; throws `spot-wrong-organization` when there are only others. Errors carry the
   * fact `stage`.
   */
  readonly connect: (token: string, organizationId: string, signal: AbortSignal) => Promise<void>
  /** Asks again with the token held. Throws as `connect` does. */
  readonly check: (organizationId: string, signal: AbortSignal) => Promise<void>
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

/** `accounts` are null until Spot has told them. */
type Held = { readonly token: string; readonly accounts: readonly SpotAccount[] | null }

/** `apiWith` makes the API that calls `onWait` before each wait. */
export function createSpotAccess(apiWith: (onWait: () => void) => SpotApi): SpotAccess {
  let held: Held | null = null
  /** Nothing but Spot's word against it takes a token away, unless it is another one by now. */
  const judge = (asked: Held, error: unknown): void => {
    if (isCode(error, 'spot-token-wrong') && held?.token === asked.token) held = null
  }
  const check = async (token: string, organizationId: string, signal: AbortSignal) => {
    const asked: Held = { token, accounts: null }
    held = asked
    try {
      const found = await apiWith(() => undefined).accounts(token, signal)
      const accounts = ofOrganization(found, organizationId)
      // Forgotten while Spot was answering: the answer is nobody's any more.
      if (held === asked) held = { token, accounts }
    } catch (error) {
      judge(asked, error)
      throw withFact(error, 'stage', 'check')
    }
  }
  return {
    token: () => (!held ? 'none' : held.accounts ? 'checked' : 'unchecked'),
    accounts: () => held?.accounts ?? [],
    async connect(typed, organizationId, signal) {
      const token = typed.trim()
      if (token === '') throw fail('spot-token-missing', {}, { field: 'token' })
      await check(token, organizationId, signal)
    },
    async check(organizationId, signal) {
      if (!held) throw fail('spot-token-missing', {}, { field: 'token' })
      await check(held.token, organizationId, signal)
    },
    async register({ accountId, roleArn, billing, begun }, { signal, onWait, onBegun }) {
      if (!held) throw fail('spot-token-missing', {}, { field: 'token' })
      const asked = held
      const account = asked.accounts?.find(({ id }) => id === accountId)
      if (!account)
        throw fail('spot-account-unknown', { account: accountId }, { field: 'spotAccountId' })
      const { token } = asked
      const api = apiWith(onWait)
      if (begun !== 'given') {
        await onBegun('asked')
        try {
          await api.setCredentials(token, account.id, roleArn, signal)
        } catch (error) {
          judge(asked, error)
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
        judge(asked, error)
        // Spot may have lost the role meanwhile: the next attempt gives it again.
        if (isCode(error, 'spot-rejected')) await onBegun('asked')
        throw withFact(error, 'given', 'role')
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

/** What its sentences need to know besides: how far it came. */
function withFact(error: unknown, name: 'given' | 'stage', value: string): unknown {
  const reason = toAppError(error)
  if (reason.code === 'cancelled') return error
  return new AppFailure({ ...reason, facts: { ...reason.facts, [name]: value } }, { cause: error })
}
