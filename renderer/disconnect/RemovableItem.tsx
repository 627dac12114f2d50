import Checkbox from '@cloudscape-design/components/checkbox'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Removable } from '../../electron/contract/disconnect.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { isOpen } from './listing.ts'
import { useWords } from '../parts/words.ts'

const INDICATORS: Readonly<Record<Removable['state'], StatusIndicatorProps.Type>> = {
  there: 'info',
  removing: 'loading',
  removed: 'success',
  gone: 'stopped',
  'not-ours': 'stopped',
  unmarked: 'warning',
  unread: 'warning',
  failed: 'error',
}

/** One thing that the app created: what removing it means, the person's consent, the button. */
export function RemovableItem({
  item,
  running,
}: {
  readonly item: Removable
  /** A removal is running, of this or of another thing. */
  readonly running: boolean
}) {
  const words = useWords()
  const { id, name, state, error } = item
  const text = words.disconnect.removables[id]
  const open = isOpen(item)
  return (
    <li className="removable" data-item={id} data-state={state}>
      <div className="removable-head">
        <h3 tabIndex={-1}>
          <Isolated text={`${text.kind} ${name}`} />
        </h3>
        <span aria-live="polite">
          <StatusIndicator type={INDICATORS[state]}>
            {words.disconnect.states[state]}
          </StatusIndicator>
        </span>
      </div>
      {(open || state === 'removing') && <p>{text.means}</p>}
      <WhyLeftAlone item={item} />
      {error && <ErrorNotice error={error} />}
      {open && <Consent item={item} running={running} />}
    </li>
  )
}

/** Told before anything is offered: the app would refuse to remove what it does not know as its own. */
function WhyLeftAlone({ item: { id, state, error } }: { readonly item: Removable }) {
  const { marks } = useWords().disconnect
  if (state === 'unmarked') return <p>{marks.unmarked(marks.where[id])}</p>
  if (state !== 'unread') return null
  return <p>{error && isOf(error.code, 'denied') ? marks.denied : marks.unread}</p>
}

function Consent({ item, running }: { readonly item: Removable; readonly running: boolean }) {
  const words = useWords()
  const send = useSend()
  const [agreed, setAgreed] = useState(false)
  const [withObjects, setWithObjects] = useState(false)
  const { id, name, objects } = item
  const text = words.disconnect.removables[id]
  const holds = id === 'bucket' && objects !== 0
  const why = running
    ? words.disconnectDialog.oneAtATime
    : !agreed
      ? words.disconnectDialog.consentFirst
      : // A bucket that could not be counted may be empty: AWS refuses to delete it if it is not.
        holds && objects !== null && !withObjects
        ? words.disconnectDialog.filesFirst
        : ''
  return (
    <div className="stack-s">
      <p>
        <Isolated text={text.confirm(name)} />{' '}
        {id === 'bucket' && words.disconnect.objects(objects)}
      </p>
      <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
        {words.disconnectDialog.consents[id]}
      </Checkbox>
      {holds && (
        <Checkbox checked={withObjects} onChange={({ detail }) => setWithObjects(detail.checked)}>
          {words.disconnect.withObjects.label} {words.disconnect.withObjects.hint}
        </Checkbox>
      )}
      <div className="actions">
        <ActionButton
          action="remove"
          disabled={why !== ''}
          onClick={() =>
            send({
              step: 'disconnect',
              action: 'remove',
              item: id,
              name,
              withObjects: holds && withObjects,
            })
          }
        >
          {text.remove}
        </ActionButton>
        {why !== '' && <span className="quiet">{why}</span>}
      </div>
    </div>
  )
}
