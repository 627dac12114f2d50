import { named } from './failures.ts'

/** How long a request may take. */
export type Patience = {
  /** A byte has come: the wait for the next one begins. */
  readonly stir: () => void
  /** If no byte has come yet, the wait for the first one begins anew, and may last this long. */
  readonly startAgain: (ms: number) => void
  readonly end: () => void
  readonly hasEnded: () => boolean
}

/** Begins to wait for `hostname`; `giveUp` is called when a wait was in vain. */
export function havePatience(
  { inactivityMs, deadlineMs }: { readonly inactivityMs: number; readonly deadlineMs: number },
  hostname: string,
  giveUp: (failure: Error) => void,
): Patience {
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let stirred = 0
  const wait = (ms: number): void => {
    clearTimeout(timer)
    if (ended) return
    timer = setTimeout(() => {
      giveUp(named('TimeoutError', `No answer from ${hostname}`, { code: 'ETIMEDOUT' }))
    }, ms)
  }
  const deadline = setTimeout(() => {
    giveUp(named('EndlessReply', `No whole answer from ${hostname} in ${deadlineMs} ms`))
  }, deadlineMs)
  return {
    stir() {
      stirred += 1
      wait(inactivityMs)
    },
    startAgain(ms) {
      // The first stir is the sending itself.
      if (stirred === 1) wait(ms)
    },
    end() {
      ended = true
      clearTimeout(timer)
      clearTimeout(deadline)
    },
    hasEnded: () => ended,
  }
}
