import { readSignature } from './access/caller.ts'
import type { Signature } from './access/caller.ts'
import { serviceNames } from './contract/contract.ts'
import type { Contract, OperationContract, ServiceName } from './contract/contract.ts'
import { routeTo } from './protocols/protocol.ts'
import type { Route } from './protocols/protocol.ts'
import type { WireRequest } from './protocols/wire.ts'
import type { Page } from './services/html-page.ts'
import { pages } from './services/pages.ts'

import { spotOperation } from './services/spot.ts'

/** Where a request belongs. */
export type Destination =
  | { kind: 'aws'; route: Route; signature: Signature | undefined }
  /** A service that is known, with an operation that is not. */
  | { kind: 'unknown-operation'; serviceName: ServiceName; asked: string }
  | { kind: 'page'; page: Page }
  | { kind: 'spot'; operation: string }
  | { kind: 'nowhere' }

const isServiceName = (text: string): text is ServiceName =>
  serviceNames.some((name) => name === text)

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    // A path that is not valid percent-encoding names nothing.
    return part
  }
}

/** The labels of a path by an operation's URI pattern; undefined when the path does not fit. */
const labelsIn = (uri: string, path: string): Record<string, string> | undefined => {
  const pattern = (uri.split('?')[0] ?? '').split('/').filter((part) => part !== '')
  const parts = path.replace(/^\//, '').split('/')
  const actual = parts.at(-1) === '' && parts.length <= 2 ? parts.slice(0, -1) : parts
  const labels: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const label = /^\{(\w+)(\+)?\}$/.exec(part)
    const [, name, greedy] = label ?? []
    const found = greedy ? actual.slice(index).join('/') : actual[index]
    if (found === undefined || found === '') return undefined
    if (name === undefined && found !== part) return undefined
    if (name !== undefined) labels[name] = decodePart(found)
    if (greedy) return labels
  }
  return pattern.length === actual.length ? labels : undefined
}

/** Query parameters that an operation's URI demands, such as `?policy` or `?list-type=2`. */
const demandedBy = ({ http }: OperationContract): [string, string][] =>
  [...new URLSearchParams(http?.uri.split('?')[1] ?? '')].filter(([name]) => name !== 'x-id')

const routeRest = (
  contract: Contract,
  serviceName: ServiceName,
  request: WireRequest,
): Route | undefined => {
  const fitting = Object.entries(contract.services[serviceName].operations).flatMap(
    ([name, operation]) => {
      const { http } = operation
      if (http === undefined || http.method !== request.method) return []
      const demanded = demandedBy(operation)
      if (!demanded.every(([key, value]) => request.query.get(key) === value)) return []
      const labels = labelsIn(http.uri, request.path)
      return labels === undefined ? [] : [{ name, labels, weight: demanded.length }]
    },
  )
  const best = fitting.toSorted((a, b) => b.weight - a.weight)[0]
  return best && routeTo(contract, serviceName, best.name, best.labels)
}

const routeSigned = (
  contract: Contract,
  serviceName: ServiceName,
  request: WireRequest,
  signature: Signature,
): Destination => {
  const { protocol } = contract.services[serviceName]
  const [target, named] = (request.headers['x-amz-target'] ?? '').split('.')
  const asked =
    protocol === 'awsQuery' ? new URLSearchParams(request.body).get('Action') : (named ?? null)
  const known = protocol !== 'awsJson1_1' || target === contract.services[serviceName].target
  const route =
    protocol === 'restXml' || protocol === 'restJson1'
      ? routeRest(contract, serviceName, request)
      : routeTo(contract, serviceName, known ? (asked ?? '') : '')
  if (route !== undefined) return { kind: 'aws', route, signature }
  return {
    kind: 'unknown-operation',
    serviceName,
    asked: asked ?? `${request.method} ${request.path}`,
  }
}

/** The operation that a request of a signed service asks for, when the signature is missing. */
const routeUnsigned = (contract: Contract, request: WireRequest): Route | undefined => {
  const [target, operation = ''] = (request.headers['x-amz-target'] ?? '').split('.')
  const body = new URLSearchParams(request.body)
  for (const name of serviceNames) {
    const { protocol, version, target: own } = contract.services[name]
    if (protocol === 'awsJson1_1' && own === target) return routeTo(contract, name, operation)
    if (protocol === 'awsQuery' && version === body.get('Version'))
      return routeTo(contract, name, body.get('Action') ?? '')
  }
  return request.method === 'GET' ? routeRest(contract, 's3', request) : undefined
}

/**
 * AWS's services are told apart by the scope of their signature, the unsigned ones by path.
 * An unsigned request of a signed service is still recognised, so that it is refused in its words.
 */
export const destinationOf = (contract: Contract, request: WireRequest): Destination => {
  const signature = readSignature(request.headers['authorization'])
  if (signature !== undefined && isServiceName(signature.service))
    return routeSigned(contract, signature.service, request, signature)

  const page = pages[`${request.method} ${request.path}`]
  if (page !== undefined) return { kind: 'page', page }
  for (const name of ['sso', 'sso-oidc', 'signin'] as const) {
    const route = routeRest(contract, name, request)
    if (route !== undefined) return { kind: 'aws', route, signature: undefined }
  }
  if (/^\/(setup|billingEngine)\//.test(request.path))
    return { kind: 'spot', operation: spotOperation(request) }
  const route = routeUnsigned(contract, request)
  if (route !== undefined) return { kind: 'aws', route, signature: undefined }
  return { kind: 'nowhere' }
}
