import Alert from '@cloudscape-design/components/alert'
import { useState } from 'react'
import type { Erasure } from '../../electron/contract/erasure.ts'
import { isTyped, keptName } from '../../electron/texts/erasure.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { TextField } from '../parts/fields.tsx'
import { Form } from '../parts/Form.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { useWords } from '../parts/words.ts'

type Asked = Extract<Erasure, { kind: 'asked' }>

/** What would be removed from this computer and what would not, and the word that confirms it. */
export function ErasureDialog({
  erasure,
  refusal,
}: {
  readonly erasure: Erasure
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const send = useSend()
  if (erasure.kind !== 'asked') return null
  const { dialog } = words.erasure
  const close = (): void => send({ step: 'erasure', action: 'close' })
  return (
    <Dialog
      panel="erasure"
      step="erasure"
      title={dialog.title}
      closeLabel={dialog.close}
      size="large"
      onClose={close}
    >
      {refusal?.step === 'erasure' && <ErrorNotice error={refusal.error} />}
      <p>{dialog.intro}</p>
      <Deleted asked={erasure} />
      <Stays asked={erasure} />
      {erasure.busy ? (
        <Alert type="warning">
          <Isolated text={dialog.busy(erasure.busy.name)} />
        </Alert>
      ) : null}
      <Confirm isBusy={erasure.busy !== null} onClose={close} />
    </Dialog>
  )
}

function Deleted({ asked }: { readonly asked: Asked }) {
  const words = useWords()
  const { dialog } = words.erasure
  const connections = asked.items.filter(({ kind }) => kind === 'connection')
  // As the keychain's program lists them: what all of its entries of this app begin with.
  const [prefix = ''] = (connections[0]?.entry ?? '').split(/(?<=\/)/)
  return (
    <section className="stack-xs">
      <h3>{dialog.deletedTitle}</h3>
      <ul className="points">
        {connections.length > 0 && (
          <li>
            {dialog.connections(connections.length)}
            <ul className="points">
              {connections.map((item) => (
                <li key={item.id}>
                  <Isolated text={keptName(words, item)} />
                </li>
              ))}
            </ul>
          </li>
        )}
        {prefix !== '' && <li>{dialog.signIn(prefix)}</li>}
        <li>
          <Isolated text={dialog.window(asked.folder)} />
        </li>
      </ul>
    </section>
  )
}

function Stays({ asked }: { readonly asked: Asked }) {
  const words = useWords()
  const { dialog, whyStays } = words.erasure
  return (
    <section className="stack-xs">
      <h3>{dialog.staysTitle}</h3>
      <ul className="points">
        {dialog.stays.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {asked.items.map((item) =>
          item.kind === 'newer' || item.kind === 'foreign' ? (
            <li key={item.id}>
              <Isolated text={keptName(words, item)} />. {whyStays[item.kind]}
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}

function Confirm({ isBusy, onClose }: { readonly isBusy: boolean; readonly onClose: () => void }) {
  const words = useWords()
  const send = useSend()
  const [typed, setTyped] = useState('')
  const { dialog } = words.erasure
  const isSure = isTyped(words, typed) && !isBusy
  const start = (): void => {
    if (isSure) send({ step: 'erasure', action: 'start', typed })
  }
  return (
    <Form onSubmit={start}>
      <TextField label={dialog.field(dialog.word)} value={typed} onChange={setTyped} />
      <div className="actions">
        <SubmitButton action="start" disabled={!isSure}>
          {dialog.start}
        </SubmitButton>
        <ActionButton action="cancel" variant="link" onClick={onClose}>
          {dialog.cancel}
        </ActionButton>
        {!isTyped(words, typed) && <span className="quiet">{dialog.typeFirst}</span>}
      </div>
    </Form>
  )
}
