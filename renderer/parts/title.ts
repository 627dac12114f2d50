import { useEffect } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { useWords } from './words.ts'

/**
 * The title bar, and what the system's list of windows says: what is shown of a connection, and whose it
 * is. While the overview is looked at, what is beneath it is not shown.
 */
export function useTitle(snapshot: Snapshot, what: string): void {
  const { connections, connectionId, overview } = snapshot
  const words = useWords()
  const shown = connections.find(({ id }) => id === connectionId)
  const title = words.window.title(what, shown?.name ?? '', shown?.accountId ?? '')
  useBareTitle(overview ? words.overview.title : title)
}

/** The same of what is about no single connection. */
export function useBareTitle(title: string): void {
  const words = useWords()
  useEffect(() => {
    document.title = title
    return () => {
      document.title = words.app.name
    }
  }, [title, words])
}

/** What the title bar says of a step. */
export function useStepTitled(snapshot: Snapshot, step: StepId): string {
  const words = useWords()
  const number = snapshot.steps.findIndex(({ id }) => id === step) + 1
  return words.app.stepTitled(number, stepTitle(words, step, snapshot))
}
