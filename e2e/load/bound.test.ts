import { expect, test } from 'vitest'
import { upperBound } from './bound.ts'

test('pairs that agree have no spread, and long ones weigh more', () => {
  const even = [1, 10, 100].map((before) => ({ before, after: before / 2 }))
  expect(upperBound(even, 1)).toEqual({ ratio: 0.5, bound: 0.5 })
  const uneven = upperBound([...even, { before: 1000, after: 1000 }], 1)
  expect(uneven.ratio).toBeCloseTo(1055.5 / 1111)
})

test('pairs that differ have a bound above their ratio, the same by the same seed', () => {
  const pairs = [0.4, 0.5, 0.6, 0.7].map((after) => ({ before: 1, after }))
  const { ratio, bound } = upperBound(pairs, 7)
  expect(ratio).toBeCloseTo(0.55)
  expect(bound).toBeGreaterThan(0.6)
  expect(bound).toBeLessThanOrEqual(0.7 + 1e-9)
  expect(upperBound(pairs, 7)).toEqual({ ratio, bound })
  expect(() => upperBound([], 7)).toThrow('needs a pair')
})
