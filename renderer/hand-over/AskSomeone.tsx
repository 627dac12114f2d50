import type { StepId } from '../../electron/contract/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { isFoundByItself } from './foundByItself.ts'
import { RecipientLanguage, useRecipientLanguage } from './recipient.tsx'
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
  const language = useRecipientLanguage()
  return (
    <ActionButton
      action="hand-over"
      iconName="share"
      variant={variant}
      onClick={() => send({ step, action: 'hand-over', language })}
    >
      {words.someoneElse.ask.button}
    </ActionButton>
  )
}

/** Saves one file that asks somebody else for this step and all others that the person cannot do. */
export function AskForAllButton({
  step,
  count,
}: {
  readonly step: StepId
  readonly count: number
}) {
  const words = useWords()
  const send = useSend()
  const language = useRecipientLanguage()
  return (
    <ActionButton
      action="hand-over-all"
      iconName="share"
      onClick={() => send({ step, action: 'hand-over-all', language })}
    >
      {words.someoneElse.ask.all(count)}
    </ActionButton>
  )
}

/** The same with what it means, below the form of a step. */
export function AskSomeone({ step, byHand }: { readonly step: StepId; readonly byHand: boolean }) {
  const words = useWords()
  return (
    <div className="ask-someone">
      <div className="actions">
        <AskSomeoneButton step={step} />
        <RecipientLanguage />
      </div>
      <p className="quiet">
        {isFoundByItself(step, byHand)
          ? words.someoneElse.ask.hint
          : words.someoneElse.ask.hintTold}
      </p>
    </div>
  )
}
