import Icon from '@cloudscape-design/components/icon'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { isAskedOfSpot, isSaidConnected } from '../checklist/asked.ts'
import { countOf, isUnverified, needsAttention } from '../checklist/line.ts'
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

/** The state of a step as an icon alone, where there is no room for the words. */
function StepMark({ status, closed }: { readonly status: Status; readonly closed: boolean }) {
  if (isUnverified(status) || isSaidConnected(status)) return <Icon name="edit" />
  return <StatusIndicator type={indicatorOf(status, closed)} />
}

function indicatorOf(status: Status, closed: boolean): StatusIndicatorProps.Type {
  if (closed && status.kind === 'pending' && !isAskedOfSpot(status)) return 'stopped'
  return needsAttention(status) ? 'warning' : INDICATORS[status.kind]
}

/** The state of a step as icon, colour and words. */
export function StepStatus({
  status,
  closed,
}: {
  readonly status: Status
  /** The connection is registered, and nothing is looked at any more. */
  readonly closed: boolean
}) {
  const words = useWords()
  if (isUnverified(status)) return <UnverifiedMark />
  if (isSaidConnected(status))
    return <UnverifiedMark>{words.app.lines.saidConnected}</UnverifiedMark>
  const line = closed && !isAskedOfSpot(status) ? closedLine : statusLine
  return <StatusIndicator type={indicatorOf(status, closed)}>{line(words, status)}</StatusIndicator>
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
        {steps.map(({ id, status }) => (
          <li
            key={id}
            data-step={id}
            data-status={status.kind}
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
                <StepMark status={status} closed={closed} />
              </span>
              <span className="for-screen-readers">{words.app.stepNumber(numberOf(id))}</span>
              <span className="line-title">{stepTitle(words, id, snapshot)}</span>
              <span className="line-status">
                <StepStatus status={status} closed={closed} />
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
  if (count.kind === 'under-way') return app.progress(count.finished, count.total)
  if (count.kind === 'asked') return count.isConfirmed ? app.saidConnected : app.askedSpot
  if (count.delivered)
    return count.unverified === 0 ? app.registered : app.registeredUnverified(count.unverified)
  return count.unverified === 0
    ? app.registeredUndelivered
    : app.registeredUnverifiedUndelivered(count.unverified)
}
