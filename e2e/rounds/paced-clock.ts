import type { TestClock } from '../../electron/aws/testing/simulated.ts'
import type { Clock } from '../../electron/base/clock.ts'

/** A clock of a world whose time somebody has in hand. */
export type PacedClock = Clock & {
  /** From now on short waits last as well; before, they are over at once. */
  readonly slow: () => void
  /** Lets time pass from the end of one wait to that of the next; `settled` is awaited between. */
  readonly pass: (ms: number, settled: () => Promise<void>) => Promise<void>
  /** The computer sleeps: all waits that were over meanwhile are over at once after it. */
  readonly sleepThrough: (ms: number) => void
}

/** Longer waits end only when time passes: nobody comes while it stands still. */
const LONG = 60_000

export function pacedClock(world: TestClock): PacedClock {
  let isSlow = false
  let waiting: { readonly at: number; readonly wake: () => void }[] = []
  const { now } = world
  const wake = (): void => {
    const due = waiting.filter(({ at }) => at <= now())
    waiting = waiting.filter(({ at }) => at > now())
    for (const one of due) one.wake()
  }
  return {
    now,
    sleep(ms, signal) {
      if (!isSlow && ms < LONG) return world.sleep(ms, signal)
      if (signal?.aborted) return Promise.reject(signal.reason)
      return new Promise((resolve, reject) => {
        const end = (): void => {
          waiting = waiting.filter((other) => other !== wait)
          reject(signal?.reason)
        }
        const over = (): void => {
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const wait = { at: now() + ms, wake: over }
        waiting.push(wait)
        signal?.addEventListener('abort', end, { once: true })
      })
    },
    slow: () => void (isSlow = true),
    async pass(ms, settled) {
      const end = now() + ms
      for (;;) {
        await settled()
        const next = Math.min(...waiting.map(({ at }) => at))
        if (next > end) break
        world.advance(Math.max(0, next - now()))
        wake()
      }
      world.advance(end - now())
    },
    sleepThrough(ms) {
      world.advance(ms)
      wake()
    },
  }
}
