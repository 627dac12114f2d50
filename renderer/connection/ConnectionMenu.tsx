import Icon from '@cloudscape-design/components/icon'
import { useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { useSend } from '../bridge/bridge.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { RemoveConnection, RenameConnection } from './ConnectionDialogs.tsx'
import { PapersDialog } from './PapersDialog.tsx'
import { connectionName } from '../../electron/texts/connection-name.ts'
import { stepNumber } from '../../electron/contract/steps.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from '../parts/words.ts'

const MENU = 'connection-menu'

/**
 * An entry that names the menu as its target would be read out as one that opens it, so each closes it
 * by hand. The focus then goes back to the switcher by itself.
 */
const hideMenu = (): void => document.getElementById(MENU)?.hidePopover()

/** The switcher in the top bar: which connection is shown, the others, and what can be done. */
export function ConnectionMenu({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const [dialog, setDialog] = useState<'rename' | 'papers' | 'remove' | null>(null)
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
        aria-label={words.connections.button(connectionName(words, shown))}
      >
        <span className="switcher-name">{connectionName(words, shown)}</span>
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
          <h2>{words.connections.title}</h2>
          <p className="quiet">{words.connections.hint}</p>
        </div>
        <ul className="menu-list" aria-label={words.connections.list}>
          {snapshot.connections.map((connection) => (
            <ConnectionLine
              key={connection.id}
              connection={connection}
              shown={connection.id === shown.id}
              onChosen={hideMenu}
            />
          ))}
        </ul>
        <MenuActions snapshot={snapshot} onDialog={setDialog} />
      </div>
      {dialog === 'rename' && (
        <RenameConnection key={shown.id} connection={shown} onClose={close} />
      )}
      {dialog === 'papers' && <PapersDialog onClose={close} />}
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
  readonly onDialog: (dialog: 'rename' | 'papers' | 'remove') => void
}) {
  const words = useWords()
  const send = useSend()
  return (
    <ul className="menu-list menu-actions">
      <MenuAction
        action="add"
        label={words.connections.add}
        onClick={() => send({ step: 'connections', action: 'add' })}
      />
      {snapshot.connections.length > 1 && (
        <MenuAction
          action="overview"
          label={words.overview.menu}
          onClick={() => send({ step: 'connections', action: 'overview' })}
        />
      )}
      {!snapshot.locked && <ActionsOnIt snapshot={snapshot} onDialog={onDialog} />}
      <MenuAction
        action="erase"
        label={words.erasure.menu}
        onClick={() => send({ step: 'erasure', action: 'ask' })}
      />
    </ul>
  )
}

/** What can be done with the connection that is shown. */
function ActionsOnIt({ snapshot, onDialog }: Parameters<typeof MenuActions>[0]) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <MenuAction
        action="rename"
        label={words.connections.rename}
        onClick={() => onDialog('rename')}
      />
      <MenuAction
        action="disconnect"
        label={words.connections.disconnect}
        onClick={() => send({ step: 'disconnect', action: 'list' })}
      />
      <MenuAction action="papers" label={words.papers.menu} onClick={() => onDialog('papers')} />
      <MenuAction
        action="save-answer"
        label={words.connections.saveAnswer}
        onClick={() => send({ step: 'app', action: 'save-answer' })}
        why={isSetUp(snapshot) ? '' : words.connections.nothingSetUp}
      />
      <MenuAction
        action="remove"
        label={words.connections.remove}
        onClick={() => onDialog('remove')}
        why={whyItStays(words, snapshot)}
      />
    </>
  )
}

/** Whether there is a report or a role that somebody else could be told. */
const isSetUp = ({ steps }: Snapshot): boolean =>
  steps.some(
    ({ id, status }) =>
      (id === 'cost-report' || id === 'stack') &&
      (status.kind === 'done' ||
        (status.kind === 'pending' && status.progress.kind === 'unverified')),
  )

/** Why the connection cannot be removed now; '' when it can. */
function whyItStays({ connections }: Catalogue, { signedIn, reopened }: Snapshot): string {
  if (reopened) return connections.removeReopened
  return signedIn ? connections.removeSignedIn(stepNumber('sign-in')) : ''
}

function MenuAction({
  action,
  label,
  onClick,
  why = '',
}: {
  readonly action: string
  readonly label: string
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
        onClick={() => {
          if (why !== '') return
          hideMenu()
          onClick()
        }}
      >
        {label}
      </button>
      {why !== '' && (
        <p id={reason} className="menu-why quiet">
          {why}
        </p>
      )}
    </li>
  )
}
