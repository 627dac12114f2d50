/** What is told of repeated measurements: the middle, the middle half, and all of them in order. */
export type Spread = {
  readonly median: number
  readonly lower: number
  readonly higher: number
  readonly values: readonly number[]
}

/** An estimate with the upper end of its two-sided 95 % interval. */
export type Estimate = { readonly value: number; readonly upper: number }

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

/** The value below which a share of them lies, straight between neighbours (Hyndman and Fan's 7). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('A quantile needs a value.')
  return below + (above - below) * (place - Math.floor(place))
}

export function spread(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    lower: quantile(values, 0.25),
    higher: quantile(values, 0.75),
    values,
  }
}

/**
 * The chance that |T| ≤ `t` for Student's T with a whole number of degrees of freedom: the finite
 * series of Abramowitz and Stegun, 26.7.3 and 26.7.4, which is exact.
 */
function chanceWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees))
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const odd = degrees % 2 === 1
  let term = odd ? cos : 1
  let series = degrees === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cos * cos
    series += term
  }
  return odd ? (2 / Math.PI) * (angle + sin * series) : sin * series
}

/** How many standard errors lie on each side of the middle of a two-sided 95 % interval. */
export function standardErrors(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new Error('An interval needs two values.')
  let [low, high] = [1.9, 13]
  while (high - low > 1e-10) {
    const middle = (low + high) / 2
    if (chanceWithin(middle, degrees) < 0.95) low = middle
    else high = middle
  }
  return high
}

/**
 * How many times the other ours is, by pairs that were measured side by side.
 *
 * The estimate is the geometric mean of the pairs' ratios; its bound is that of a paired t interval on
 * their logarithms. Why so: within a pair the state of the machine is nearly the same and cancels out;
 * times and sizes are positive and skewed to the right, their logarithms much less; A over B and B over
 * A tell the same; and with three pairs an interval by resampling or by ranks is far too narrow or does not
 * exist, while t is as wide as three pairs deserve. A pair that was disturbed is left in and widens the
 * interval: noise can make a goal be missed, hardly ever be met. The bound is the end of the two-sided
 * interval, so it is exceeded by the true ratio in one of forty runs.
 */
export function pairedRatio(ours: readonly number[], other: readonly number[]): Estimate {
  if (ours.length !== other.length) throw new Error('Each of ours needs its other.')
  const logs = ours.map((one, i) => Math.log(one / (other[i] ?? Number.NaN)))
  if (!logs.every(Number.isFinite)) throw new Error('A ratio needs two positive numbers.')
  const middle = mean(logs)
  const variance = sum(logs.map((log) => (log - middle) ** 2)) / (logs.length - 1)
  const margin = standardErrors(logs.length - 1) * Math.sqrt(variance / logs.length)
  return { value: Math.exp(middle), upper: Math.exp(middle + margin) }
}

/**
 * All of ours against all of the other, where pairs are parts of one whole and longer ones weigh more. The
 * bound is that of the ratio estimator's t interval (W. G. Cochran, Sampling Techniques, 1977, 6.3), as wide
 * as a handful of pairs deserves. Needs two pairs.
 */
export function ratioOfSums(ours: readonly number[], other: readonly number[]): Estimate {
  if (ours.length !== other.length) throw new Error('Each of ours needs its other.')
  const ratio = sum(ours) / sum(other)
  const rest = sum(ours.map((one, i) => (one - ratio * (other[i] ?? Number.NaN)) ** 2))
  const degrees = ours.length - 1
  const error = Math.sqrt(rest / degrees / ours.length) / mean(other)
  return { value: ratio, upper: ratio + standardErrors(degrees) * error }
}

/**
 * By how much a series grows from one value to the next: the slope of the least squares line, with the
 * bound of its t interval (two degrees of freedom go into the line). Needs three values.
 */
export function growth(series: readonly number[]): Estimate {
  const places = series.map((_, i) => i)
  const [middle, level] = [mean(places), mean(series)]
  const width = sum(places.map((place) => (place - middle) ** 2))
  const slope = sum(series.map((one, i) => (i - middle) * (one - level))) / width
  const rest = sum(series.map((one, i) => (one - level - slope * (i - middle)) ** 2))
  const degrees = series.length - 2
  return {
    value: slope,
    upper: slope + standardErrors(degrees) * Math.sqrt(rest / degrees / width),
  }
}
