import { vi } from 'vitest'

/**
 * Waits until `look` no longer throws, and gives what it found. The limit is for what never comes, not
 * for what is slow on a busy machine: the second that Vitest waits by itself is too little there.
 */
export const until = <T>(look: () => T | Promise<T>): Promise<T> =>
  // oxlint-disable-next-line no-restricted-properties -- the one place that says how long
  vi.waitFor(look, { timeout: 30_000, interval: 1 })
