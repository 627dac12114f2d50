import { useState } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { APP, statusLine, stepTitle } from '../../electron/texts/en/app.ts'
import { isWorthTelling } from '../checklist/line.ts'

/** Tells screen readers, politely, which lines have changed. */
export function Announcer({
  steps,
  byHand,
}: {
  readonly steps: readonly StepView[]
  readonly byHand: boolean
}) {
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  const [told, setTold] = useState({ steps, words: '' })
  if (told.steps !== steps) {
    const changed = steps.filter((view, index) => isWorthTelling(view, told.steps[index]))
    const words = changed.map(({ id, status }) =>
      APP.announce(numberOf(id), stepTitle(id, byHand), statusLine(status, numberOf)),
    )
    setTold({ steps, words: words.length > 0 ? words.join('. ') : told.words })
  }
  return (
    <output className="for-screen-readers" aria-live="polite">
      {told.words}
    </output>
  )
}
