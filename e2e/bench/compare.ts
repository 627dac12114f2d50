import type { Row } from './rows.ts'

export type Result = { id: string; ours: number; bare: number; limit: number; ratio: number }

/** The middle value; the mean of the two middle ones of an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('A median needs a value.')
  return (lower + upper) / 2
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/**
 * Measures both apps in turn, so that a machine that slows down or warms up does so for both, and
 * swaps who goes first each time.
 */
export async function compare(
  row: Pick<Row, 'id' | 'limit' | 'warmUps'>,
  runs: number,
  measure: (app: 'ours' | 'bare') => Promise<number>,
): Promise<Result> {
  const figures = { ours: new Array<number>(), bare: new Array<number>() }
  for (let run = -row.warmUps; run < runs; run += 1) {
    const order = run % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const app of order) {
      const figure = await measure(app)
      if (run >= 0) figures[app].push(figure)
    }
  }
  const [ours, bare] = [median(figures.ours), median(figures.bare)]
  return {
    id: row.id,
    ours: round(ours, 1),
    bare: round(bare, 1),
    limit: row.limit,
    ratio: round(ours / bare, 3),
  }
}
