import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { nextAfter } from '../checklist/flow.ts'
import { usePick } from '../checklist/pick.ts'
import { isClosed } from '../checklist/registered.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { PrimaryBar } from '../parts/PrimaryBar.tsx'
import { useWords } from '../parts/words.ts'

/** The way on from a step of which nothing is to be done now, to the one in turn. */
export function NextStep(props: { readonly from: StepId; readonly snapshot: Snapshot }) {
  const { from, snapshot } = props
  if (isClosed(snapshot) || nextAfter(from, snapshot.steps) === null) return null
  return (
    <PrimaryBar>
      <NextButton {...props} />
    </PrimaryBar>
  )
}

/** The same where the step has a bar of its own. */
export function NextButton({
  from,
  snapshot,
}: {
  readonly from: StepId
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const pick = usePick()
  const next = nextAfter(from, snapshot.steps)
  if (isClosed(snapshot) || next === null) return null
  const number = snapshot.steps.findIndex(({ id }) => id === next) + 1
  return (
    <ActionButton action="next" variant="primary" onClick={() => pick(next)}>
      {words.app.panel.next(number, stepTitle(words, next, snapshot))}
    </ActionButton>
  )
}
