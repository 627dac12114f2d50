import { z } from 'zod'
import type { Clock } from '../base/clock.ts'
import type { ErrorDetail } from '../errors/app-error.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import { maskedError } from '../errors/masked-error.ts'
import { withoutSecrets } from '../network/call.ts'
import type { Call } from '../network/call.ts'
import type { HttpJson, JsonReply } from '../network/network.ts'
import { parseReceived } from '../network/received.ts'

export type Request = {
  readonly operation: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The Spot account that it is about. */
  readonly accountId?: string
  readonly body?: unknown
}

/** What a request goes through, and who hears of it. */
export type Sending = {
  readonly http: HttpJson
  readonly endpoint: string
  readonly clock: Clock
  /** Told of each finished call, for the record: no token, no parameters. */
  readonly onCall?: (call: Call) => void
}

const replySchema = z.object({
  request: z.object({ id: z.string().default('') }).default({ id: '' }),
  response: z.object({
    items: z.array(z.unknown()).default([]),
    errors: z
      .array(z.object({ code: z.string().default(''), message: z.string().default('') }))
      .default([]),
  }),
})
type Envelope = z.infer<typeof replySchema>

/** A token as typed, without what is copied along with it. */
export function tokenFrom(text: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, '')
  if (token === '') throw fail('spot-token-missing', {}, { field: 'token' })
  // Anything else would not survive as an HTTP header.
  if (!/^[\u0021-\u007E]+$/.test(token)) throw fail('spot-token-wrong', {}, { field: 'token' })
  return token
}

/** Spot's words for a role that it cannot assume (yet). */
const ROLE_REFUSED =
  /assume|not authorized to perform: sts|role.*(not found|does not exist|invalid)/i
const DUPLICATE = /already (exist|registered|connected|in use)|AlreadyExist|duplicate/i

function envelopeOf(text: string): Envelope | null {
  try {
    const parsed = parseReceived(replySchema, JSON.parse(text))
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

/** Sends a request once, and tells of it. Throws what `SpotApi` says. */
export async function sendOnce(
  { http, endpoint, clock, onCall }: Sending,
  token: string,
  request: Request,
  signal?: AbortSignal,
): Promise<unknown[]> {
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
    url: `${endpoint.replace(/\/+$/, '')}${path}`,
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
