/** Renewed this long before the end, so that a call in progress does not lose its ground. */
export const MARGIN_MS = 5 * 60_000

/** Runs `make` once for all who ask while it is under way. */
export function shared<T>(make: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= make().finally(() => {
      running = null
    })
    return running
  }
}
