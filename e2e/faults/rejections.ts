const watchers = new Set<(reason: string) => void>()

const tellAll = (reason: unknown): void => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  for (const tell of watchers) tell(text)
}

/**
 * Tells of every promise that is rejected with nobody to see it, until the function it returns is
 * called. Whose it is nobody can tell: all who watch at that moment are told.
 */
export function watchRejections(tell: (reason: string) => void): () => void {
  if (watchers.size === 0) process.on('unhandledRejection', tellAll)
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
    if (watchers.size === 0) process.off('unhandledRejection', tellAll)
  }
}
