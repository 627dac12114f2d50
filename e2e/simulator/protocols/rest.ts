import { shapeOf } from '../contract/contract.ts'
import type { Member, OperationContract, ServiceContract } from '../contract/contract.ts'
import { toJson } from './json.ts'
import { textOf, valueOf } from './values.ts'
import type { WireRequest, WireResponse } from './wire.ts'
import { readXml, structureToXml, writeXml } from './xml.ts'

type Fields = Record<string, unknown>

/** Headers that signing, checksums and tracing add to any call. */
const ambient =
  /^x-amz-(date|content-sha256|security-token|user-agent|sdk-|checksum-|trailer|decoded-content-length)/

const isBodyShape = (service: ServiceContract, member: Member): boolean =>
  ['structure', 'union'].includes(shapeOf(service, member.target).type)

const parseBody = (service: ServiceContract, shape: string, body: string): Fields => {
  if (body === '') return {}
  const parsed: unknown =
    service.protocol === 'restJson1' ? JSON.parse(body) : readXml(service, { target: shape }, body)
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

const literalsOf = (uri: string): URLSearchParams => new URLSearchParams(uri.split('?')[1] ?? '')

/**
 * Input of a REST request from path, query, headers and body. What the model does not know keeps
 * its own name, so that the contract check finds it.
 */
export const decodeRest = (
  service: ServiceContract,
  operation: OperationContract,
  request: WireRequest,
  labels: Record<string, string>,
): unknown => {
  if (operation.input === undefined) return {}
  const members = Object.entries(shapeOf(service, operation.input).members ?? {})
  const input: Fields = {}
  const queries = new Set(['x-id', ...literalsOf(operation.http?.uri ?? '').keys()])
  const headers = new Set<string>()
  let payload: [string, Member] | undefined

  for (const [name, member] of members) {
    const { binding } = member
    const wire = binding?.name ?? name
    if (binding?.in === 'label' && labels[name] !== undefined) input[name] = labels[name]
    if (binding?.in === 'payload') payload = [name, member]
    if (binding?.in === 'query') {
      queries.add(wire)
      const text = request.query.get(wire)
      if (text !== null) input[name] = valueOf(service, member, text)
    }
    if (binding?.in === 'header') {
      headers.add(wire)
      const text = request.headers[wire]
      if (text !== undefined) input[name] = valueOf(service, member, text)
    }
  }

  for (const [name, text] of request.query) if (!queries.has(name)) input[name] = text
  for (const [name, text] of Object.entries(request.headers)) {
    if (name.startsWith('x-amz-') && !ambient.test(name) && !headers.has(name)) input[name] = text
  }
  if (payload !== undefined) {
    const [name, member] = payload
    if (!isBodyShape(service, member)) input[name] = request.body
    else if (request.body !== '')
      input[name] =
        service.protocol === 'restJson1'
          ? JSON.parse(request.body)
          : readXml(service, member, request.body)
    return input
  }
  return { ...input, ...parseBody(service, operation.input, request.body) }
}

const xmlBody = (
  service: ServiceContract,
  operation: OperationContract,
  outputName: string,
  output: Fields,
): string | Uint8Array => {
  const attributes = { xmlns: service.xmlNamespace ?? '' }
  const shape = shapeOf(service, outputName)
  const members = Object.entries(shape.members ?? {})
  if (operation.unwrappedOutput) {
    const [name] = members[0] ?? ['']
    return writeXml(shape.xmlName ?? outputName, output[name] ?? '', attributes)
  }
  const payload = members.find(([, member]) => member.binding?.in === 'payload')
  if (payload !== undefined) {
    const [name, member] = payload
    const value = output[name]
    if (!isBodyShape(service, member))
      return typeof value === 'string' || value instanceof Uint8Array ? value : ''
    const root = member.xmlName ?? shapeOf(service, member.target).xmlName ?? member.target
    const inner = typeof value === 'object' && value !== null ? { ...value } : {}
    return writeXml(root, structureToXml(service, member.target, inner), attributes)
  }
  if (members.every(([, member]) => member.binding !== undefined)) return ''
  return writeXml(
    shape.xmlName ?? outputName,
    structureToXml(service, outputName, output),
    attributes,
  )
}

/** What the body of a JSON answer holds: all of it, or the one member that the model puts there. */
const payloadOf = (service: ServiceContract, outputName: string, output: Fields): unknown => {
  const members = Object.entries(shapeOf(service, outputName).members ?? {})
  const payload = members.find(([, member]) => member.binding?.in === 'payload')
  return payload === undefined ? output : output[payload[0]]
}

/** A REST answer: headers, status and body by the model's bindings. */
export const encodeRest = (
  service: ServiceContract,
  operation: OperationContract,
  output: Fields,
): WireResponse => {
  const headers: Record<string, string> = {}
  // The models know one status for each operation; a part of an object has its own (RFC 9110, 15.3.7).
  const status = output['ContentRange'] === undefined ? (operation.http?.code ?? 200) : 206
  if (operation.output === undefined) return { status, headers, body: '' }
  for (const [name, member] of Object.entries(shapeOf(service, operation.output).members ?? {})) {
    const value = output[name]
    if (member.binding?.in !== 'header' || value === undefined) continue
    headers[member.binding.name ?? name] = textOf(shapeOf(service, member.target), member, value)
  }
  const isJson = service.protocol === 'restJson1'
  const body = isJson
    ? JSON.stringify(toJson(payloadOf(service, operation.output, output)))
    : xmlBody(service, operation, operation.output, output)
  if (body.length > 0) headers['content-type'] ??= isJson ? 'application/json' : 'application/xml'
  return { status, headers, body }
}
