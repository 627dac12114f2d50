import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiffLine } from '../../electron/contract/ask/bucket.ts'
import { foldDiff } from './foldDiff.ts'

const KINDS = { ' ': 'same', '+': 'added', '-': 'removed' } as const
type Mark = keyof typeof KINDS
const MARKS: readonly Mark[] = [' ', '+', '-']

/** One line for each mark, with its place as text. */
const lines = (marks: readonly Mark[]): DiffLine[] =>
  marks.map((mark, place) => ({ kind: KINDS[mark], text: `${place}` }))
const same = (count: number): Mark[] => Array.from({ length: count }, () => ' ')
/** How many lines are in each part; folded ones are negative. */
const shape = (marks: readonly Mark[]): number[] =>
  foldDiff(lines(marks)).map(({ folded, lines: part }) => (folded ? -part.length : part.length))

describe('a comparison', () => {
  it('shows three lines around a change and folds what is further away', () => {
    expect(shape([...same(10), '+', ...same(9)])).toEqual([-7, 7, -6])
  })

  it('does not fold fewer than four lines, as that is not worth a click', () => {
    expect(shape([...same(7), '+', ...same(6)])).toEqual([-4, 7, 3])
  })

  it('shows what lies between two changes that are near each other', () => {
    expect(shape(['+', ...same(6), '-'])).toEqual([8])
    expect(shape(['+', ...same(10), '-'])).toEqual([4, -4, 4])
  })

  it('folds all of what has not changed at all, unless it is short', () => {
    expect(shape(same(12))).toEqual([-12])
    expect(shape(same(3))).toEqual([3])
    expect(shape([])).toEqual([])
  })

  it('keeps every line in its place, hides no change, and folds only what is far from all', () => {
    const diff = fc
      .array(
        fc.oneof({ weight: 6, arbitrary: fc.constant<Mark>(' ') }, fc.constantFrom(...MARKS)),
        {
          maxLength: 60,
        },
      )
      .map(lines)
    fc.assert(
      fc.property(diff, (all) => {
        const parts = foldDiff(all)
        expect(parts.flatMap((part) => part.lines)).toEqual(all)
        const changes = all.filter(({ kind }) => kind !== 'same').map(({ text }) => Number(text))
        for (const { folded, lines: part } of parts) {
          if (!folded) continue
          expect(part.length).toBeGreaterThanOrEqual(4)
          const near = part.filter(({ text }) =>
            changes.some((place) => Math.abs(place - Number(text)) <= 3),
          )
          expect(near).toEqual([])
        }
      }),
    )
  })

  it('leaves no long run unfolded that is far from every change', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (before, after) => {
        const unfolded = foldDiff(lines([...same(before), '-', ...same(after)]))
          .filter(({ folded }) => !folded)
          .flatMap((part) => part.lines)
        expect(unfolded.length).toBeLessThanOrEqual(1 + 2 * (3 + 3))
      }),
    )
  })
})
