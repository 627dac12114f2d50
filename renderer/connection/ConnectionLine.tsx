import Icon from '@cloudscape-design/components/icon'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ConnectionSummary } from '../../electron/contract/snapshot.ts'
import { CONNECTIONS } from '../../electron/texts/en/connections.ts'
import { useSend } from '../bridge/bridge.ts'
import { connectionName } from './connectionName.ts'

/** One connection in the switcher: name, account, how far it is. Pressing it shows it. */
export function ConnectionLine({
  connection,
  shown,
  menu,
}: {
  readonly connection: ConnectionSummary
  readonly shown: boolean
  /** Id of the menu, which closes then. */
  readonly menu: string
}) {
  const send = useSend()
  const { id, finished, total, registered, locked } = connection
  return (
    <li data-connection={id}>
      <button
        type="button"
        className="connection"
        data-action="select"
        aria-current={shown ? 'true' : undefined}
        popoverTarget={menu}
        popoverTargetAction="hide"
        onClick={() => {
          if (!shown) send({ step: 'connections', action: 'select', id })
        }}
      >
        <span className="connection-check">
          {shown && <Icon name="check" ariaLabel={CONNECTIONS.shown} />}
        </span>
        <span className="connection-name">{connectionName(connection)}</span>
        {!registered && !locked && (
          <span className="connection-progress quiet">{CONNECTIONS.progress(finished, total)}</span>
        )}
        <span className="connection-account quiet digits">{accountWords(connection)}</span>
        <Badge connection={connection} />
      </button>
    </li>
  )
}

function accountWords({ accountId, locked }: ConnectionSummary): string {
  if (accountId !== '') return CONNECTIONS.account(accountId)
  return locked ? CONNECTIONS.unknownAccount : CONNECTIONS.noAccount
}

function Badge({ connection }: { readonly connection: ConnectionSummary }) {
  if (connection.locked)
    return <StatusIndicator type="stopped">{CONNECTIONS.locked}</StatusIndicator>
  if (connection.needsAttention)
    return <StatusIndicator type="warning">{CONNECTIONS.attention}</StatusIndicator>
  if (connection.registered)
    return <StatusIndicator type="success">{CONNECTIONS.registered}</StatusIndicator>
  return null
}
