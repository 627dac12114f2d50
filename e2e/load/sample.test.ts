import { expect, test, vi } from 'vitest'
import { drawn, sampleSeed, seedFrom, seedOf } from './sample.ts'

const hundred = Array.from({ length: 100 }, (_, place) => `cell ${place}`)
const name = (one: string): string => one

test('the seed is the day in UTC, or what was said', () => {
  expect(seedOf(new Date('2026-11-29T23:30:00-08:00'))).toBe(20_261_130)
  vi.stubEnv('SAMPLE_SEED', '7')
  expect(sampleSeed()).toBe(7)
  vi.unstubAllEnvs()
  expect(() => seedFrom('yesterday')).toThrow('“yesterday” is no seed')
})

test('the same seed draws the same, in whatever order all of them stand', () => {
  const today = drawn(hundred, 5, 20_261_129, name)
  expect(new Set(today).size).toBe(5)
  expect(drawn(hundred.toReversed(), 5, 20_261_129, name)).toEqual(today)
  expect(drawn(hundred, 5, 20_261_130, name)).not.toEqual(today)
})

test('in the course of days each is drawn', () => {
  const days = Array.from({ length: 200 }, (_, day) => drawn(hundred, 5, day, name))
  expect(new Set(days.flat()).size).toBe(100)
})
