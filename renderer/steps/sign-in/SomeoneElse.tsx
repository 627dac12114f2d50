import { SOMEONE_ELSE_SIGNED_IN } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'

/** The way out when the browser was signed in as another person. */
export function SomeoneElse() {
  const send = useSend()
  return (
    <p className="quiet">
      {SOMEONE_ELSE_SIGNED_IN.question}{' '}
      <ActionButton
        action="sign-out"
        variant="inline-link"
        onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
      >
        {SOMEONE_ELSE_SIGNED_IN.signOut}
      </ActionButton>
    </p>
  )
}
