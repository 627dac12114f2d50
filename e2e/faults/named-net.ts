import { EventEmitter } from 'node:events'
import { operationIn } from '../../electron/aws/testing/named-request.ts'
import type { Net } from '../../electron/network/network.ts'
import type { Operation } from './kinds.ts'

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
          const operation = operationIn(options, body)
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
