import { useState } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { statusLine, stepTitle } from '../../electron/texts/steps.ts'
import { isWorthTelling } from '../checklist/line.ts'
import { useWords } from '../parts/words.ts'

/** Tells screen readers, politely, which lines have changed. */
export function Announcer({
  steps,
  byHand,
}: {
  readonly steps: readonly StepView[]
  readonly byHand: boolean
}) {
  const words = useWords()
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  const [told, setTold] = useState({ steps, sentence: '' })
  if (told.steps !== steps) {
    const changed = steps.filter((view, index) => isWorthTelling(view, told.steps[index]))
    const lines = changed.map(({ id, status }) =>
      words.app.announce(
        numberOf(id),
        stepTitle(words, id, byHand),
        statusLine(words, status, numberOf),
      ),
    )
    setTold({ steps, sentence: lines.length > 0 ? lines.join('. ') : told.sentence })
  }
  return (
    <output className="for-screen-readers" aria-live="polite">
      {told.sentence}
    </output>
  )
}
