import { expect, test } from 'vitest'
import { fail } from '../errors/failure.ts'
import { repeating } from './repeating.ts'

/** Work that fails with each of these and then succeeds, and what was waited between. */
function failing(...failures: readonly unknown[]) {
  const slept: number[] = []
  const left = [...failures]
  const abort = new AbortController()
  const clock = {
    now: () => 0,
    sleep: (ms: number, signal?: AbortSignal): Promise<void> => {
      slept.push(ms)
      return signal?.aborted ? Promise.reject(signal.reason) : Promise.resolve()
    },
  }
  const told: [number, number][] = []
  const { signal } = abort
  const result = () =>
    repeating(
      async () => {
        if (left.length > 0) throw left.shift()
        return 'done'
      },
      {
        codes: ['spot-down', 'spot-throttled'],
        waits: [1, 3],
        clock,
        signal,
        onWait: (attempt, ms) => told.push([attempt, ms]),
      },
    )
  return { result, slept, told, left, abort }
}

test('runs once when nothing is wrong', async () => {
  const { result, slept } = failing()
  expect(await result()).toBe('done')
  expect(slept).toEqual([])
})

test('waits longer each time, and says so before', async () => {
  const { result, slept, told } = failing(fail('spot-down'), fail('spot-throttled'))
  expect(await result()).toBe('done')
  expect(slept).toEqual([1000, 3000])
  expect(told).toEqual([
    [1, 1000],
    [2, 3000],
  ])
})

test('fails with what the last attempt says', async () => {
  const last = fail('spot-throttled')
  const { result, slept } = failing(fail('spot-down'), fail('spot-down'), last, fail('spot-down'))
  await expect(result()).rejects.toBe(last)
  expect(slept).toEqual([1000, 3000])
})

test('repeats nothing else', async () => {
  const wrong = fail('spot-token-wrong')
  const { result, slept, left } = failing(fail('spot-down'), wrong, fail('spot-down'))
  await expect(result()).rejects.toBe(wrong)
  expect([slept, left.length]).toEqual([[1000], 1])
})

test('ends with the wait that is cancelled', async () => {
  const { result, abort, left } = failing(fail('spot-down'), fail('spot-down'))
  const cancelled = fail('cancelled')
  abort.abort(cancelled)
  await expect(result()).rejects.toBe(cancelled)
  expect(left).toHaveLength(1)
})
