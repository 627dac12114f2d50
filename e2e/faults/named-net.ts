import { EventEmitter } from 'node:events'
import type { Net } from '../../electron/network/network.ts'
import { loadContract } from '../simulator/contract/contract.ts'
import type { WireRequest } from '../simulator/protocols/wire.ts'
import { destinationOf } from '../simulator/router.ts'
import type { Operation } from './kinds.ts'

const contract = loadContract()

function operationOf(request: WireRequest): Operation {
  const destination = destinationOf(contract, request)
  switch (destination.kind) {
    case 'aws': {
      const { serviceName, operationName } = destination.route
      return { service: serviceName, operation: operationName }
    }
    case 'spot':
      return { service: 'spot', operation: destination.operation }
    case 'page':
      return { service: 'browser', operation: destination.page.name }
    case 'unknown-operation':
    case 'nowhere':
      return { service: 'unknown', operation: request.path }
  }
}

const nameOf = (options: Parameters<Net['request']>[0], body: Buffer | undefined): Operation => {
  const { pathname, searchParams } = new URL(options.url)
  const headers = Object.entries(options.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ])
  return operationOf({
    method: options.method,
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(headers),
    body: body?.toString('utf8') ?? '',
  })
}

/**
 * A network that knows which operation each request is, and tells so before it is sent. Where
 * `resolves` says no, it ends as Chromium ends a request to a name that nobody knows.
 */
export function namedNet(
  net: Net,
  {
    onSent,
    resolves,
  }: {
    readonly onSent: (operation: Operation) => void
    readonly resolves: (operation: Operation) => boolean
  },
): Net {
  return {
    request(options) {
      const events = new EventEmitter()
      let sent: ReturnType<Net['request']> | undefined
      return {
        on(event: string, listener: (...values: never[]) => void) {
          events.on(
            event,
            (...values: unknown[]) => void Reflect.apply(listener, undefined, values),
          )
        },
        end(body?: Buffer) {
          const operation = nameOf(options, body)
          onSent(operation)
          if (!resolves(operation)) {
            const error = new Error('net::ERR_NAME_NOT_RESOLVED')
            setImmediate(() => events.emit('error', error))
            return
          }
          sent = net.request(options)
          sent.on('error', (error) => events.emit('error', error))
          sent.on('redirect', (...all) => events.emit('redirect', ...all))
          sent.on('response', (response) => events.emit('response', response))
          sent.end(body)
        },
        abort: () => sent?.abort(),
      }
    },
  }
}
