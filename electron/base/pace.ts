import { PUT_OFF_AT_MOST, SLOWEST_MS } from './waits.ts'

/** When to look next at something that takes its time. */
export type Pace = {
  /** When the look after one that began at `begun` is due (ms since the epoch). */
  readonly next: (begun: number) => number
  /** Nobody minded the last look. */
  readonly wentWell: () => void
  /**
   * The last look was one too many: the next ones come less often, until one goes well again. False says
   * that this was so too often to go on in silence.
   */
  readonly wasTooMuch: () => boolean
}

/**
 * One look in each `everyMs`, from the beginning of one to that of the next. The second look comes a random
 * part of that earlier, so that many that begin together do not go on in step. Where they were too much,
 * the time between two looks doubles, up to `SLOWEST_MS`, and varies by a quarter; each one that goes
 * well takes a third of the delay away. `random` gives numbers from 0 to 1.
 */
export function createPace(everyMs: number, random: () => number = Math.random): Pace {
  let between = everyMs
  let isFirst = true
  let inARow = 0
  return {
    next(begun) {
      const part = isFirst ? 1 - random() / 2 : between > everyMs ? 0.75 + random() / 2 : 1
      isFirst = false
      return Math.round(begun + between * part)
    },
    wentWell() {
      inARow = 0
      const left = (between - everyMs) * (2 / 3)
      between = left < everyMs / 10 ? everyMs : everyMs + left
    },
    wasTooMuch() {
      between = Math.min(between * 2, SLOWEST_MS)
      inARow += 1
      return inARow <= PUT_OFF_AT_MOST
    },
  }
}
