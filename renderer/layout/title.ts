import { useEffect } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { useWords } from '../parts/words.ts'

/** The title bar, and what the system's list of windows says: the step, and whose it is. */
export function useTitle(snapshot: Snapshot, step: StepId): void {
  const { steps, connections, connectionId } = snapshot
  const words = useWords()
  const number = steps.findIndex(({ id }) => id === step) + 1
  const shown = connections.find(({ id }) => id === connectionId)
  const title = words.window.title(
    words.app.stepTitled(number, stepTitle(words, step, snapshot)),
    shown?.name ?? '',
    shown?.accountId ?? '',
  )
  useEffect(() => {
    document.title = title
    return () => {
      document.title = words.app.name
    }
  }, [title, words])
}
