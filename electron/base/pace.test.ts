import { expect, test } from 'vitest'
import { createPace } from './pace.ts'
import { PUT_OFF_AT_MOST, SLOWEST_MS } from './waits.ts'

/** The times between the beginnings of looks, as often as `looks` says. */
function gaps(pace: ReturnType<typeof createPace>, looks: number): number[] {
  return Array.from({ length: looks }, () => pace.next(0))
}

test('looks at even times, after a first one that comes earlier by chance', () => {
  const pace = createPace(2000, () => 0.5)
  expect(gaps(pace, 3)).toEqual([1500, 2000, 2000])
  expect(
    gaps(
      createPace(2000, () => 1),
      2,
    ),
  ).toEqual([1000, 2000])
})

test('asks ever less of somebody who is asked too much, and more again bit by bit', () => {
  const pace = createPace(2000, () => 0.5)
  gaps(pace, 1)
  const slower = [1, 2, 3, 4, 5].flatMap(() => {
    expect(pace.wasTooMuch()).toBe(true)
    return gaps(pace, 1)
  })
  expect(slower).toEqual([4000, 8000, 16_000, SLOWEST_MS, SLOWEST_MS])
  pace.wentWell()
  const [next = 0] = gaps(pace, 1)
  expect(next).toBeGreaterThan(2000)
  expect(next).toBeLessThan(SLOWEST_MS)
  for (let look = 0; look < 20; look++) pace.wentWell()
  expect(gaps(pace, 1)).toEqual([2000])
})

test('does not go on in step where many were too much at once', () => {
  const all = [0, 0.25, 0.5, 0.75].map((random) => {
    const pace = createPace(2000, () => random)
    gaps(pace, 1)
    pace.wasTooMuch()
    return gaps(pace, 1)[0]
  })
  expect(new Set(all).size).toBe(all.length)
})

test('says when it was too much for too long', () => {
  const pace = createPace(2000)
  const said = Array.from({ length: PUT_OFF_AT_MOST + 1 }, () => pace.wasTooMuch())
  expect(said.lastIndexOf(true)).toBe(PUT_OFF_AT_MOST - 1)
  expect(said.at(-1)).toBe(false)
  pace.wentWell()
  expect(pace.wasTooMuch()).toBe(true)
})
