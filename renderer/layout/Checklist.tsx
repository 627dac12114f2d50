import Icon from '@cloudscape-design/components/icon'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { isAskedOfSpot, isSaidConnected } from '../checklist/asked.ts'
import { countOf, hasRunOut, isUnverified, needsAttention } from '../checklist/line.ts'
import { isClosed } from '../checklist/registered.ts'
import { closedLine, statusLine, stepTitle } from '../../electron/texts/steps.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from '../parts/words.ts'

const INDICATORS: Readonly<Record<Status['kind'], StatusIndicatorProps.Type>> = {
  waiting: 'not-started',
  checking: 'loading',
  todo: 'info',
  acting: 'in-progress',
  pending: 'pending',
  done: 'success',
  failed: 'error',
  skipped: 'stopped',
}

const EARLIER = { done: 'success', delivery: 'pending' } as const

type Shown = { readonly status: Status; readonly earlier?: StepView['earlier'] | undefined }

/** The state of a step as an icon alone, where there is no room for the words. */
function StepMark({ view, closed }: { readonly view: Shown; readonly closed: boolean }) {
  const { status } = view
  if (isUnverified(status) || isSaidConnected(status)) return <Icon name="edit" />
  return <StatusIndicator {...indicatorOf(view, closed)} />
}

function indicatorOf(
  { status, earlier }: Shown,
  closed: boolean,
): Pick<StatusIndicatorProps, 'type' | 'colorOverride'> {
  if (closed && status.kind === 'pending' && !isAskedOfSpot(status)) return { type: 'stopped' }
  // Grey: it is no proof now, and nothing is wrong with it.
  if (status.kind === 'waiting' && earlier)
    return { type: EARLIER[earlier.kind], colorOverride: 'grey' }
  return { type: needsAttention(status) ? 'warning' : INDICATORS[status.kind] }
}

/** The state of a step as icon, colour and words. */
export function StepStatus({
  view,
  closed,
}: {
  readonly view: Shown
  /** The connection is registered, and nothing is looked at any more. */
  readonly closed: boolean
}) {
  const words = useWords()
  const { status } = view
  if (isUnverified(status)) return <UnverifiedMark />
  if (isSaidConnected(status))
    return <UnverifiedMark>{words.app.lines.saidConnected}</UnverifiedMark>
  const line = closed && !isAskedOfSpot(status) ? closedLine : statusLine
  return (
    <StatusIndicator {...indicatorOf(view, closed)}>
      {status.kind === 'waiting' && view.earlier
        ? words.app.lines.earlier[view.earlier.kind]
        : line(words, status)}
    </StatusIndicator>
  )
}

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
  const closed = isClosed(snapshot)
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return (
    <nav className="checklist" aria-label={words.app.steps}>
      <h2>{words.app.checklist}</h2>
      <p className="checklist-count">{countLine(words, snapshot)}</p>
      <ol>
        {steps.map(({ id, status, earlier }) => (
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
                <StepMark view={{ status, earlier }} closed={closed} />
              </span>
              <span className="for-screen-readers">{words.app.stepNumber(numberOf(id))}</span>
              <span className="line-title">{stepTitle(words, id, snapshot)}</span>
              <span className="line-status">
                <StepStatus view={{ status, earlier }} closed={closed} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
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
