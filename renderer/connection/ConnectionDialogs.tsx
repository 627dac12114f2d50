import Checkbox from '@cloudscape-design/components/checkbox'
import { useState } from 'react'
import type { ConnectionSummary } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { drawn, meant, nameHides } from '../../electron/base/visible.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { fieldSentence } from '../parts/ErrorNotice.tsx'
import { TextField } from '../parts/fields.tsx'
import { Form } from '../parts/Form.tsx'
import { connectionName } from '../../electron/texts/connection-name.ts'
import { useWords } from '../parts/words.ts'

type DialogProps = { readonly connection: ConnectionSummary; readonly onClose: () => void }

/** Longest name that the main process takes. */
const MAX_NAME = 80

/** What the person calls the connection. */
export function RenameConnection({ connection, onClose }: DialogProps) {
  const words = useWords()
  const send = useSend()
  const [name, setName] = useState(connection.name)
  const [refused, setRefused] = useState<AppError | null>(null)
  const save = (): void => {
    const typed = name.trim()
    if (typed !== connection.name && nameHides(meant(typed))) {
      setRefused({ code: 'connection-name-unseen', facts: {}, field: 'name' })
      return
    }
    if (typed !== connection.name)
      send({ step: 'connections', action: 'rename', id: connection.id, name: typed })
    onClose()
  }
  return (
    <Dialog
      panel="rename"
      step="connections"
      title={words.connections.renameDialog.title}
      closeLabel={words.connections.renameDialog.close}
      onClose={onClose}
    >
      <Form onSubmit={save}>
        <TextField
          label={words.connections.renameDialog.field}
          hint={words.connections.renameDialog.hint}
          value={name}
          error={refused ? fieldSentence(words, refused) : undefined}
          onChange={(value) => {
            setName(drawn(meant(value).slice(0, MAX_NAME)))
            setRefused(null)
          }}
        />
        <div className="actions">
          <SubmitButton action="rename">{words.connections.renameDialog.save}</SubmitButton>
          <ActionButton action="cancel" variant="link" onClick={onClose}>
            {words.connections.renameDialog.cancel}
          </ActionButton>
        </div>
      </Form>
    </Dialog>
  )
}

/** Forgetting a connection on this computer, after the person has agreed to what that means. */
export function RemoveConnection({ connection, onClose }: DialogProps) {
  const words = useWords()
  const send = useSend()
  const [agreed, setAgreed] = useState(false)
  const remove = (): void => {
    send({ step: 'connections', action: 'remove', id: connection.id })
    onClose()
  }
  return (
    <Dialog
      panel="remove"
      step="connections"
      begin="cancel"
      title={words.connections.removeDialog.title(connectionName(words, connection))}
      closeLabel={words.connections.removeDialog.close}
      onClose={onClose}
    >
      <p>{words.connections.removeDialog.what}</p>
      <p>
        <strong>{words.connections.removeDialog.notAws}</strong>
      </p>
      <p className="quiet">{words.connections.removeDialog.instead}</p>
      <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
        {words.connections.removeDialog.consent}
      </Checkbox>
      <div className="actions">
        <ActionButton action="remove" variant="primary" disabled={!agreed} onClick={remove}>
          {words.connections.removeDialog.remove}
        </ActionButton>
        <ActionButton action="cancel" variant="link" onClick={onClose}>
          {words.connections.removeDialog.cancel}
        </ActionButton>
        {!agreed && <span className="quiet">{words.connections.removeDialog.consentFirst}</span>}
      </div>
    </Dialog>
  )
}
