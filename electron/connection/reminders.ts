import type { Clock } from '../base/clock.ts'
import type { Choices } from '../checklist/state-file.ts'
import { analysisDue } from '../contract/first-analysis.ts'

/** What a registered connection waits for; its words are `notifications`. */
export type Due = 'delivery-due' | 'analysis-due'

/** When AWS's first delivery is due, where it was awaited at the registration; null otherwise. */
export function deliveryDueOf({ registered }: Choices): number | null {
  return registered?.steps.find(({ kind }) => kind === 'delivery')?.at ?? null
}

/** What is still to come of a registered connection, and when (ms since the epoch). */
function duesOf(choices: Choices): readonly { readonly due: Due; readonly at: number }[] {
  const { disconnected, registered } = choices
  // Nobody knows when Spot Support answers.
  if (!registered || disconnected || registered.way === 'spot-support') return []
  const delivery = deliveryDueOf(choices)
  return [
    ...(delivery === null ? [] : [{ due: 'delivery-due' as const, at: delivery }]),
    { due: 'analysis-due', at: analysisDue(registered.at) },
  ]
}

export type Reminders = {
  /** Looks what there is to wait for; what was due before is not told any more. */
  readonly follow: (choices: Choices) => void
  readonly stop: () => void
}

/**
 * Tells when something is due that a registered connection waits for, as long as the app runs: nobody is
 * signed in then who could look.
 */
export function createReminders(clock: Clock, onDue: (due: Due) => void): Reminders {
  let waiting = new AbortController()
  let followed = JSON.stringify([])

  async function tell(due: Due, at: number, { signal }: AbortController): Promise<void> {
    try {
      // A clock that stood still, as in a computer that slept, is waited for once more.
      while (clock.now() < at) await clock.sleep(at - clock.now(), signal)
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
    onDue(due)
  }

  return {
    follow(choices) {
      const dues = duesOf(choices)
      if (JSON.stringify(dues) === followed) return
      followed = JSON.stringify(dues)
      waiting.abort()
      waiting = new AbortController()
      for (const { due, at } of dues) if (at > clock.now()) void tell(due, at, waiting)
    },
    stop: () => waiting.abort(),
  }
}
