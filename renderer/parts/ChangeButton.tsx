import type { StepId } from '../../electron/contract/steps.ts'
import { BUTTONS } from '../../electron/texts/en/app.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { takesChange } from './takesChange.ts'

/** Steps that go back to their question on request; `plan` shows its form anyway. */
const WORDS: Readonly<Partial<Record<StepId, string>>> = {
  'cost-report': BUTTONS.change,
  template: BUTTONS.change,
  stack: BUTTONS.another,
}

/** Takes a step back to its question; nothing for the steps that have another way back. */
export function ChangeButton({ step }: { readonly step: StepId }) {
  const send = useSend()
  const words = WORDS[step]
  if (words === undefined || !takesChange(step)) return null
  return (
    <ActionButton action="change" onClick={() => send({ step, action: 'change' })}>
      {words}
    </ActionButton>
  )
}
