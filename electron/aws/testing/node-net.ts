import { EventEmitter } from 'node:events'
import { request as httpRequest } from 'node:http'
import type { Net } from '../../network/network.ts'

export type SentRequest = Parameters<Net['request']>[0]

/**
 * Electron's `net` over Node's own network stack, with Chromium's habits: errors carry nothing but
 * `net::ERR_…`, redirects that nobody follows end in an error, and some headers are refused.
 */
export function nodeNet(sent: SentRequest[] = []): Net {
  return {
    request(options) {
      sent.push(options)
      const events = new EventEmitter()
      const refused = Object.keys(options.headers).some((name) =>
        /^(host|content-length|expect|connection|transfer-encoding)$/i.test(name),
      )
      const chromium = (name: string) => events.emit('error', new Error(`net::${name}`))
      const underlying = httpRequest(options.url, {
        method: options.method,
        headers: options.headers,
        agent: false,
      })
      underlying.on('error', (error) => {
        const code = 'code' in error ? error.code : ''
        chromium(code === 'ECONNREFUSED' ? 'ERR_CONNECTION_REFUSED' : 'ERR_CONNECTION_RESET')
      })
      underlying.on('response', (reply) => {
        const { statusCode = 0, headers, headersDistinct } = reply
        if (headers.location !== undefined && statusCode >= 300 && statusCode < 400) {
          const all = Object.fromEntries(
            Object.entries(headersDistinct).map(([name, values]) => [name, values ?? []]),
          )
          events.emit('redirect', statusCode, options.method, headers.location, all)
          events.emit('error', new Error('Redirect was cancelled'))
          reply.resume()
          return
        }
        reply.on('error', () => undefined)
        events.emit('response', {
          statusCode,
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, value ?? '']),
          ),
          on(event: string, listener: (...values: never[]) => void) {
            if (event === 'error') {
              const failure = [new Error('net::ERR_CONTENT_LENGTH_MISMATCH')]
              reply.on('error', () => void Reflect.apply(listener, undefined, failure))
            } else {
              reply.on(
                event,
                (...values: unknown[]) => void Reflect.apply(listener, undefined, values),
              )
            }
          },
        })
      })
      return {
        on(event: string, listener: (...values: never[]) => void) {
          events.on(
            event,
            (...values: unknown[]) => void Reflect.apply(listener, undefined, values),
          )
        },
        end(body?: Buffer) {
          if (refused) setImmediate(() => chromium('ERR_INVALID_ARGUMENT'))
          else underlying.end(body)
        },
        abort: () => void underlying.destroy(),
      }
    },
  }
}
