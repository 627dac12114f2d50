import Icon from '@cloudscape-design/components/icon'
import { useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { AUDIT } from '../../electron/texts/en/audit.ts'
import { CONNECTIONS } from '../../electron/texts/en/connections.ts'
import { useSend } from '../bridge/bridge.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { RemoveConnection, RenameConnection } from './ConnectionDialogs.tsx'
import { connectionName } from './connectionName.ts'

const MENU = 'connection-menu'

/** The switcher in the top bar: which connection is shown, the others, and what can be done. */
export function ConnectionMenu({ snapshot }: { readonly snapshot: Snapshot }) {
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null)
  const shown = snapshot.connections.find(({ id }) => id === snapshot.connectionId)
  if (!shown) return null
  const close = (): void => setDialog(null)
  return (
    <>
      <button
        type="button"
        className="switcher"
        data-action="connections"
        popoverTarget={MENU}
        aria-label={CONNECTIONS.button(connectionName(shown))}
      >
        <span className="switcher-name">{connectionName(shown)}</span>
        <Icon name="caret-down-filled" size="small" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="menu"
        data-panel="connections"
        data-step="connections"
      >
        <div className="menu-head">
          <h2>{CONNECTIONS.title}</h2>
          <p className="quiet">{CONNECTIONS.hint}</p>
        </div>
        <ul className="menu-list" aria-label={CONNECTIONS.list}>
          {snapshot.connections.map((connection) => (
            <ConnectionLine
              key={connection.id}
              connection={connection}
              shown={connection.id === shown.id}
              menu={MENU}
            />
          ))}
        </ul>
        <MenuActions snapshot={snapshot} onDialog={setDialog} />
      </div>
      {dialog === 'rename' && (
        <RenameConnection key={shown.id} connection={shown} onClose={close} />
      )}
      {dialog === 'remove' && (
        <RemoveConnection key={shown.id} connection={shown} onClose={close} />
      )}
    </>
  )
}

function MenuActions({
  snapshot,
  onDialog,
}: {
  readonly snapshot: Snapshot
  readonly onDialog: (dialog: 'rename' | 'remove') => void
}) {
  const send = useSend()
  return (
    <ul className="menu-list menu-actions">
      <MenuAction
        action="add"
        words={CONNECTIONS.add}
        onClick={() => send({ step: 'connections', action: 'add' })}
      />
      {!snapshot.locked && <ActionsOnIt snapshot={snapshot} onDialog={onDialog} />}
    </ul>
  )
}

/** What can be done with the connection that is shown. */
function ActionsOnIt({ snapshot, onDialog }: Parameters<typeof MenuActions>[0]) {
  const send = useSend()
  return (
    <>
      <MenuAction action="rename" words={CONNECTIONS.rename} onClick={() => onDialog('rename')} />
      <MenuAction
        action="disconnect"
        words={CONNECTIONS.disconnect}
        onClick={() => send({ step: 'disconnect', action: 'list' })}
      />
      <MenuAction
        action="open-audit"
        words={AUDIT.open}
        onClick={() => send({ step: 'app', action: 'open-audit' })}
      />
      <MenuAction
        action="export-audit"
        words={AUDIT.save}
        onClick={() => send({ step: 'app', action: 'export-audit' })}
      />
      <MenuAction
        action="remove"
        words={CONNECTIONS.remove}
        onClick={() => onDialog('remove')}
        why={whyItStays(snapshot)}
      />
    </>
  )
}

/** Why the connection cannot be removed now; '' when it can. */
function whyItStays({ signedIn, reopened }: Snapshot): string {
  if (reopened) return CONNECTIONS.removeReopened
  return signedIn ? CONNECTIONS.removeSignedIn : ''
}

function MenuAction({
  action,
  words,
  onClick,
  why = '',
}: {
  readonly action: string
  readonly words: string
  readonly onClick: () => void
  /** Why it cannot be done now, '' if it can. */
  readonly why?: string
}) {
  const reason = `${MENU}-${action}-why`
  return (
    <li>
      <button
        type="button"
        className="menu-action"
        data-action={action}
        aria-disabled={why !== ''}
        aria-describedby={why === '' ? undefined : reason}
        {...(why === '' ? { popoverTarget: MENU, popoverTargetAction: 'hide', onClick } : {})}
      >
        {words}
      </button>
      {why !== '' && (
        <p id={reason} className="menu-why quiet">
          {why}
        </p>
      )}
    </li>
  )
}
