import { EventEmitter } from 'node:events'
import type { Net } from '../../network/network.ts'
import { operationIn, type Operation } from './named-request.ts'
import { nodeNet } from './node-net.ts'

/** An answer that AWS has given by now, and that the app has not got yet. */
type HeldAnswer = Operation & {
  /** The HTTP status; 0 where the connection ended without one. */
  readonly status: number
  /** How many requests were sent before this one. */
  readonly place: number
  /** Hands it to the app. */
  readonly release: () => void
}

/** A network that hands answers on when it is told to. What AWS did about a request was done when it was sent. */
export type HeldNet = {
  readonly net: Net
  /** From now on answers of these operations wait; nobody's without a function. */
  readonly hold: (which: ((operation: Operation) => boolean) | null) => void
  /** By name and then in the order in which they were asked for. */
  readonly held: () => readonly HeldAnswer[]
  /** Every request so far, with how much the app had been told when it was sent. */
  readonly sent: readonly (Operation & { readonly told: number })[]
  /** What the app was told so far, in this order. */
  readonly told: readonly (Operation & { readonly status: number })[]
  /** Requests that AWS is still at work on. */
  readonly underWay: () => number
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Node's network stack with Chromium's habits, whose answers are held back. */
export function heldNet(): HeldNet {
  const net = nodeNet()
  const waiting = new Set<HeldAnswer>()
  const sent: (Operation & { told: number })[] = []
  const told: (Operation & { status: number })[] = []
  let isHeld: ((operation: Operation) => boolean) | null = null
  let underWay = 0

  const request: Net['request'] = (options) => {
    const events = new EventEmitter()
    const underlying = net.request(options)
    let isOver = false
    let own: HeldAnswer | null = null
    const over = (): void => {
      if (!isOver) underWay -= 1
      isOver = true
    }
    return {
      on(event: string, listener: (...values: never[]) => void) {
        events.on(event, (...values: unknown[]) => void Reflect.apply(listener, undefined, values))
      },
      end(body?: Buffer) {
        const operation = operationIn(options, body)
        const place = sent.push({ ...operation, told: told.length }) - 1
        underWay += 1
        const answer = (status: number, deliver: () => void): void => {
          if (isOver) return
          over()
          const release = (): void => {
            if (own) waiting.delete(own)
            told.push({ ...operation, status })
            deliver()
          }
          if (!isHeld?.(operation)) return release()
          own = { ...operation, status, place, release }
          waiting.add(own)
        }
        underlying.on('error', (error) => answer(0, () => events.emit('error', error)))
        underlying.on('redirect', (...all) => answer(all[0], () => events.emit('redirect', ...all)))
        underlying.on('response', (response) => {
          const { statusCode, headers } = response
          const chunks: Buffer[] = []
          response.on('data', (chunk) => void chunks.push(chunk))
          response.on('error', (error) => answer(0, () => events.emit('error', error)))
          response.on('end', () =>
            answer(statusCode, () => {
              const whole = new EventEmitter()
              events.emit('response', { statusCode, headers, on: whole.on.bind(whole) })
              whole.emit('data', Buffer.concat(chunks))
              whole.emit('end')
            }),
          )
        })
        underlying.end(body)
      },
      abort() {
        over()
        if (own) waiting.delete(own)
        underlying.abort()
      },
    }
  }
  return {
    net: { request },
    hold: (which) => void (isHeld = which),
    held: () =>
      [...waiting].toSorted((a, b) => compare(a.operation, b.operation) || a.place - b.place),
    sent,
    told,
    underWay: () => underWay,
  }
}
