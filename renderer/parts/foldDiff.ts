import type { DiffLine } from '../../electron/contract/ask/bucket.ts'

/** Unchanged lines kept around a change, so that it can be read in its place. */
const CONTEXT = 3
/** A shorter run of unchanged lines is not worth a click. */
const WORTH_FOLDING = 4

/** A run of lines; `folded` ones are unchanged and far from any change. */
export type DiffPart = { readonly folded: boolean; readonly lines: readonly DiffLine[] }

/** Splits a comparison into what is shown at once and long unchanged runs; keeps order and lines. */
export function foldDiff(diff: readonly DiffLine[]): readonly DiffPart[] {
  const changed = diff.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]))
  const near = (index: number): boolean =>
    changed.some((place) => Math.abs(place - index) <= CONTEXT)
  const parts: { folded: boolean; lines: DiffLine[] }[] = []
  for (const [index, line] of diff.entries()) {
    const folded = !near(index)
    const last = parts.at(-1)
    if (last?.folded === folded) last.lines.push(line)
    else parts.push({ folded, lines: [line] })
  }
  return parts.map(({ folded, lines }) => ({
    folded: folded && lines.length >= WORTH_FOLDING,
    lines,
  }))
}
