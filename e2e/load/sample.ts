import { createHash } from 'node:crypto'
import process from 'node:process'

/** Set, it stands for the day: what a day's samples have shown is shown again. */
const VARIABLE = 'SAMPLE_SEED'

/** A day's date in UTC as one number, such as 20261129: the seed of whatever is drawn that day. */
export const seedOf = (day: Date): number =>
  Number(day.toISOString().slice(0, 10).replaceAll('-', ''))

/** What `SAMPLE_SEED` says, or today's. Throws where it says no whole number. */
export function sampleSeed(): number {
  const said = process.env[VARIABLE]
  return said === undefined ? seedOf(new Date()) : seedFrom(said)
}

/** The seed that somebody typed. Throws where it is no whole number. */
export function seedFrom(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`“${text}” is no seed: it is a whole number.`)
  return Number(text)
}

/** Fixes the seed for this process and all that it starts, also past midnight, and prints it once. */
export function fixSeed(): void {
  if (process.env[VARIABLE] !== undefined) return
  const seed = sampleSeed()
  process.env[VARIABLE] = String(seed)
  process.stderr.write(`Samples are drawn by seed ${seed}; ${VARIABLE}=${seed} draws the same.\n`)
}

/**
 * Draws so many of all by a seed: the same by the same seed on any machine, and sooner or later each
 * of them. What is drawn hangs on the names alone, not on their order.
 */
export function drawn<T>(
  all: readonly T[],
  count: number,
  seed: number,
  nameOf: (one: T) => string,
): T[] {
  const placeOf = (one: T): string =>
    createHash('sha256')
      .update(`${seed} ${nameOf(one)}`)
      .digest('hex')
  return all
    .map((one) => ({ one, place: placeOf(one) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one)
}
