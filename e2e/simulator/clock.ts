/** Where the simulator reads the time: milliseconds since the epoch, as `Date.now()` gives them. */
export type Clock = { now(): number }

/** A clock that only moves when it is told to. */
export type ManualClock = Clock & {
  /** Moves the clock forward by `ms` milliseconds. */
  advance(ms: number): void
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock for tests. `start` is in milliseconds since the epoch; without it the present moment. */
export const manualClock = (start: number = Date.now()): ManualClock => {
  let time = start
  return {
    now: () => time,
    advance: (ms) => {
      time += ms
    },
  }
}
