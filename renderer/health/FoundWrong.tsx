import Alert from '@cloudscape-design/components/alert'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepView } from '../../electron/contract/status.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { usePick } from '../checklist/pick.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useWords } from '../parts/words.ts'
import { wrongOf } from './wrong.ts'

/** In a step that is proven: what the last look found wrong all the same, and where that is told whole. */
export function FoundWrong({
  view,
  snapshot,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const pick = usePick()
  const wrong = wrongOf(view, snapshot.health)
  if (wrong.length === 0) return null
  const { codes, buttons } = words.health
  return (
    <Alert
      type="error"
      action={
        <ActionButton action="open-registration" onClick={() => pick('registration')}>
          {buttons.step(stepTitle(words, 'registration', snapshot))}
        </ActionButton>
      }
    >
      <div className="stack-xs" data-found-wrong={view.id}>
        {wrong.map((code) => (
          <p key={code}>{codes[code]}</p>
        ))}
      </div>
    </Alert>
  )
}
