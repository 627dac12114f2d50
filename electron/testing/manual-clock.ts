import type { Clock } from '../base/clock.ts'

export type ManualClock = Clock & {
  /** Moves time on and lets everything that waited for it run. */
  readonly advance: (ms: number) => Promise<void>
}

/** A clock for tests: time stands still until it is moved. */
export function manualClock(start = Date.UTC(2026, 0, 31, 12)): ManualClock {
  let now = start
  let waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        waiting.push({ at: now + ms, wake: resolve })
      }),
    async advance(ms) {
      now += ms
      const due = waiting.filter(({ at }) => at <= now)
      waiting = waiting.filter(({ at }) => at > now)
      due.forEach(({ wake }) => wake())
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
