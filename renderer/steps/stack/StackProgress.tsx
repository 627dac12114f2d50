import ProgressBar from '@cloudscape-design/components/progress-bar'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { StackEventView } from '../../../electron/contract/ask/stack.ts'
import type { Progress } from '../../../electron/contract/status.ts'
import { Card } from '../../parts/Card.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { FOREIGN } from '../../parts/foreign.ts'
import { wordsFor, type Catalogue } from '../../../electron/texts/catalogue.ts'
import type { Locale } from '../../../electron/texts/locale.ts'
import { isCreating, stackDoing } from '../../../electron/contract/stack-status.ts'
import { useLocale, useWords } from '../../parts/words.ts'

/** The stack that AWS works on: how far it is, and each event as AWS reports it. */
export function StackProgress({
  progress,
}: {
  readonly progress: Progress & { readonly kind: 'stack' }
}) {
  const words = useWords()
  const { stackName, status, finished, total } = progress
  const state = words.stack.progress.state(wordsFor(words.stack.statusWords, status))
  return (
    <>
      <Card title={words.stack.doing[stackDoing(status)].title(stackName)}>
        {isCreating(status) ? (
          <ProgressBar
            value={total === 0 ? 0 : Math.round((finished / total) * 100)}
            label={words.stack.progress.bar}
            description={words.stack.progress.count(finished, total)}
            additionalInfo={state}
          />
        ) : (
          <StatusIndicator type="in-progress">{state}</StatusIndicator>
        )}
        <p>{words.stack.progress.mayClose}</p>
      </Card>
      <Card title={words.stack.progress.events}>
        <Events events={progress.events} />
      </Card>
    </>
  )
}

function Events({ events }: { readonly events: readonly StackEventView[] }) {
  const words = useWords()
  return (
    <Table
      label={words.stack.progress.events}
      columns={columnsOf(words, useLocale())}
      items={events.toReversed()}
      keyOf={(event) => JSON.stringify(event)}
      empty={words.stack.progress.noEvents}
    />
  )
}

const columnsOf = (
  words: Catalogue,
  { clockWithSeconds }: Locale,
): readonly Column<StackEventView>[] => [
  {
    id: 'time',
    header: words.stack.progress.columns.time,
    width: 130,
    cell: ({ time }) => clockWithSeconds(time),
  },
  {
    id: 'resource',
    header: words.stack.progress.columns.resource,
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
    header: words.stack.progress.columns.status,
    minWidth: 160,
    cell: ({ status }) => (
      <StatusIndicator type={indicatorOf(status)}>
        {wordsFor(words.stack.statusWords, status)}
      </StatusIndicator>
    ),
  },
  {
    id: 'reason',
    header: words.stack.progress.columns.reason,
    cell: ({ reason }) => <span lang={FOREIGN}>{reason}</span>,
  },
]

function indicatorOf(status: string): StatusIndicatorProps.Type {
  if (status.endsWith('_FAILED')) return 'error'
  if (status.includes('ROLLBACK')) return 'warning'
  if (status.endsWith('_COMPLETE')) return 'success'
  return 'in-progress'
}
