import ProgressBar from '@cloudscape-design/components/progress-bar'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { StackEventView } from '../../../electron/contract/ask/stack.ts'
import type { Progress } from '../../../electron/contract/status.ts'
import { isCreating, STACK_PROGRESS, stackStatusWords } from '../../../electron/texts/en/stack.ts'
import { Card } from '../../parts/Card.tsx'
import { clockTime } from '../../parts/time.ts'

/** The stack that AWS works on: how far it is, and each event as AWS reports it. */
export function StackProgress({
  progress,
}: {
  readonly progress: Progress & { readonly kind: 'stack' }
}) {
  const { stackName, status, finished, total } = progress
  const state = `${STACK_PROGRESS.status}: ${stackStatusWords(status)}`
  return (
    <>
      <Card title={STACK_PROGRESS.title(status, stackName)}>
        {isCreating(status) ? (
          <ProgressBar
            value={total === 0 ? 0 : Math.round((finished / total) * 100)}
            label={STACK_PROGRESS.bar}
            description={STACK_PROGRESS.count(finished, total)}
            additionalInfo={state}
          />
        ) : (
          <StatusIndicator type="in-progress">{state}</StatusIndicator>
        )}
        <p>{STACK_PROGRESS.mayClose}</p>
      </Card>
      <Card title={STACK_PROGRESS.events}>
        <Events events={progress.events} />
      </Card>
    </>
  )
}

function Events({ events }: { readonly events: readonly StackEventView[] }) {
  return (
    <Table
      variant="embedded"
      wrapLines
      items={events.toReversed()}
      empty={STACK_PROGRESS.noEvents}
      ariaLabels={{ tableLabel: STACK_PROGRESS.events }}
      columnDefinitions={COLUMNS}
    />
  )
}

const COLUMNS: TableProps<StackEventView>['columnDefinitions'] = [
  {
    id: 'time',
    header: STACK_PROGRESS.columns.time,
    width: 130,
    cell: ({ time }) => clockTime(time),
  },
  {
    id: 'resource',
    header: STACK_PROGRESS.columns.resource,
    isRowHeader: true,
    cell: ({ logicalId, type }) => (
      <div>
        <strong>{logicalId}</strong>
        <p className="quiet">{type}</p>
      </div>
    ),
  },
  {
    id: 'status',
    header: STACK_PROGRESS.columns.status,
    minWidth: 160,
    cell: ({ status }) => (
      <StatusIndicator type={indicatorOf(status)}>{stackStatusWords(status)}</StatusIndicator>
    ),
  },
  { id: 'reason', header: STACK_PROGRESS.columns.reason, cell: ({ reason }) => reason },
]

function indicatorOf(status: string): StatusIndicatorProps.Type {
  if (status.endsWith('_FAILED')) return 'error'
  if (status.includes('ROLLBACK')) return 'warning'
  if (status.endsWith('_COMPLETE')) return 'success'
  return 'in-progress'
}
