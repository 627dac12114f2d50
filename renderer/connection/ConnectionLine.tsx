import Icon from '@cloudscape-design/components/icon'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ConnectionSummary } from '../../electron/contract/snapshot.ts'
import { useSend } from '../bridge/bridge.ts'
import { connectionName } from '../../electron/texts/connection-name.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from '../parts/words.ts'

/** One connection in the switcher: name, account, how far it is. Pressing it shows it. */
export function ConnectionLine({
  connection,
  shown,
  onChosen,
}: {
  readonly connection: ConnectionSummary
  readonly shown: boolean
  /** Closes the menu. */
  readonly onChosen: () => void
}) {
  const words = useWords()
  const send = useSend()
  const { id, finished, total, atSpot, disconnected, locked } = connection
  return (
    <li data-connection={id}>
      <button
        type="button"
        className="connection"
        data-action="select"
        aria-current={shown ? 'true' : undefined}
        onClick={() => {
          onChosen()
          if (!shown) send({ step: 'connections', action: 'select', id })
        }}
      >
        <span className="connection-check">
          {shown && <Icon name="check" ariaLabel={words.connections.shown} />}
        </span>
        <span className="connection-name">{connectionName(words, connection)}</span>
        {atSpot === 'no' && !disconnected && !locked && (
          <span className="connection-progress quiet">
            {words.connections.progress(finished, total)}
          </span>
        )}
        <span className="connection-account quiet digits">{accountWords(words, connection)}</span>
        <Badge connection={connection} />
      </button>
    </li>
  )
}

function accountWords(words: Catalogue, { accountId, locked }: ConnectionSummary): string {
  if (accountId !== '') return words.connections.account(accountId)
  return locked ? words.connections.unknownAccount : words.connections.noAccount
}

function Badge({ connection }: { readonly connection: ConnectionSummary }) {
  const words = useWords()
  if (connection.locked)
    return <StatusIndicator type="stopped">{words.connections.locked}</StatusIndicator>
  if (connection.needsAttention)
    return <StatusIndicator type="warning">{words.connections.attention}</StatusIndicator>
  if (connection.disconnected)
    return <StatusIndicator type="stopped">{words.disconnected.name}</StatusIndicator>
  switch (connection.atSpot) {
    case 'registered':
      return <StatusIndicator type="success">{words.connections.registered}</StatusIndicator>
    case 'asked':
      return <StatusIndicator type="pending">{words.connections.askedSpot}</StatusIndicator>
    case 'confirmed':
      return <UnverifiedMark>{words.connections.saidConnected}</UnverifiedMark>
    case 'no':
      return null
  }
}
