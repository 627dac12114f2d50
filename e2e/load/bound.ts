import { createHash } from 'node:crypto'

/** Seconds of the same files, before and after. */
export type Pair = { readonly before: number; readonly after: number }

const RESAMPLES = 2000

const ratioOf = (pairs: readonly Pair[]): number => {
  const total = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0)
  return total(({ after }) => after) / total(({ before }) => before)
}

/**
 * All of after against all of before, and the upper end of its 95 % interval by the bootstrap: the
 * pairs drawn again with repetition (B. Efron, Annals of Statistics 7, 1979). Throws without a pair.
 */
export function upperBound(
  pairs: readonly Pair[],
  seed: number,
): { readonly ratio: number; readonly bound: number } {
  if (pairs.length === 0) throw new Error('A ratio needs a pair.')
  const ratios = Array.from({ length: RESAMPLES }, (_, round) => {
    const bytes = createHash('sha512').update(`${seed} ${round}`).digest()
    return ratioOf(
      pairs.flatMap((_pair, place) => {
        const draw = bytes.readUInt16BE((2 * place) % bytes.length)
        return pairs[draw % pairs.length] ?? []
      }),
    )
  }).toSorted((a, b) => a - b)
  return { ratio: ratioOf(pairs), bound: ratios[Math.ceil(0.975 * RESAMPLES) - 1] ?? Number.NaN }
}
