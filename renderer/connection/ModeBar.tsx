import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useWords } from '../parts/words.ts'

/** A bar under the header while the window works differently, with the way out of it. */
export function ModeBar({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const send = useSend()
  if (snapshot.reopened && snapshot.disconnected) return <RestBar signedIn={snapshot.signedIn} />
  if (snapshot.reopened) {
    return (
      <div className="mode" data-panel="reopened" data-step="app">
        <p>
          <strong>{words.modes.reopened.name}.</strong> {words.modes.reopened.means}
        </p>
        <ActionButton action="close" onClick={() => send({ step: 'app', action: 'close' })}>
          {words.modes.reopened.close}
        </ActionButton>
      </div>
    )
  }
  if (!snapshot.byHand) return null
  return (
    <div className="mode mode-by-hand" data-panel="by-hand" data-step="sign-in">
      <p>
        <strong>{words.modes.byHand.name}.</strong> {words.modes.byHand.means}
      </p>
      <ActionButton
        action="leave-by-hand"
        onClick={() => send({ step: 'sign-in', action: 'leave-by-hand' })}
      >
        {words.modes.byHand.leave}
      </ActionButton>
    </div>
  )
}

/** While what is left of a connection is taken back too. */
function RestBar({ signedIn }: { readonly signedIn: boolean }) {
  const words = useWords()
  const send = useSend()
  return (
    <div className="mode" data-panel="reopened" data-step="app">
      <p>
        <strong>{words.disconnected.rest}.</strong> {words.disconnected.restMeans}
      </p>
      {signedIn && (
        <ActionButton
          action="list"
          variant="primary"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {words.disconnected.showRest}
        </ActionButton>
      )}
      <ActionButton action="close" onClick={() => send({ step: 'app', action: 'close' })}>
        {words.modes.reopened.close}
      </ActionButton>
    </div>
  )
}
