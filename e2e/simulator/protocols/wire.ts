import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as it came over the wire. Header names are in lower case. */
export type WireRequest = {
  method: string
  /** Still percent-encoded. */
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}

export type WireResponse = {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

/** Reads a whole request; rejects when the caller goes away before its end. */
export const readRequest = async (message: IncomingMessage): Promise<WireRequest> => {
  const body = await text(message)
  const url = new URL(message.url ?? '/', 'http://127.0.0.1')
  const headers = new Map(
    Object.entries(message.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]),
  )
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body,
  }
}
