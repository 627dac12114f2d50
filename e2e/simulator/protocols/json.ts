import { shapeOf } from '../contract/contract.ts'
import type { ServiceContract } from '../contract/contract.ts'
import type { WireResponse } from './wire.ts'

/** The same value with times as seconds since the epoch, as AWS's JSON protocols write them. */
export const toJson = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]))
}

export const decodeJson = (body: string): unknown => (body === '' ? {} : JSON.parse(body))

export const encodeJson = (output: Record<string, unknown>): WireResponse => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(toJson(output)),
})

/** The JSON protocol's error; the message goes under the member name that the model uses. */
export const encodeJsonError = (
  service: ServiceContract,
  error: { code: string; message: string; status: number },
): WireResponse => {
  const members = Object.keys(shapeOf(service, error.code).members ?? {})
  const member = members.find((name) => name.toLowerCase() === 'message') ?? 'message'
  return {
    status: error.status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': error.code },
    body: JSON.stringify({ __type: error.code, [member]: error.message }),
  }
}
