import type { Clock } from '../base/clock.ts'
import { isCode, type ErrorCode } from '../errors/failure.ts'

/**
 * Runs again after each of `waits` seconds, as long as it fails with one of `codes`; what it fails with
 * the last time counts. `onWait` is told of each wait, by its number from 1.
 */
export async function repeating<T>(
  run: () => Promise<T>,
  options: {
    readonly codes: readonly ErrorCode[]
    readonly waits: readonly number[]
    readonly clock: Clock
    readonly signal: AbortSignal | undefined
    readonly onWait?: ((attempt: number, ms: number) => void) | undefined
  },
): Promise<T> {
  const { codes, waits, clock, signal, onWait } = options
  for (const [index, seconds] of waits.entries()) {
    try {
      return await run()
    } catch (error) {
      if (!isCode(error, ...codes)) throw error
      onWait?.(index + 1, seconds * 1000)
      await clock.sleep(seconds * 1000, signal)
    }
  }
  return run()
}
