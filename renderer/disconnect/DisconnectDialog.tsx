import Spinner from '@cloudscape-design/components/spinner'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { isClosed, isRegistered } from '../checklist/registered.ts'
import { listingOf } from './listing.ts'
import { RemovableItem } from './RemovableItem.tsx'
import { stepNumber } from '../../electron/contract/steps.ts'
import { remains } from './remains.ts'
import { useWords } from '../parts/words.ts'

/** Taking back in AWS what the app created, as far as the snapshot says that this is asked. */
export function DisconnectDialog({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const send = useSend()
  const refused = refusal?.step === 'disconnect' ? refusal.error : null
  if (snapshot.disconnect.kind === 'closed' && !refused) return null
  const close = (): void => send({ step: 'disconnect', action: 'close' })
  return (
    <Dialog
      panel="disconnect"
      step="disconnect"
      title={words.disconnect.title}
      closeLabel={words.disconnectDialog.closeLabel}
      size="large"
      onClose={close}
    >
      {refused && <Failed error={refused} snapshot={snapshot} />}
      <Content snapshot={snapshot} />
      <div className="actions">
        <ActionButton action="close" onClick={close}>
          {words.disconnect.close}
        </ActionButton>
        {snapshot.disconnect.kind === 'listed' && snapshot.disconnect.items.length > 0 && (
          <ActionButton
            action="list"
            variant="link"
            onClick={() => send({ step: 'disconnect', action: 'list' })}
          >
            {words.disconnect.lookAgain}
          </ActionButton>
        )}
      </div>
    </Dialog>
  )
}

function Content({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const { disconnect } = snapshot
  switch (disconnect.kind) {
    case 'closed':
      return null
    case 'looking':
      return (
        <div className="working" aria-live="polite">
          <Spinner size="large" />
          <p>{words.disconnect.looking}</p>
        </div>
      )
    case 'failed':
      return <Failed error={disconnect.error} snapshot={snapshot} />
    case 'listed': {
      const { items } = disconnect
      const { ended, open, running, denied } = listingOf(items)
      if (ended) return <Failed error={ended} snapshot={snapshot} />
      if (items.length === 0) return <p>{words.disconnect.nothing}</p>
      return (
        <>
          <p>
            {words.disconnect.intro} {open && words.disconnect.order}
          </p>
          <ol className="removables" aria-label={words.disconnectDialog.list}>
            {items.map((item) => (
              <RemovableItem key={`${item.id} ${item.name}`} item={item} running={running} />
            ))}
          </ol>
          {denied && (
            <div className="stack-xs">
              <h3>{words.disconnect.permissions.title}</h3>
              <p>{words.disconnect.permissions.body}</p>
            </div>
          )}
          {!open && !running && (
            <Remains
              points={remains(words, items, isRegistered(snapshot))}
              isAll={items.every(({ state }) => state !== 'unmarked')}
            />
          )}
        </>
      )
    }
  }
}

function Remains({
  points,
  isAll,
}: {
  readonly points: readonly string[]
  /** Nothing is left of what the app created. */
  readonly isAll: boolean
}) {
  const words = useWords()
  return (
    <section className="stack-s" aria-labelledby="remains-title" aria-live="polite">
      <p>{isAll ? words.disconnect.allRemoved : words.disconnect.restRemoved}</p>
      <h3 id="remains-title">{words.disconnect.remains.title}</h3>
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
  const words = useWords()
  const send = useSend()
  if (!isOf(error.code, 'signed-out')) {
    return (
      <ErrorNotice error={error}>
        <ActionButton
          action="list"
          iconName="refresh"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {words.disconnect.lookAgain}
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
      <h3>{words.disconnectDialog.signInFirst}</h3>
      <p>{words.disconnectDialog.signInMeans}</p>
      {isClosed(snapshot) ? (
        <div className="actions">
          <ActionButton action="reopen" variant="primary" onClick={reopen}>
            {words.disconnectDialog.reopen}
          </ActionButton>
        </div>
      ) : (
        <p>{words.disconnectDialog.signInStep(stepNumber('sign-in'))}</p>
      )}
    </div>
  )
}
