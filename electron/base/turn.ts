/** Work that is due, for several reasons perhaps, and done once. */
export type Due = {
  /** Does it at the end of this turn of the loop, with everything that follows in the turn. */
  readonly due: () => void
  /** Does it at once if it is due. */
  readonly now: () => void
}

/**
 * Does `work` at most once in a turn of Node's loop, after all promises that are settled by then have been
 * followed: steps whose answers have come follow from each other in one turn, and are one change.
 */
export function onceATurn(work: () => void): Due {
  let timer: NodeJS.Immediate | undefined
  const now = (): void => {
    if (timer === undefined) return
    clearImmediate(timer)
    timer = undefined
    work()
  }
  return { due: () => void (timer ??= setImmediate(now)), now }
}
