import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { APP, closedLine, statusLine, stepTitle } from '../../electron/texts/en/app.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { countOf, isUnverified, needsAttention } from '../checklist/line.ts'
import { isClosed } from '../checklist/registered.ts'

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

/** The state of a step as icon, colour and words. */
export function StepStatus({
  status,
  closed,
  numberOf,
}: {
  readonly status: Status
  /** The connection is registered, and nothing is looked at any more. */
  readonly closed: boolean
  readonly numberOf: (step: StepId) => number
}) {
  if (isUnverified(status)) return <UnverifiedMark />
  if (closed && status.kind === 'pending')
    return <StatusIndicator type="stopped">{closedLine(status, numberOf)}</StatusIndicator>
  const type = needsAttention(status) ? 'warning' : INDICATORS[status.kind]
  return <StatusIndicator type={type}>{statusLine(status, numberOf)}</StatusIndicator>
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
  const { steps, byHand } = snapshot
  const closed = isClosed(snapshot)
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return (
    <nav className="checklist" aria-label={APP.steps}>
      <h2>{APP.checklist}</h2>
      <p className="checklist-count">{countLine(snapshot)}</p>
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
              <span className="line-title">{stepTitle(id, byHand)}</span>
              <span className="line-status">
                <StepStatus status={status} closed={closed} numberOf={numberOf} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function countLine(snapshot: Snapshot): string {
  const count = countOf(snapshot)
  switch (count.kind) {
    case 'under-way':
      return APP.progress(count.finished, count.total)
    case 'registered':
      return APP.registered(count.unverified, count.delivered)
  }
}
