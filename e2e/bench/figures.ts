import type { Compared, Figure, Valued } from './row.ts'
import { growth, pairedRatio, spread } from './statistics.ts'

/** Whether what is not known better than by its bound stays below the goal; without one it always does. */
const keeps = (goal: number | null, upper: number): boolean => goal === null || upper <= goal

/** Ours beside the other, from figures of the same rounds in the same order. */
export function compared(
  figure: Figure & { readonly against: string },
  ours: readonly number[],
  other: readonly number[],
): Compared {
  const { value: ratio, upper } = pairedRatio(ours, other)
  const met = keeps(figure.goal, upper)
  return {
    kind: 'compared',
    ...figure,
    ours: spread(ours),
    other: spread(other),
    ratio,
    upper,
    met,
  }
}

/** A value by itself: one that would be the same again, or that stands for the worst of many. */
export function counted(figure: Figure, value: number): Valued {
  const met = keeps(figure.goal, value)
  return { kind: 'valued', ...figure, value, upper: value, series: [], met }
}

/** How much a series grows from one value to the next. */
export function grown(figure: Figure, series: readonly number[]): Valued {
  const { value, upper } = growth(series)
  return { kind: 'valued', ...figure, value, upper, series, met: keeps(figure.goal, upper) }
}
