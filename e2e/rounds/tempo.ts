import { EventEmitter } from 'node:events'
import type { Net } from '../../electron/network/network.ts'
import { namedNet } from '../faults/named-net.ts'

/** A call to AWS or Spot, and the round that it belongs to, from 1. */
export type TimedCall = { readonly round: number; readonly name: string }

/**
 * A network on which every call takes one tick of a virtual time, over a real one: answers are held
 * until nothing more is asked, and then come all at once. A call that was begun after an answer of
 * round n belongs to round n + 1.
 */
export type Tempo = {
  readonly net: Net
  /** Every call since `begin`, in the order in which they were begun. */
  readonly calls: () => readonly TimedCall[]
  /** Forgets all calls: the next one is of the first round. */
  readonly begin: () => void
  /** Lets time pass until nothing is asked and nothing is held. */
  readonly settled: () => Promise<void>
  /** Work outside of this process that the app waits for, and that is no call: a keychain, a browser. */
  readonly besides: <T>(work: Promise<T>) => Promise<T>
  /** The most turns of the event loop that ever lay between the last stir and another call. */
  readonly longestPause: () => number
}

/**
 * Turns of the event loop without a stir after which nothing more is asked. Whatever runs by promises
 * alone is over within one turn, and a step over `nextTick`, `setImmediate` or a stream takes one or two
 * each; files and other work of the operating system are asked for by name. The longest pause that
 * comes about is measured, and the test wants it to be a quarter of this at most.
 */
export const TURNS = 60

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What may stay open for as long as it likes without anything being under way. */
const RESTING = /Wrap$|^(Timeout|Immediate|MessagePort)/

/** Whether the operating system is at work for this process: on a file, say. */
const atWork = (): boolean => process.getActiveResourcesInfo().some((kind) => !RESTING.test(kind))

export function createTempo(network: Net): Tempo {
  let calls: TimedCall[] = []
  let rounds = 0
  /** Calls whose answers have not come, and other work outside. */
  let away = 0
  let held: (() => void)[] = []
  let stirs = 0
  let pause = 0
  let longest = 0

  const stir = (): void => {
    stirs += 1
    longest = Math.max(longest, pause)
    pause = 0
  }
  const quiet = async (): Promise<void> => {
    for (pause = 0; pause < TURNS;) {
      const before = stirs
      await turn()
      if (before === stirs && away === 0 && !atWork()) pause += 1
      else if (before === stirs) pause = 0
    }
    // What comes next is begun by an answer or by a person.
    pause = 0
  }
  const net = namedNet(
    holding(network, {
      onSent: () => void (away += 1),
      onBack: (give) => {
        away -= 1
        held.push(give)
      },
      onGone: () => void (away -= 1),
    }),
    {
      onSent({ service, operation }) {
        stir()
        calls.push({ round: rounds + 1, name: `${service}:${operation}` })
      },
      resolves: () => true,
    },
  )
  return {
    net,
    calls: () => calls,
    begin() {
      calls = []
      rounds = 0
    },
    async settled() {
      for (;;) {
        await quiet()
        if (held.length === 0) return
        const round = held
        held = []
        rounds += 1
        for (const give of round) give()
      }
    },
    async besides(work) {
      away += 1
      try {
        return await work
      } finally {
        away -= 1
        stir()
      }
    },
    longestPause: () => longest,
  }
}

/** A network whose answers are whole when they are handed over, and then wait to be given. */
function holding(
  network: Net,
  told: {
    readonly onSent: () => void
    readonly onBack: (give: () => void) => void
    /** A request that is over without an answer. */
    readonly onGone: () => void
  },
): Net {
  return {
    request(options) {
      const asked = network.request(options)
      const events = new EventEmitter()
      let state: 'new' | 'away' | 'over' = 'new'
      const over = (then: () => void): void => {
        if (state === 'away') then()
        state = 'over'
      }
      const failed = (error: Error): void => {
        over(told.onGone)
        events.emit('error', error)
      }
      asked.on('error', failed)
      asked.on('response', (response) => {
        const { statusCode, headers } = response
        const chunks: Buffer[] = []
        response.on('error', failed)
        response.on('data', (chunk) => void chunks.push(chunk))
        response.on('end', () =>
          over(() =>
            told.onBack(() => {
              const body = new EventEmitter()
              events.emit('response', {
                statusCode,
                headers,
                on: (event: string, listener: (...values: never[]) => void) =>
                  body.on(event, (...values) => void Reflect.apply(listener, undefined, values)),
              })
              for (const chunk of chunks) body.emit('data', chunk)
              body.emit('end')
            }),
          ),
        )
      })
      return {
        on(event: string, listener: (...values: never[]) => void) {
          events.on(event, (...values) => void Reflect.apply(listener, undefined, values))
        },
        end(body?: Buffer) {
          state = 'away'
          told.onSent()
          asked.end(body)
        },
        abort() {
          over(told.onGone)
          asked.abort()
        },
      }
    },
  }
}
