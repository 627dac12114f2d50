import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { useWords } from '../../parts/words.ts'

/** The way out when the browser was signed in as another person. */
export function SomeoneElse() {
  const words = useWords()
  const send = useSend()
  return (
    <p className="quiet">
      {words.signIn.someoneElse.question}{' '}
      <ActionButton
        action="sign-out"
        variant="inline-link"
        onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
      >
        {words.signIn.someoneElse.signOut}
      </ActionButton>
    </p>
  )
}
