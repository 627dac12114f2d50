import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { BY_HAND_MODE, REOPENED_MODE } from '../../electron/texts/en/modes.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'

/** A bar under the header while the window works differently, with the way out of it. */
export function ModeBar({ snapshot }: { readonly snapshot: Snapshot }) {
  const send = useSend()
  if (snapshot.reopened) {
    return (
      <div className="mode" data-panel="reopened" data-step="app">
        <p>
          <strong>{REOPENED_MODE.name}.</strong> {REOPENED_MODE.means}
        </p>
        <ActionButton action="close" onClick={() => send({ step: 'app', action: 'close' })}>
          {REOPENED_MODE.close}
        </ActionButton>
      </div>
    )
  }
  if (!snapshot.byHand) return null
  return (
    <div className="mode mode-by-hand" data-panel="by-hand" data-step="sign-in">
      <p>
        <strong>{BY_HAND_MODE.name}.</strong> {BY_HAND_MODE.means}
      </p>
      <ActionButton
        action="leave-by-hand"
        onClick={() => send({ step: 'sign-in', action: 'leave-by-hand' })}
      >
        {BY_HAND_MODE.leave}
      </ActionButton>
    </div>
  )
}
