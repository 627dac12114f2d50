import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { AwsError } from './aws-error.ts'
import type { PolicyDocument } from './access/policy.ts'
import { createMeter } from './access/rates.ts'
import { exchangeWithAws } from './aws-exchange.ts'
import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { loadContract } from './contract/contract.ts'
import { portalPage, spotAnswerOf } from './fault-answers.ts'
import { createFaults } from './faults.ts'
import type { CallFault, Fault } from './faults.ts'
import { encodeError } from './protocols/protocol.ts'
import { readRequest } from './protocols/wire.ts'
import type { WireRequest, WireResponse } from './protocols/wire.ts'
import type { RecordedRequest } from './recording.ts'
import { destinationOf } from './router.ts'
import type { Destination } from './router.ts'
import { scenarioCalled } from './scenarios.ts'
import type { ScenarioId } from './scenarios.ts'
import { deliverReports } from './services/cur-delivery.ts'
import type { Call } from './services/operation.ts'
import { spot } from './services/spot.ts'
import { settleStack } from './services/stack.ts'
import type { World } from './world.ts'

export type SimulatorOptions = {
  scenario: ScenarioId
  /** Time for everything that happens inside; the present by default. */
  clock?: Clock
  /** Last word on the world before the first request. */
  arrange?: (world: World) => void
  /** What every permission set may do, instead of the scenario's policies. */
  policy?: PolicyDocument
  /** Seconds that a stack takes; 24 by default. */
  stackSeconds?: number
  /** Seconds until a report's first delivery; six hours by default. */
  deliverySeconds?: number
  /** TCP port on 127.0.0.1; a free one by default. */
  port?: number
  /**
   * Whether each service is at a port of its own, as AWS's are at hosts of their own: Chromium has at most
   * six connections to one, and lets whoever asks more wait. All are at the same by default.
   */
  places?: 'one' | 'each'
}

export type Simulator = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string
  /** What a process needs in its environment to talk to the simulator instead of AWS and Spot. */
  env: Record<string, string>
  world: World
  /** Every request in the order of its arrival. */
  requests: RecordedRequest[]
  /** IAM actions that were asked of the caller's policy, CloudFormation's in its name included. */
  actions: ReadonlySet<string>
  /** Every proof of possession that came, used or not, in the order of arrival. */
  proofs: string[]
  /** Requests and responses that AWS's models do not allow; empty is good. */
  violations: string[]
  /** Adds a fault; the function it returns lifts it. */
  inject(fault: Fault): () => void
  /** Lets happen what was due by now. Every request does so first; this is for looking at `world`. */
  settle(): void
  /** Closes every connection, also those that hang. */
  stop(): Promise<void>
}

const endpointVariables = [
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_CLOUDFORMATION',
  'AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE',
  'AWS_ENDPOINT_URL_IAM',
  'AWS_ENDPOINT_URL_ORGANIZATIONS',
  'AWS_ENDPOINT_URL_S3',
  'AWS_ENDPOINT_URL_SIGNIN',
  'AWS_ENDPOINT_URL_SSO',
  'AWS_ENDPOINT_URL_SSO_OIDC',
  'AWS_ENDPOINT_URL_STS',
  'SPOT_API_URL',
]

const nameOf = (destination: Destination): Pick<RecordedRequest, 'service' | 'operation'> => {
  switch (destination.kind) {
    case 'aws':
      return {
        service: destination.route.serviceName,
        operation: destination.route.operationName,
      }
    case 'unknown-operation':
      return { service: destination.serviceName, operation: destination.asked }
    case 'page':
      return { service: 'browser', operation: destination.page.name }
    case 'spot':
      return { service: 'spot', operation: destination.operation }
    case 'nowhere':
      return { service: 'unknown', operation: 'Unknown' }
  }
}

const buildWorld = (options: SimulatorOptions, now: number): World => {
  const world = scenarioCalled(options.scenario).build(now)
  world.settings.stackSeconds = options.stackSeconds ?? world.settings.stackSeconds
  world.settings.deliverySeconds = options.deliverySeconds ?? world.settings.deliverySeconds
  if (options.policy !== undefined)
    for (const name of world.sso.permissionSets.keys())
      world.sso.permissionSets.set(name, options.policy)
  options.arrange?.(world)
  return world
}

const has = (faults: CallFault[], kind: CallFault['kind']): boolean =>
  faults.some((fault) => fault.kind === kind)

/** How far a fault puts the server's clock from everybody else's, in milliseconds. */
const skewOf = (faults: CallFault[]): number => {
  const skew = faults.find((fault) => fault.kind === 'clockSkew')
  return (skew?.minutes ?? 0) * 60_000
}

/** Sends half of what the headers promise when the body is to be cut short. */
const send = (response: ServerResponse, answer: WireResponse, faults: CallFault[]): void => {
  const skew = skewOf(faults)
  const date = skew !== 0 && { date: new Date(Date.now() + skew).toUTCString() }
  const body = Buffer.from(answer.body)
  const bodyless = answer.status === 204 || answer.status === 304
  response.writeHead(answer.status, {
    ...answer.headers,
    ...date,
    ...(!bodyless && { 'content-length': body.byteLength }),
  })
  if (!has(faults, 'truncated')) {
    response.end(body)
    return
  }
  response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.destroy())
}

/** Starts the simulator on 127.0.0.1 with a scenario's world; rejects when the port is taken. */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
  const clock = options.clock ?? systemClock
  const contract = loadContract()
  const world = buildWorld(options, clock.now())
  const faults = createFaults()
  const meter = createMeter()
  const requests: RecordedRequest[] = []
  const actions = new Set<string>()
  const proofs: string[] = []
  const violations: string[] = []

  const answer = (
    destination: Destination,
    request: WireRequest,
    record: RecordedRequest,
    met: CallFault[],
    call: Call,
  ): WireResponse => {
    if (has(met, 'html')) return portalPage
    switch (destination.kind) {
      case 'aws': {
        const { route, signature } = destination
        return exchangeWithAws({
          route,
          signature,
          request,
          call,
          faults: met,
          record,
          violations,
        })
      }
      case 'page':
        return destination.page.show(request, call)
      case 'spot':
        for (const fault of met) {
          const refusal = spotAnswerOf(fault, request)
          if (refusal !== undefined) return refusal
        }
        return spot(request, call)
      case 'unknown-operation': {
        const { serviceName, asked } = destination
        violations.push(`${serviceName}:${asked} request: the simulator does not know it`)
        const service = contract.services[serviceName]
        const code = service.protocol === 'awsQuery' ? 'InvalidAction' : 'UnknownOperationException'
        const error = new AwsError(code, `Could not find operation ${asked}`, { status: 400 })
        return encodeError({ serviceName, service, operation: { errors: [] } }, error, '', 'GET')
      }
      case 'nowhere':
        return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found\n' }
    }
  }

  const settle = (): void => {
    const now = clock.now()
    for (const account of world.accounts.values())
      for (const stack of account.stacks) settleStack(stack, now)
    deliverReports(world, faults, now)
  }

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [time, arrived] = [clock.now(), performance.now()]
    const request = await readRequest(message)
    const { dpop } = request.headers
    if (dpop !== undefined) proofs.push(dpop)
    const destination = destinationOf(contract, request)
    const named = nameOf(destination)
    const record: RecordedRequest = {
      ...named,
      action: undefined,
      accountId: undefined,
      time,
      answered: undefined,
      params: {},
      status: undefined,
      errorCode: undefined,
    }
    requests.push(record)
    const met = faults.forCall(named.service, named.operation)
    for (const fault of met) if (fault.kind === 'latency') await delay(fault.ms)
    if (has(met, 'hang')) return
    if (has(met, 'reset')) {
      message.socket.destroy()
      return
    }
    settle()
    const skew = skewOf(met)
    const call: Call = { world, faults, meter, now: clock.now(), url, skew, request, actions }
    const sent = answer(destination, request, record, met, call)
    record.status = sent.status
    const rest = (world.settings.answerMs ?? 0) - (performance.now() - arrived)
    if (named.service !== 'browser' && rest > 0) await delay(Math.ceil(rest))
    record.answered = clock.now()
    send(response, sent, met)
  }

  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    serve(message, response).catch((error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      violations.push(`the simulator itself failed: ${reason}`)
      response.destroy()
    })
  }
  const first = await placeOf(listener, options.port)
  const { url } = first
  const others = await Promise.all(
    options.places === 'each' ? endpointVariables.map(() => placeOf(listener)) : [],
  )

  return {
    url,
    env: Object.fromEntries(
      endpointVariables.map((name, index) => [name, others[index]?.url ?? url]),
    ),
    world,
    requests,
    actions,
    proofs,
    violations,
    inject: (fault) => faults.inject(fault),
    settle,
    async stop() {
      await Promise.all([first, ...others].map((place) => place.close()))
    },
  }
}

type Place = { readonly url: string; readonly close: () => Promise<void> }

/** Listens at a port of 127.0.0.1, a free one if none is told. */
async function placeOf(listener: RequestListener, port = 0): Promise<Place> {
  const server = createServer(listener)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
