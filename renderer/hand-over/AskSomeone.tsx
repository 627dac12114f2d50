import type { StepId } from '../../electron/contract/steps.ts'
import { ASK_SOMEONE } from '../../electron/texts/en/someone-else.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { isFoundByItself } from './foundByItself.ts'

/** Saves the file that asks somebody else to do the step. */
export function AskSomeoneButton({ step }: { readonly step: StepId }) {
  const send = useSend()
  return (
    <ActionButton
      action="hand-over"
      iconName="share"
      onClick={() => send({ step, action: 'hand-over' })}
    >
      {ASK_SOMEONE.button}
    </ActionButton>
  )
}

/** The same with what it means, below the form of a step. */
export function AskSomeone({ step, byHand }: { readonly step: StepId; readonly byHand: boolean }) {
  return (
    <div className="ask-someone">
      <AskSomeoneButton step={step} />
      <p className="quiet">
        {isFoundByItself(step, byHand) ? ASK_SOMEONE.hint : ASK_SOMEONE.hintTold}
      </p>
    </div>
  )
}
