import { expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

test('a wait longer than any timer is long, and not none at all', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  let over = false
  systemClock.sleep(1e15).then(
    () => (over = true),
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(86_400_000)
  expect(over).toBe(false)
})
