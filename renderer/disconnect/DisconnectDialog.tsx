import Spinner from '@cloudscape-design/components/spinner'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { DISCONNECT_DIALOG } from '../../electron/texts/en/disconnect-dialog.ts'
import {
  DISCONNECT,
  DISCONNECT_PERMISSIONS,
  remains,
  REMAINS_TITLE,
} from '../../electron/texts/en/disconnect.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { isClosed, isRegistered } from '../checklist/registered.ts'
import { listingOf } from './listing.ts'
import { RemovableItem } from './RemovableItem.tsx'

/** Taking back in AWS what the app created, as far as the snapshot says that this is asked. */
export function DisconnectDialog({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const send = useSend()
  const refused = refusal?.step === 'disconnect' ? refusal.error : null
  if (snapshot.disconnect.kind === 'closed' && !refused) return null
  const close = (): void => send({ step: 'disconnect', action: 'close' })
  return (
    <Dialog
      panel="disconnect"
      step="disconnect"
      title={DISCONNECT.title}
      closeLabel={DISCONNECT_DIALOG.closeLabel}
      size="large"
      onClose={close}
    >
      {refused && <Failed error={refused} snapshot={snapshot} />}
      <Content snapshot={snapshot} />
      <div className="actions">
        <ActionButton action="close" onClick={close}>
          {DISCONNECT.close}
        </ActionButton>
        {snapshot.disconnect.kind === 'listed' && snapshot.disconnect.items.length > 0 && (
          <ActionButton
            action="list"
            variant="link"
            onClick={() => send({ step: 'disconnect', action: 'list' })}
          >
            {DISCONNECT.lookAgain}
          </ActionButton>
        )}
      </div>
    </Dialog>
  )
}

function Content({ snapshot }: { readonly snapshot: Snapshot }) {
  const { disconnect } = snapshot
  switch (disconnect.kind) {
    case 'closed':
      return null
    case 'looking':
      return (
        <div className="working" aria-live="polite">
          <Spinner size="large" />
          <p>{DISCONNECT.looking}</p>
        </div>
      )
    case 'failed':
      return <Failed error={disconnect.error} snapshot={snapshot} />
    case 'listed': {
      const { items } = disconnect
      const { ended, open, running, denied } = listingOf(items)
      if (ended) return <Failed error={ended} snapshot={snapshot} />
      if (items.length === 0) return <p>{DISCONNECT.nothing}</p>
      return (
        <>
          <p>
            {DISCONNECT.intro} {open && DISCONNECT.order}
          </p>
          <ol className="removables" aria-label={DISCONNECT_DIALOG.list}>
            {items.map((item) => (
              <RemovableItem key={`${item.id} ${item.name}`} item={item} running={running} />
            ))}
          </ol>
          {denied && (
            <div className="stack-xs">
              <h3>{DISCONNECT_PERMISSIONS.title}</h3>
              <p>{DISCONNECT_PERMISSIONS.body}</p>
            </div>
          )}
          {!open && !running && <Remains points={remains(items, isRegistered(snapshot))} />}
        </>
      )
    }
  }
}

function Remains({ points }: { readonly points: readonly string[] }) {
  return (
    <section className="stack-s" aria-labelledby="remains-title" aria-live="polite">
      <p>{DISCONNECT.allRemoved}</p>
      <h3 id="remains-title">{REMAINS_TITLE}</h3>
      <ul className="points">
        {points.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** What could not be read, and where to sign in if that is what is missing. */
function Failed({ error, snapshot }: { readonly error: AppError; readonly snapshot: Snapshot }) {
  const send = useSend()
  if (!isOf(error.code, 'signed-out')) {
    return (
      <ErrorNotice error={error}>
        <ActionButton
          action="list"
          iconName="refresh"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {DISCONNECT.lookAgain}
        </ActionButton>
      </ErrorNotice>
    )
  }
  const reopen = (): void => {
    send({ step: 'disconnect', action: 'close' })
    send({ step: 'app', action: 'reopen' })
  }
  return (
    <div className="stack-s" data-ask="sign-in">
      <h3>{DISCONNECT_DIALOG.signInFirst}</h3>
      <p>{DISCONNECT_DIALOG.signInMeans}</p>
      {isClosed(snapshot) ? (
        <div className="actions">
          <ActionButton action="reopen" variant="primary" onClick={reopen}>
            {DISCONNECT_DIALOG.reopen}
          </ActionButton>
        </div>
      ) : (
        <p>{DISCONNECT_DIALOG.signInStep}</p>
      )}
    </div>
  )
}
