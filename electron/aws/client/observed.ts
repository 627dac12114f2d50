import { Readable } from 'node:stream'
import { withoutSecrets } from '../../network/call.ts'
import { resourceOf } from './resource.ts'
import { systemClock } from '../../base/clock.ts'
import { isOf } from '../../errors/catalogue.ts'
import { AppFailure, toAppError } from '../../errors/failure.ts'
import { secretsIn } from '../../base/masking.ts'
import { maskedError } from '../../errors/masked-error.ts'
import { awsDetail, meansExpired } from '../../errors/foreign/aws-error.ts'
import { unlessCancelled } from './cancelling.ts'
import type { Access, Reach } from './clients.ts'
import { callingWith, credentialsAhead } from './credentials-in-use.ts'
import { actionOf } from '../../errors/foreign/denial.ts'
import type { Service } from '../../network/endpoints.ts'
import { readModelledError } from './modelled-errors.ts'
import { fromShelf, isAhead } from './shelf.ts'

type Next<Args, Result> = (args: Args) => Promise<Result>
type Outcome = {
  readonly status: number
  readonly requestId: string
  readonly attempts: number
  readonly error: string
}

const numberIn = (object: unknown, key: string): number => {
  if (typeof object !== 'object' || object === null) return 0
  const value: unknown = Reflect.get(object, key)
  return typeof value === 'number' ? value : 0
}
const textIn = (object: unknown, key: string): string => {
  if (typeof object !== 'object' || object === null) return ''
  const value: unknown = Reflect.get(object, key)
  return typeof value === 'string' ? value : ''
}

const memberOf = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined

/** Of a reply or of an exception: the SDK leaves the same traces on both. */
function outcomeOf(replied: unknown, error: string): Outcome {
  const metadata = memberOf(replied, '$metadata')
  return {
    status: numberIn(metadata, 'httpStatusCode'),
    requestId: textIn(metadata, 'requestId'),
    attempts: numberIn(metadata, 'attempts'),
    error,
  }
}

/**
 * Any error of a call as `AppFailure` that says which call it was. AWS may repeat in its message
 * what it was sent, so that the secrets of the call are masked.
 */
function asFailure(
  error: unknown,
  service: Service,
  operation: string,
  secrets: readonly string[],
): AppFailure {
  if (error instanceof AppFailure) return error
  const { code, facts, detail } = readModelledError(service, error) ?? toAppError(error)
  const denied = isOf(code, 'denied')
  const action = denied && !facts.action ? { action: actionOf(service, operation) } : {}
  const call = { service, operation, requestId: detail?.requestId ?? '' }
  const told = {
    code,
    facts: { ...facts, ...action, ...call },
    detail: { service, operation, ...detail },
  }
  return new AppFailure(maskedError(told, secrets), { cause: error })
}

const commandName = (context: object): string =>
  textIn(context, 'commandName').replace(/Command$/, '')

/** Where the SDK's clients tell their middleware of the options of a call. */
const OPTIONS = '__smithy_context'

/** The client of reports keeps the signal from its middleware: there only its request hears of it. */
function signalOf(context: object): AbortSignal | undefined {
  const signal = memberOf(memberOf(context, OPTIONS), 'abortSignal')
  return signal instanceof AbortSignal ? signal : undefined
}

/**
 * Outermost middleware of every client. Tells each call to `onCall`, turns every error into an
 * `AppFailure`, and once renews credentials that AWS calls expired: they die in the middle of a
 * connection, when the sign-in itself is still good. A clock that AWS calls wrong is tried once more,
 * with what the reply told of the time.
 */
export function observed(
  reach: Reach & Partial<Pick<Access, 'credentials' | 'invalidateCredentials'>>,
  service: Service,
) {
  const clock = reach.clock ?? systemClock
  return <Args, Result extends { output: unknown }>(next: Next<Args, Result>, context: object) =>
    async (args: Args): Promise<Result> => {
      const operation = commandName(context)
      const signal = signalOf(context)
      const input = memberOf(args, 'input')
      const resource = resourceOf(service, operation, input)
      const secrets = secretsIn(input)
      const attempt = async (): Promise<Result> => {
        // A failure ends the call: the session has retried.
        const credentials = await unlessCancelled(
          signal,
          async () => reach.credentials && (credentialsAhead() ?? reach.credentials()),
        )
        secrets.push(...secretsIn(credentials))
        const ask = async (ahead: boolean): Promise<Result> => {
          const started = clock.now()
          const tell = (outcome: Outcome): void => {
            const call = { service, operation, resource, ...outcome }
            const durationMs = clock.now() - started
            const told = { ...call, durationMs, ...(ahead ? { ahead } : {}) }
            reach.onCall?.(withoutSecrets(told, secrets))
          }
          try {
            const result = await callingWith(credentials, () => next(args))
            secrets.push(...secretsIn(result.output))
            tell(outcomeOf(result.output, ''))
            return result
          } catch (error) {
            tell(outcomeOf(error, awsDetail(error).code ?? toAppError(error).code))
            throw error
          }
        }
        const asWhom = credentials?.accessKeyId ?? ''
        return fromShelf({ operation, service, input, asWhom, signal }, ask)
      }
      try {
        return await attempt()
      } catch (error) {
        const expired = meansExpired(awsDetail(error).code ?? '')
        // The client of reports corrects its clock by such a reply, and repeats only where AWS says
        // "Signature expired": not where this computer's clock is ahead.
        const skewed = toAppError(error).code === 'aws-clock-skew'
        // Whoever comes to want the answer tries again; nobody else's credentials end by it.
        if (
          isAhead({ service, operation }) ||
          (!skewed && !(expired && reach.invalidateCredentials))
        )
          throw asFailure(error, service, operation, secrets)
        if (expired) reach.invalidateCredentials?.()
      }
      try {
        return await attempt()
      } catch (error) {
        throw asFailure(error, service, operation, secrets)
      }
    }
}

/** A web page where an API's answer should be: a hotel's sign-in page, or a filter's notice. */
function webPage(status: number): Error {
  const error = new Error(`A web page came instead of an answer (HTTP ${status})`)
  // A load balancer's own 503 page is no portal, and worth trying again.
  if (status >= 500)
    return Object.assign(error, {
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: status },
      $fault: 'server',
    })
  error.name = 'WebPageReply'
  return error
}

/** Innermost middleware of every client: recognises web pages before they are parsed as answers. */
export function refusingWebPages() {
  return <Args, Result extends { response: unknown }>(next: Next<Args, Result>) =>
    async (args: Args): Promise<Result> => {
      const result = await next(args)
      const { response } = result
      if (typeof response !== 'object' || response === null) return result
      const headers: unknown = Reflect.get(response, 'headers')
      if (!/^text\/html\b/i.test(textIn(headers, 'content-type'))) return result
      const body: unknown = Reflect.get(response, 'body')
      if (body instanceof Readable) body.destroy()
      throw webPage(numberIn(response, 'statusCode'))
    }
}
