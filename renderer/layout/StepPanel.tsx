import { type RefObject, useEffect, useRef } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { FromFile } from '../hand-over/FromFile.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { isClosed } from '../checklist/registered.ts'
import { StepBody } from '../steps/StepBody.tsx'
import { StepStatus } from './Checklist.tsx'
import { foresightOf, lackingSteps, offersAsking } from '../preflight/foresight.ts'
import { PreflightNote } from '../preflight/PreflightNote.tsx'
import { stepPurpose, stepTitle } from '../../electron/texts/steps.ts'
import { useWords } from '../parts/words.ts'

/** The main area: heading of the selected step, and what its status asks or shows. */
export function StepPanel({
  view,
  snapshot,
  moves,
  refusal,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  /** Grows when the window changed the step by itself. */
  readonly moves: number
  readonly refusal: AppError | null
}) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const shows = `${view.status.kind} ${snapshot.wipe.kind}`
  useHeadingFocus(heading, view.id, shows, moves)
  // A refusal about a field is shown beside it, as a problem with the last input is.
  const besideField = refusal?.field !== undefined && view.status.kind === 'todo'
  const foresight = foresightOf(snapshot, view)
  // What stopped the step comes first; what was foreseen is folded below it.
  const hasFailed = view.status.kind === 'failed'
  const lacking = lackingSteps(snapshot)
  const note = (
    <PreflightNote step={view.id} foresight={foresight} lacking={lacking} isFolded={hasFailed} />
  )
  const numberOf = (step: StepId): number => snapshot.steps.findIndex(({ id }) => id === step) + 1
  return (
    <section
      className="panel"
      data-panel={view.id}
      data-step={view.id}
      aria-labelledby="panel-title"
    >
      <div className="panel-head">
        <div className="panel-eyebrow">
          <span>{words.app.stepOf(numberOf(view.id), snapshot.steps.length)}</span>
          <StepStatus status={view.status} closed={isClosed(snapshot)} numberOf={numberOf} />
        </div>
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          {stepTitle(words, view.id, snapshot.byHand)}
        </h2>
        <p className="panel-purpose">{stepPurpose(words, view.id, snapshot.byHand)}</p>
      </div>
      {refusal && !besideField && <ErrorNotice error={refusal} />}
      <FromFile view={view} proposal={snapshot.proposal} />
      {!hasFailed && note}
      <StepBody
        key={view.id}
        view={view}
        snapshot={snapshot}
        note={hasFailed ? note : null}
        asking={offersAsking(foresight, view, snapshot)}
        refusal={besideField ? refusal : null}
      />
    </section>
  )
}

/**
 * Moves focus to the heading when the window went to another step by itself, and when the focused
 * button has disappeared with what it belonged to (`shows` says which content is drawn).
 */
function useHeadingFocus(
  heading: RefObject<HTMLHeadingElement | null>,
  step: StepId,
  shows: string,
  moves: number,
): void {
  const shown = useRef({ step, shows, moves })
  useEffect(() => {
    const before = shown.current
    shown.current = { step, shows, moves }
    const lost =
      before.step === step && before.shows !== shows && document.activeElement === document.body
    if (before.moves !== moves || lost) heading.current?.focus({ preventScroll: true })
    if (before.step !== step) heading.current?.closest('.panel')?.scrollIntoView()
  }, [heading, step, shows, moves])
}
