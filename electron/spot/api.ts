import { z } from 'zod'
import { withoutSecrets } from '../network/call.ts'
import type { Call } from '../network/call.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import type { HttpJson, JsonReply } from '../network/network.ts'
import { repeating } from '../network/repeating.ts'
import type { Clock } from '../base/clock.ts'
import { maskedError } from '../errors/masked-error.ts'
import type { SpotAccount } from '../contract/ask/registration.ts'
import type { ErrorDetail } from '../errors/app-error.ts'

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
export type SpotApiOptions = {
  readonly http: HttpJson
  readonly endpoint: string
  readonly clock: Clock
  /** Called before each wait for Spot to see the new role; `attempt` counts from 1. */
  readonly onWait?: (attempt: number, ms: number) => void
  /** Told of each finished call, for the record: no token, no parameters. */
  readonly onCall?: (call: Call) => void
}

/** Seconds before each further attempt while Spot cannot see the role. */
const ROLE_WAITS = [5, 10, 15, 20, 30]
/** Seconds before each further attempt while Spot is overloaded or down. */
const BUSY_WAITS = [1, 3]

const replySchema = z.object({
  request: z.object({ id: z.string().default('') }).default({ id: '' }),
  response: z.object({
    items: z.array(z.unknown()).default([]),
    errors: z
      .array(z.object({ code: z.string().default(''), message: z.string().default('') }))
      .default([]),
  }),
})
const accountSchema = z.object({
  accountId: z.string(),
  name: z.string().default(''),
  organizationId: z.union([z.string(), z.number()]).transform(String).default(''),
})

type Envelope = z.infer<typeof replySchema>
type Request = {
  readonly operation: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The Spot account that it is about. */
  readonly accountId?: string
  readonly body?: unknown
}

/** Spot's words for a role that it cannot assume (yet). */
const ROLE_REFUSED =
  /assume|not authorized to perform: sts|role.*(not found|does not exist|invalid)/i
const DUPLICATE = /already (exist|registered|connected|in use)|AlreadyExist|duplicate/i

function envelopeOf(text: string): Envelope | null {
  try {
    const parsed = replySchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // Not JSON at all is told apart by the caller, who knows the status.
    return null
  }
}

function refusal(status: number, envelope: Envelope | null, operation: string): AppFailure {
  const [first] = envelope?.response.errors ?? []
  const detail: ErrorDetail = {
    service: 'spot',
    operation,
    httpStatus: status,
    ...(first ? { code: first.code, message: first.message } : {}),
    ...(envelope?.request.id ? { requestId: envelope.request.id } : {}),
  }
  const words = `${first?.code ?? ''} ${first?.message ?? ''}`
  const message = first?.message ?? ''
  if (status === 401) return fail('spot-token-wrong', {}, { field: 'token', detail })
  if (status === 403) return fail('spot-denied', { message }, { detail })
  if (status === 404 || status === 405) return fail('spot-not-offered', {}, { detail })
  if (status === 429) return fail('spot-throttled', {}, { detail })
  if (status >= 500) return fail('spot-down', {}, { detail })
  if (DUPLICATE.test(words) || status === 409)
    return fail('spot-already-registered', { message }, { detail })
  if (ROLE_REFUSED.test(words)) return fail('spot-role-not-visible', { message }, { detail })
  return fail('spot-rejected', { message }, { detail })
}

/** A token as typed, without what is copied along with it. */
function tokenFrom(text: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, '')
  if (token === '') throw fail('spot-token-missing', {}, { field: 'token' })
  // Anything else would not survive as an HTTP header.
  if (!/^[\u0021-\u007E]+$/.test(token)) throw fail('spot-token-wrong', {}, { field: 'token' })
  return token
}

function readReply(reply: JsonReply, operation: string): unknown[] {
  const envelope = envelopeOf(reply.text)
  if (reply.status < 200 || reply.status >= 300) {
    if (!envelope && reply.status < 500 && /^text\/html/i.test(reply.contentType))
      throw fail('network-captive-portal', { service: 'spot' })
    throw refusal(reply.status, envelope, operation)
  }
  if (!envelope && /^text\/html/i.test(reply.contentType))
    throw fail('network-captive-portal', { service: 'spot' })
  if (!envelope) throw fail('spot-reply-unreadable', { operation })
  if (envelope.response.errors.length > 0) throw refusal(400, envelope, operation)
  return envelope.response.items
}

export function createSpotApi(options: SpotApiOptions): SpotApi {
  const { http, clock, onWait, onCall } = options
  const endpoint = options.endpoint.replace(/\/+$/, '')

  const once = async (
    token: string,
    request: Request,
    signal?: AbortSignal,
  ): Promise<unknown[]> => {
    const { operation, method, path, accountId: resource = '', body } = request
    const started = clock.now()
    const tell = (status: number, requestId: string, error: string): void => {
      const call = { service: 'spot' as const, operation, resource, error, status, requestId }
      const durationMs = clock.now() - started
      onCall?.(withoutSecrets({ ...call, durationMs, attempts: 1 }, [token]))
    }
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
    const sending = http({
      method,
      url: `${endpoint}${path}`,
      headers,
      ...(body === undefined ? {} : { body }),
      signal,
    })
    const reply = await sending.catch((error: unknown) => {
      tell(0, '', toAppError(error).code)
      throw error
    })
    const told = envelopeOf(reply.text)
    const requestId = told?.request.id ?? ''
    try {
      const items = readReply(reply, operation)
      tell(reply.status, requestId, '')
      return items
    } catch (cause) {
      // Spot may repeat in its message what it was sent.
      const error = maskedError(toAppError(cause), [token])
      tell(reply.status, requestId, told?.response.errors[0]?.code || error.code)
      throw new AppFailure(error, { cause })
    }
  }

  const call = (token: string, request: Request, signal?: AbortSignal): Promise<unknown[]> =>
    repeating(() => once(tokenFrom(token), request, signal), {
      codes: ['spot-throttled', 'spot-down'],
      waits: BUSY_WAITS,
      clock,
      signal,
    })

  const within = (path: string, accountId: string): string =>
    `${path}?${new URLSearchParams({ accountId }).toString()}`

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
      return parsed.data
        .map(({ accountId, name, organizationId }) => ({ id: accountId, name, organizationId }))
        .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
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
        waits: ROLE_WAITS,
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
