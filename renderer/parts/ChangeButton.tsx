import type { StepId } from '../../electron/contract/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './words.ts'
import { takesChange } from './takesChange.ts'

/** Steps that go back to their question on request; `plan` shows its form anyway. */
const BUTTONS: Readonly<Partial<Record<StepId, 'change' | 'another'>>> = {
  'cost-report': 'change',
  template: 'change',
  stack: 'another',
}

/** Takes a step back to its question; nothing for the steps that have another way back. */
export function ChangeButton({
  step,
  variant = 'normal',
}: {
  readonly step: StepId
  readonly variant?: 'normal' | 'primary'
}) {
  const send = useSend()
  const words = useWords()
  const button = BUTTONS[step]
  if (button === undefined || !takesChange(step)) return null
  return (
    <ActionButton
      action="change"
      variant={variant}
      onClick={() => send({ step, action: 'change' })}
    >
      {words.app.buttons[button]}
    </ActionButton>
  )
}
