import { useRef, useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { FromFile } from '../hand-over/FromFile.tsx'
import { FoundWrong } from '../health/FoundWrong.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { drawnOf } from '../checklist/form.ts'
import type { Answered } from '../bridge/bridge.ts'
import { usePanelFocus, useRefusedFocus } from './panelFocus.ts'
import { BarSlot } from '../parts/PrimaryBar.tsx'
import { StepBody } from '../steps/StepBody.tsx'
import { StepStatus } from './StepStatus.tsx'
import { foresightOf, lackingSteps, offersAsking } from '../preflight/foresight.ts'
import { PreflightNote } from '../preflight/PreflightNote.tsx'
import { stepPurpose, stepTitle } from '../../electron/texts/steps.ts'
import { useWords } from '../parts/words.ts'

/** The main area: heading of the selected step, and what its status asks or shows. */
export function StepPanel({
  view,
  snapshot,
  moves,
  answered,
  say,
  refusal,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  /** Grows when the window changed the step by itself. */
  readonly moves: number
  readonly answered: Answered | null
  /** Tells screen readers. */
  readonly say: (text: string) => void
  readonly refusal: AppError | null
}) {
  const words = useWords()
  const panel = useRef<HTMLElement>(null)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const numberOf = (step: StepId): number => snapshot.steps.findIndex(({ id }) => id === step) + 1
  const title = stepTitle(words, view.id, snapshot)
  useRefusedFocus(panel, view, answered)
  usePanelFocus(panel, {
    step: view.id,
    drawn: `${drawnOf(view.status)} ${snapshot.wipe.kind}`,
    moves,
    onMovedElsewhere: () => say(words.app.nowShown(numberOf(view.id), title)),
  })
  // A refusal about a field is shown beside it, as a problem with the last input is.
  const besideField = refusal?.field !== undefined && view.status.kind === 'todo'
  const foresight = foresightOf(snapshot, view)
  // What stopped the step comes first; what was foreseen is folded below it.
  const stopped = view.status.kind === 'failed' ? view.status.error : null
  const note = (
    <PreflightNote
      step={view.id}
      foresight={foresight}
      lacking={lackingSteps(snapshot)}
      stopped={stopped}
    />
  )
  return (
    <section
      ref={panel}
      className="panel"
      data-panel={view.id}
      data-step={view.id}
      aria-labelledby="panel-title"
    >
      <Head view={view} snapshot={snapshot} isFirst={moves === 0} title={title} />
      {refusal && !besideField && <ErrorNotice error={refusal} />}
      <FoundWrong view={view} snapshot={snapshot} />
      <FromFile view={view} proposal={snapshot.proposal} />
      {!stopped && note}
      <BarSlot value={bar}>
        <StepBody
          key={view.id}
          view={view}
          snapshot={snapshot}
          note={stopped ? note : null}
          asking={offersAsking(foresight, view, snapshot)}
          refusal={besideField ? refusal : null}
        />
      </BarSlot>
      <div ref={setBar} className="bar" />
    </section>
  )
}

/** Which step it is, how it stands, and what it is for. */
function Head({
  view,
  snapshot,
  isFirst,
  title,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  /** The window has not gone to another step yet. */
  readonly isFirst: boolean
  readonly title: string
}) {
  const words = useWords()
  const place = snapshot.steps.findIndex(({ id }) => id === view.id) + 1
  return (
    <div className="panel-head">
      <div className="panel-eyebrow">
        <span>{words.app.stepOf(place, snapshot.steps.length)}</span>
        <StepStatus view={view} snapshot={snapshot} />
      </div>
      {/* Another element for another step: what is focused with its old name is not heard anew. */}
      <h2 key={view.id} id="panel-title" className={isFirst ? 'at-start' : undefined} tabIndex={-1}>
        {title}
      </h2>
      <p className="panel-purpose">{stepPurpose(words, view.id, snapshot)}</p>
    </div>
  )
}
