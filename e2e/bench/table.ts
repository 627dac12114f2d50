import type { Result } from './row.ts'

/** One row of the benchmark as it was measured. */
export type Measured = {
  readonly id: string
  readonly title: string
  /** How long the measuring took. */
  readonly seconds: number
  readonly met: boolean
  readonly results: readonly Result[]
}

const COLUMNS = [
  'what',
  'against',
  'ours',
  'other',
  'ratio or value',
  '95 % below',
  'goal',
  '',
] as const

/** Three digits are as many as a measurement has; sizes of a kilobyte keep them all. */
const figure = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)

function cells(result: Result): string[] {
  const { what, unit, goal, met, upper } = result
  const verdict = goal === null ? '' : met ? 'met' : 'MISSED'
  if (result.kind === 'valued') {
    const [value, most] = [result.value, goal].map((one) =>
      one === null ? '–' : `${figure(one ?? 0)} ${unit}`,
    )
    return [what, '', '', '', value ?? '', figure(upper), most ?? '', verdict]
  }
  const [ours, other] = [result.ours, result.other].map(
    ({ median, lower, higher }) => `${figure(median)} ${unit} (${figure(lower)}–${figure(higher)})`,
  )
  const ratios = [result.ratio, upper, goal].map((one) =>
    one === null ? '–' : `${one.toFixed(one < 0.5 ? 3 : 2)} ×`,
  )
  return [what, result.against, ours ?? '', other ?? '', ...ratios, verdict]
}

/** Why goals of a row were missed, each reason once. */
function reasons(results: readonly Result[]): string[] {
  const limits = results.filter(({ met, limit }) => !met && limit !== '').map(({ limit }) => limit)
  return [...new Set(limits)].map((limit) => `    ${limit}`)
}

/** The benchmark for a terminal: one line a result, and beneath a row why its goals were missed. */
export function table(measured: readonly Measured[]): string {
  const all = [COLUMNS, ...measured.flatMap(({ results }) => results.map(cells))]
  const widths = COLUMNS.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()
  const lines = measured.flatMap(({ id, seconds, results }) => [
    `${id} (${seconds.toFixed(0)} s)`,
    ...results.map((result) => line(cells(result))),
    ...reasons(results),
  ])
  return `${[line(COLUMNS), ...lines].join('\n')}\n`
}
