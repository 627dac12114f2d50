import { randomUUID } from 'node:crypto'
import { AwsError } from './aws-error.ts'
import { authenticate, denied, missingSignature, refusedBy } from './access/caller.ts'
import type { Caller, Signature } from './access/caller.ts'
import { checkShape, withoutSecrets } from './contract/check.ts'
import { errorOf, throttled } from './fault-answers.ts'
import type { CallFault } from './faults.ts'
import { decodeInput, encodeError, encodeOutput, statusOf } from './protocols/protocol.ts'
import type { Route } from './protocols/protocol.ts'
import type { WireRequest, WireResponse } from './protocols/wire.ts'
import type { RecordedRequest } from './recording.ts'
import { openServices, signedServices } from './services/index.ts'
import type { Call, SignedCall } from './services/operation.ts'

/** What one request to AWS needs besides itself. */
export type Exchange = {
  route: Route
  signature: Signature | undefined
  request: WireRequest
  call: Call
  faults: CallFault[]
  record: RecordedRequest
  violations: string[]
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** The protocol's own word for "your input is not what the API describes". */
const invalidInput = (route: Route, problems: string[]): AwsError => {
  const codes = {
    awsQuery: 'ValidationError',
    awsJson1_1: 'ValidationException',
    restXml: 'InvalidArgument',
    restJson1: 'InvalidRequestException',
  }
  const count =
    problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`
  const code =
    route.serviceName === 'signin' ? 'ValidationException' : codes[route.service.protocol]
  return new AwsError(code, `${count} detected: ${problems.join('; ')}`, { status: 400 })
}

const readInput = ({ route, request, record, violations }: Exchange): unknown => {
  const { service, operation, operationName, serviceName } = route
  let input: unknown
  try {
    input = decodeInput(route, request)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    violations.push(`${serviceName}:${operationName} request: body cannot be read: ${reason}`)
    throw invalidInput(route, ['the body cannot be read'])
  }
  if (operation.input === undefined) return {}
  record.params = asRecord(withoutSecrets(service, operation.input, input))
  const problems = checkShape(service, operation.input, input, 'input')
  if (problems.length === 0) return input
  violations.push(...problems.map((one) => `${serviceName}:${operationName} request: ${one}`))
  throw invalidInput(route, problems)
}

const signedCall = (exchange: Exchange, caller: Caller, region: string): SignedCall => {
  const { call, route } = exchange
  const account = call.world.accounts.get(caller.accountId)
  if (account === undefined) throw new Error(`There is no account ${caller.accountId}`)
  const refusal: SignedCall['refusal'] = (action, resource, context = {}) => {
    call.actions.add(action)
    const known = { 'aws:RequestedRegion': region, ...context }
    return refusedBy(caller, { action, resource, context: known })
  }
  return {
    ...call,
    caller,
    account,
    region,
    refusal,
    authorise(action, resource, context) {
      const injected = exchange.faults.find((fault) => fault.kind === 'accessDenied')
      const kind = refusal(action, resource, context) ?? injected?.denial
      if (kind !== undefined)
        throw denied(route.service.protocol, { kind, caller, action, resource })
    },
  }
}

const throwFaults = (exchange: Exchange): void => {
  const { route, request, faults } = exchange
  for (const fault of faults) {
    const error = errorOf(fault, {
      serviceName: route.serviceName,
      protocol: route.service.protocol,
      request,
    })
    if (error !== undefined) throw error
  }
}

const run = (exchange: Exchange): Record<string, unknown> => {
  const { route, signature, request, call, record } = exchange
  const { protocol } = route.service
  const open = openServices[route.serviceName]?.[route.operationName]
  if (open !== undefined) {
    const input = readInput(exchange)
    throwFaults(exchange)
    return open.run(input, call) ?? {}
  }
  const operation = signedServices[route.serviceName]?.[route.operationName]
  if (operation === undefined) throw new Error(`${route.operationName} has no implementation`)
  record.action = operation.action
  if (signature === undefined) throw missingSignature(protocol)
  const token = request.headers['x-amz-security-token']
  const caller = authenticate(call.world, signature, token, protocol, call.now)
  record.accountId = caller.accountId
  const name = `${route.serviceName}:${route.operationName}`
  const rate = call.world.settings.rates?.[name]
  if (rate && call.meter.isTooMuch(rate, caller.accountId, name, call.now))
    throw throttled(route.serviceName, protocol)
  const input = readInput(exchange)
  throwFaults(exchange)
  return operation.run(input, signedCall(exchange, caller, signature.region)) ?? {}
}

/** Answers a request to AWS and checks both directions against the contract. */
export const exchangeWithAws = (exchange: Exchange): WireResponse => {
  const { route, request, record, violations } = exchange
  const { service, operation, operationName, serviceName } = route
  const name = `${serviceName}:${operationName}`
  const requestId = randomUUID()
  try {
    const output = run(exchange)
    if (operation.output !== undefined)
      violations.push(
        ...checkShape(service, operation.output, output, 'output').map(
          (problem) => `${name} response: ${problem}`,
        ),
      )
    const response = encodeOutput(route, output, requestId)
    return { ...response, headers: { 'x-amzn-requestid': requestId, ...response.headers } }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    record.errorCode = error.code
    const injected = exchange.faults.some(({ kind }) => kind === 'error' || kind === 'echo')
    if (statusOf(route, error.code) === undefined && !injected)
      violations.push(`${name} response: error ${error.code} is neither modelled nor common`)
    const response = encodeError(route, error, requestId, request.method)
    return { ...response, headers: { 'x-amzn-requestid': requestId, ...response.headers } }
  }
}
