import type { StepId } from '../../electron/contract/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { isFoundByItself } from './foundByItself.ts'
import { useWords } from '../parts/words.ts'

/** Saves the file that asks somebody else to do the step. */
export function AskSomeoneButton({
  step,
  variant = 'normal',
}: {
  readonly step: StepId
  readonly variant?: 'normal' | 'primary'
}) {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton
      action="hand-over"
      iconName="share"
      variant={variant}
      onClick={() => send({ step, action: 'hand-over' })}
    >
      {words.someoneElse.ask.button}
    </ActionButton>
  )
}

/** The same with what it means, below the form of a step. */
export function AskSomeone({ step, byHand }: { readonly step: StepId; readonly byHand: boolean }) {
  const words = useWords()
  return (
    <div className="ask-someone">
      <AskSomeoneButton step={step} />
      <p className="quiet">
        {isFoundByItself(step, byHand)
          ? words.someoneElse.ask.hint
          : words.someoneElse.ask.hintTold}
      </p>
    </div>
  )
}
