import { useEffect, useSyncExternalStore } from 'react'

/*
 * While a dialog is open or a form is being filled in, the window stays where the person is: neither
 * the step nor what has the focus changes under their hands. What has happened meanwhile is shown, and
 * told, once they let go.
 */

/** What holds the window: an open dialog besides makes everything behind it unheard. */
type Holder = 'dialog' | 'form'

const holders: Record<Holder, number> = { dialog: 0, form: 0 }
const listeners = new Set<() => void>()

/** Holds the window until the function it returns is called. */
function hold(holder: Holder): () => void {
  const count = (by: number): void => {
    holders[holder] += by
    for (const listener of listeners) listener()
  }
  count(1)
  return () => count(-1)
}

/** Holds the window while the component is drawn and `on` is true. */
export function useHolding(holder: Holder, on: boolean): void {
  useEffect(() => (on ? hold(holder) : undefined), [holder, on])
}

/** Whether this holds the window now. */
export function useHeldBy(holder: Holder): boolean {
  return useSyncExternalStore(subscribe, () => holders[holder] > 0)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
