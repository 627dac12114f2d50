const cancelled = (): Error =>
  Object.assign(new Error('The call was cancelled'), { name: 'AbortError' })

/** Rejects as soon as the signal says so, also if the work, which others may wait for, goes on. */
export function unlessCancelled<T>(
  signal: AbortSignal | undefined,
  start: () => Promise<T>,
): Promise<T> {
  if (!signal) return start()
  if (signal.aborted) return Promise.reject(cancelled())
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(cancelled())
    signal.addEventListener('abort', onAbort, { once: true })
    start()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort))
  })
}
