import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { Status, StepId, StepView } from '../../electron/contract.ts'
import { APP, statusLine, STEPS } from '../../electron/texts/app.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'

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
  numberOf,
}: {
  readonly status: Status
  readonly numberOf: (step: StepId) => number
}) {
  if (isUnverified(status)) return <UnverifiedMark />
  const type = needsAttention(status) ? 'warning' : INDICATORS[status.kind]
  return <StatusIndicator type={type}>{statusLine(status, numberOf)}</StatusIndicator>
}

function isUnverified(status: Status): boolean {
  return status.kind === 'pending' && status.progress.kind === 'unverified'
}

function needsAttention(status: Status): boolean {
  if (status.kind === 'pending')
    return status.progress.kind === 'delivery' && status.progress.overdue
  return status.kind === 'todo' && (status.problem !== undefined || status.ask.step === 'bucket')
}

/** The left column: one line per step, each a button that shows the step. */
export function Checklist({
  steps,
  selected,
  onPick,
}: {
  readonly steps: readonly StepView[]
  readonly selected: StepId
  readonly onPick: (step: StepId) => void
}) {
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  const finished = steps.filter(
    ({ status }) => status.kind === 'done' || status.kind === 'skipped',
  ).length
  return (
    <nav className="checklist" aria-label={APP.steps}>
      <h2>{APP.checklist}</h2>
      <p className="checklist-count">{APP.progress(finished, steps.length)}</p>
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
              <span className="line-title">{STEPS[id].title}</span>
              <span className="line-status">
                <StepStatus status={status} numberOf={numberOf} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
