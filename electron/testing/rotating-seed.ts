/**
 * Another seed in each run of the tests, so that many runs try what one has no time for. It is printed;
 * `SEED=…` in the environment repeats the run that it was printed in, and `EVERY=1` tries all that
 * the seed would pick from.
 */
export const rotatingSeed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 1000) % 1_000_000)

const triesEvery = process.env['EVERY'] === '1'

/** How often to try something: a few times, or with `EVERY=1` so often. */
export const runs = (few: number, every: number): number => (triesEvery ? every : few)

/** Of each so many the one whose turn it is, `after` so many others, or all. */
export function oneOf<T>(of: number, after: number, all: readonly T[]): readonly T[] {
  return triesEvery ? all : all.filter((_, place) => (place + after + rotatingSeed) % of === 0)
}

process.stderr.write(`SEED=${rotatingSeed}\n`)
