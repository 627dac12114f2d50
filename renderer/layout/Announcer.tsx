import { useState } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { type Circumstances, statusLine, stepTitle } from '../../electron/texts/steps.ts'
import { isWorthTelling } from '../checklist/line.ts'
import { useWords } from '../parts/words.ts'

/** Tells screen readers, politely, which lines have changed. */
export function Announcer({
  steps,
  under,
}: {
  readonly steps: readonly StepView[]
  readonly under: Circumstances
}) {
  const words = useWords()
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  const [told, setTold] = useState<{
    readonly steps: readonly StepView[]
    readonly changed: readonly StepView[]
  }>({ steps, changed: [] })
  if (told.steps !== steps) {
    const changed = steps.filter((view, index) => isWorthTelling(view, told.steps[index]))
    setTold({ steps, changed: changed.length > 0 ? changed : told.changed })
  }
  const lines = told.changed.map(({ id, status }) =>
    words.app.announce(
      numberOf(id),
      stepTitle(words, id, under),
      statusLine(words, status, numberOf),
    ),
  )
  return (
    <output className="for-screen-readers" aria-live="polite">
      {lines.join('. ')}
    </output>
  )
}
