import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growth, pairedRatio, quantile, ratioOfSums, spread, standardErrors } from './statistics.ts'

/** Numbers that come again the same: xorshift32, made normal by Box and Muller. */
function noise(seed: number): () => number {
  let state = seed
  const even = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return ((state >>> 0) + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even())
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

describe('quantile', () => {
  it('takes the middle, or the mean of the two middles', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5)
    expect(quantile([10, 1, 2, 3], 0.5)).toBe(2.5)
    expect(() => quantile([], 0.5)).toThrow('needs a value')
  })

  it('has the middle half of R’s quantile(c(1, 2, 4, 8, 16, 32))', () => {
    expect(spread([32, 1, 8, 2, 16, 4])).toMatchObject({ lower: 2.5, median: 6, higher: 14 })
  })
})

describe('standardErrors', () => {
  // https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm, column 0.975
  const published = [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [30, 2.042],
    [100, 1.984],
  ] as const
  it.each(published)('with %d degrees of freedom has the published value', (degrees, value) => {
    expect(standardErrors(degrees)).toBeCloseTo(value, 3)
  })

  it('refuses what leaves nothing to judge by', () => {
    expect(() => standardErrors(0)).toThrow('needs two values')
  })
})

describe('pairedRatio', () => {
  /** Student’s own pairs; R: t.test(sleep$extra[11:20], sleep$extra[1:10], paired = TRUE). */
  const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]

  it('has the interval that R gives for Student’s pairs', () => {
    const { value, upper } = pairedRatio(
      sleep.map(Math.exp),
      times(10, () => 1),
    )
    expect(Math.log(value)).toBeCloseTo(1.58, 10)
    expect(Math.log(upper)).toBeCloseTo(2.4598858, 6)
  })

  it('refuses what is no pair, and what is no size', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow('needs its other')
    expect(() => pairedRatio([1, 0], [1, 1])).toThrow('two positive numbers')
    expect(() => pairedRatio([1], [1])).toThrow('needs two values')
  })

  const sizes = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  const pairs = fc.array(fc.tuple(sizes, sizes), { minLength: 2, maxLength: 40 })
  const ratioOf = (these: readonly (readonly [number, number])[]) =>
    pairedRatio(
      these.map(([ours]) => ours),
      these.map(([, other]) => other),
    )

  it('knows no unit, nor the state of the machine in a pair, and lies between the pairs', () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true })
    const factors = fc.array(factor, { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(pairs, factors, (these, states) => {
        const one = ratioOf(these)
        const slowed = these.map(([ours, other], i) => {
          const state = states[i] ?? 1
          return [ours * state, other * state] as const
        })
        const same = ratioOf(slowed)
        expect(same.value / one.value).toBeCloseTo(1, 6)
        expect(same.upper / one.upper).toBeCloseTo(1, 4)
        const ratios = these.map(([ours, other]) => ours / other)
        expect(one.value).toBeGreaterThanOrEqual(Math.min(...ratios) * (1 - 1e-9))
        expect(one.value).toBeLessThanOrEqual(Math.max(...ratios) * (1 + 1e-9))
        expect(one.upper).toBeGreaterThanOrEqual(one.value * (1 - 1e-9))
      }),
    )
  })

  it('tells the same of both sides', () => {
    fc.assert(
      fc.property(pairs, (these) => {
        const there = ratioOf(these)
        const back = ratioOf(these.map(([ours, other]) => [other, ours] as const))
        expect(there.value * back.value).toBeCloseTo(1, 6)
      }),
    )
  })

  it.each([3, 10, 30])('is exceeded by the truth in one of forty runs of %d pairs', (count) => {
    const normal = noise(count)
    const truth = 1.08
    const runs = times(4000, () => {
      const states = times(count, () => Math.exp(normal()))
      const ours = states.map((state) => state * truth * Math.exp(0.1 * normal()))
      return pairedRatio(ours, states).upper
    })
    const below = runs.filter((upper) => upper < truth).length / runs.length
    expect(below).toBeGreaterThan(0.018)
    expect(below).toBeLessThan(0.032)
  })

  it('is not wider than what resampling 30 pairs would give, by a tenth of the margin', () => {
    const normal = noise(7)
    const ours = times(30, () => Math.exp(0.1 * normal()))
    const { value, upper } = pairedRatio(
      ours,
      ours.map(() => 1),
    )
    const even = (): number => Math.abs(normal() * 1e4) % 1
    const resampled = times(4000, () => {
      const logs = times(30, () => Math.log(ours[Math.floor(even() * 30)] ?? 1))
      return logs.reduce((sum, log) => sum + log, 0) / 30
    })
    const margin = Math.log(upper / value)
    const byResampling = quantile(resampled, 0.975) - Math.log(value)
    expect(byResampling / margin).toBeGreaterThan(0.85)
    expect(byResampling / margin).toBeLessThan(1.1)
  })
})

describe('ratioOfSums', () => {
  it('lets long pairs weigh more, and is sure where all pairs agree', () => {
    expect(ratioOfSums([0.5, 5, 50], [1, 10, 100])).toEqual({ value: 0.5, upper: 0.5 })
    expect(ratioOfSums([0.5, 5, 50, 1000], [1, 10, 100, 1000]).value).toBeCloseTo(1055.5 / 1111)
    expect(() => ratioOfSums([1], [1])).toThrow('needs two values')
    expect(() => ratioOfSums([1, 2], [1])).toThrow('needs its other')
  })

  it('has the mean and its interval where the other is always one', () => {
    // Of 4, 5, 6 and 7: mean 5.5, standard error √(5/3/4), and Student’s 3.182.
    const { value, upper } = ratioOfSums([4, 5, 6, 7], [1, 1, 1, 1])
    expect(value).toBe(5.5)
    expect(upper).toBeCloseTo(5.5 + 3.18245 * Math.sqrt(5 / 12), 4)
  })
})

describe('growth', () => {
  it('has the interval that R gives for Anscombe’s first set', () => {
    // anscombe$y1 in the order of x1, which goes up by one; confint(lm(y1 ~ x1)).
    const series = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96]
    const { value, upper } = growth(series)
    expect(value).toBeCloseTo(0.5000909, 6)
    expect(upper).toBeCloseTo(0.7668117, 6)
  })

  it('finds the slope of a line, wherever it begins', () => {
    const whole = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 3, max: 30 }), (begin, slope, count) => {
        let next = begin - slope
        const found = growth(times(count, () => (next += slope)))
        expect(found.value).toBeCloseTo(slope, 6)
        expect(found.upper).toBeCloseTo(slope, 6)
      }),
    )
  })

  it('refuses two values, through which every line goes', () => {
    expect(() => growth([1, 2])).toThrow('needs two values')
  })
})
