import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { countOf, hasRunOut } from '../checklist/line.ts'
import { isClosed } from '../checklist/registered.ts'
import { stepAhead, stepTitle } from '../../electron/texts/steps.ts'
import { StepMark, StepStatus } from './StepStatus.tsx'
import { isOutOfReach } from '../preflight/foresight.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from '../parts/words.ts'

/** The left column: one line per step, each a button that shows the step. */
export function Checklist({
  snapshot,
  selected,
  onPick,
}: {
  readonly snapshot: Snapshot
  readonly selected: StepId
  readonly onPick: (step: StepId) => void
}) {
  const words = useWords()
  const { steps } = snapshot
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return (
    <nav className="checklist" aria-label={words.app.steps}>
      <h2>{words.app.checklist}</h2>
      <p className="checklist-count">{countLine(words, snapshot)}</p>
      <ol>
        {steps.map((view) => {
          const { id, status, earlier } = view
          return (
            <li
              key={id}
              data-step={id}
              data-status={status.kind}
              data-earlier={earlier?.kind}
              data-ran-out={hasRunOut(status) || undefined}
              data-progress={'progress' in status ? status.progress.kind : undefined}
            >
              <button
                type="button"
                className="line"
                data-action="show"
                aria-current={id === selected ? 'step' : undefined}
                onClick={() => onPick(id)}
              >
                <span className="line-number" aria-hidden="true">
                  {numberOf(id)}
                </span>
                <span className="line-mark" aria-hidden="true">
                  <StepMark view={view} snapshot={snapshot} />
                </span>
                <span className="for-screen-readers">{words.app.stepNumber(numberOf(id))}</span>
                <span className="line-title">{stepTitle(words, id, snapshot)}</span>
                <span className="line-status">
                  <StepStatus view={view} snapshot={snapshot} />
                  <Ahead view={view} snapshot={snapshot} />
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Behind “Later”, for whoever looks at the line: what the step will need, and how long it takes. */
function Ahead({ view, snapshot }: { readonly view: StepView; readonly snapshot: Snapshot }) {
  const words = useWords()
  const { id, status, earlier } = view
  if (status.kind !== 'waiting' || status.for.length === 0 || earlier) return null
  if (isClosed(snapshot) || snapshot.reopened || isOutOfReach(snapshot, view)) return null
  const { brief, minutes } = stepAhead(words, id, snapshot)
  return <span className="line-ahead">{words.app.lines.laterWith(brief, minutes)}</span>
}

function countLine({ app }: Catalogue, snapshot: Snapshot): string {
  const count = countOf(snapshot)
  if (count.kind === 'under-way')
    return count.unseen === 0
      ? app.progress(count.finished, count.total)
      : app.progressUnseen(count.finished, count.total, count.unseen)
  if (count.kind === 'asked') return count.isConfirmed ? app.saidConnected : app.askedSpot
  if (count.delivered)
    return count.unverified === 0 ? app.registered : app.registeredUnverified(count.unverified)
  return count.unverified === 0
    ? app.registeredUndelivered
    : app.registeredUnverifiedUndelivered(count.unverified)
}
