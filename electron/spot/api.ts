import { z } from 'zod'
import { ATTEMPTS } from '../base/waits.ts'
import { repeating } from '../network/repeating.ts'
import type { SpotAccount } from '../contract/ask/registration.ts'
import { fail } from '../errors/failure.ts'
import { sendOnce, tokenFrom } from './request.ts'
import type { Request, Sending } from './request.ts'

export type BillingSetup = { readonly billingAccountId: string; readonly bucketName: string }

/**
 * Spot's REST API, as far as registering an AWS account goes. Every call may throw
 * `spot-token-missing`, `spot-token-wrong`, `spot-denied`, `spot-throttled`, `spot-down`,
 * `spot-not-offered`, `spot-rejected` (fact `message`), `spot-reply-unreadable`, or what the
 * network says. Sources: Spot's SDK for Go (`service/account`, `setup/credentials`), and, for
 * `billingEngine`, an inofficial catalogue of the API.
 */
export type SpotApi = {
  /** Accounts that the token opens. Throws `spot-no-accounts`. */
  readonly accounts: (token: string, signal?: AbortSignal) => Promise<SpotAccount[]>
  /**
   * Gives Spot the role. A new role is not visible everywhere at once, so that refusals to assume
   * it are repeated for about 80 seconds. Throws `spot-role-not-visible`, `spot-already-registered`.
   */
  readonly setCredentials: (
    token: string,
    accountId: string,
    roleArn: string,
    signal?: AbortSignal,
  ) => Promise<void>
  readonly setBilling: (
    token: string,
    accountId: string,
    setup: BillingSetup,
    signal?: AbortSignal,
  ) => Promise<void>
}
export type SpotApiOptions = Sending & {
  /** Called before each wait for Spot to see the new role; `attempt` counts from 1. */
  readonly onWait?: (attempt: number, ms: number) => void
}

const accountSchema = z.object({
  accountId: z.string(),
  name: z.string().default(''),
  organizationId: z.union([z.string(), z.number()]).transform(String).default(''),
})

const within = (path: string, accountId: string): string =>
  `${path}?${new URLSearchParams({ accountId }).toString()}`

export function createSpotApi(options: SpotApiOptions): SpotApi {
  const { clock, onWait } = options
  const call = (token: string, request: Request, signal?: AbortSignal): Promise<unknown[]> =>
    repeating(() => sendOnce(options, tokenFrom(token), request, signal), {
      codes: ['spot-throttled', 'spot-down'],
      waits: ATTEMPTS['spot-busy'],
      clock,
      signal,
    })

  return {
    async accounts(token, signal) {
      const request = { operation: 'ListAccounts', method: 'GET', path: '/setup/account' } as const
      const parsed = z.array(accountSchema).safeParse(await call(token, request, signal))
      if (!parsed.success)
        throw fail(
          'spot-reply-unreadable',
          { operation: request.operation },
          { cause: parsed.error },
        )
      if (parsed.data.length === 0) throw fail('spot-no-accounts', {}, { field: 'token' })
      return parsed.data.map(({ accountId, name, organizationId }) => ({
        id: accountId,
        name,
        organizationId,
      }))
    },
    async setCredentials(token, accountId, roleArn, signal) {
      const request = {
        operation: 'SetCredentials',
        method: 'POST',
        path: within('/setup/credentials/aws', accountId),
        accountId,
        body: { credentials: { iamRole: roleArn } },
      } as const
      await repeating(() => call(token, request, signal), {
        codes: ['spot-role-not-visible'],
        waits: ATTEMPTS['spot-role'],
        clock,
        signal,
        onWait,
      })
    },
    async setBilling(token, accountId, { billingAccountId, bucketName }, signal) {
      const request = {
        operation: 'SetUpBilling',
        method: 'POST',
        path: within('/billingEngine/setup', accountId),
        accountId,
        body: { billingEngine: { cloudProvider: 'aws', billingAccountId, bucketName } },
      } as const
      await call(token, request, signal)
    },
  }
}
