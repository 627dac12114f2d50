import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef, useState } from 'react'
import type { ConnectionState } from '../../electron/contract/overview.ts'
import type { ConnectionSummary, Snapshot } from '../../electron/contract/snapshot.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { connectionName } from '../../electron/texts/connection-name.ts'
import { overviewRow, type OverviewRow } from '../../electron/texts/overview.ts'
import { type Refusal, type Send, useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { Notices } from '../parts/Notices.tsx'
import { Table, type Column } from '../parts/Table.tsx'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'

type Row = OverviewRow & { readonly connection: ConnectionSummary }

/** All connections side by side, for whoever has many: how each stands and what it waits for. */
export function Overview({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const send = useSend()
  const moment = useMoment()
  const title = useFocusMeanwhile()
  const { connections, connectionId } = snapshot
  const shown = connections.find(({ id }) => id === connectionId)
  const rows = connections.map((connection) => ({
    ...overviewRow(words, connection, moment),
    connection,
  }))
  return (
    <main className="main">
      <div className="main-inner main-wide">
        {refusal && <Notices snapshot={snapshot} refusal={refusal} />}
        <section
          className="panel"
          data-panel="overview"
          data-step="connections"
          aria-labelledby="overview-title"
        >
          <div className="panel-head">
            <h2 id="overview-title" tabIndex={-1} ref={title}>
              {words.overview.title}
            </h2>
            <p className="quiet">{words.overview.intro}</p>
          </div>
          <div className="actions">
            {shown && (
              <ActionButton
                action="close-overview"
                variant="primary"
                onClick={() => send({ step: 'connections', action: 'close-overview' })}
              >
                {words.overview.back(connectionName(words, shown))}
              </ActionButton>
            )}
            <ActionButton
              action="save-page"
              iconName="download"
              onClick={() => send({ step: 'connections', action: 'save-page' })}
            >
              {words.overview.savePage}
            </ActionButton>
            <ActionButton
              action="save-table"
              iconName="download"
              onClick={() => send({ step: 'connections', action: 'save-table' })}
            >
              {words.overview.saveTable}
            </ActionButton>
          </div>
          <Card>
            <Table<Row>
              label={words.overview.title}
              columns={columnsOf(words, send)}
              items={rows}
              keyOf={({ id }) => id}
            />
          </Card>
        </section>
      </div>
    </main>
  )
}

function columnsOf({ overview }: Catalogue, send: Send): readonly Column<Row>[] {
  const { columns } = overview
  return [
    {
      id: 'name',
      header: columns.name,
      isRowHeader: true,
      minWidth: 120,
      cell: ({ id, name }) => (
        <button
          type="button"
          className="link"
          data-action="select"
          data-connection={id}
          aria-label={overview.open(name)}
          onClick={() => send({ step: 'connections', action: 'select', id })}
        >
          <Isolated text={name} />
        </button>
      ),
    },
    {
      id: 'account',
      header: columns.account,
      minWidth: 130,
      cell: ({ account }) => <span className="digits">{account}</span>,
    },
    {
      id: 'state',
      header: columns.state,
      minWidth: 130,
      cell: ({ state, connection }) => (
        <StatusIndicator type={INDICATORS[connection.standing.state]}>{state}</StatusIndicator>
      ),
    },
    { id: 'proof', header: columns.proof, minWidth: 140, cell: ({ proof }) => proof },
    {
      id: 'waits',
      header: columns.waits,
      minWidth: 160,
      cell: ({ waits }) => waits.map((line) => <p key={line}>{line}</p>),
    },
  ]
}

const INDICATORS: Readonly<Record<ConnectionState, StatusIndicatorProps.Type>> = {
  'under-way': 'in-progress',
  attention: 'warning',
  registered: 'success',
  'registered-unverified': 'info',
  requested: 'pending',
  'said-connected': 'info',
  disconnected: 'stopped',
  locked: 'stopped',
}

/**
 * For the heading of what has just taken the window's place: whoever cannot see it is led there, and
 * back afterwards: to where they were, or to the heading of what is shown then.
 */
function useFocusMeanwhile() {
  const heading = useRef<HTMLHeadingElement>(null)
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    heading.current?.focus()
    return () => {
      const isThere = opener !== document.body && opener?.checkVisibility()
      const back = isThere ? opener : document.querySelector('#panel-title')
      if (back instanceof HTMLElement) back.focus()
    }
  }, [opener])
  return heading
}
