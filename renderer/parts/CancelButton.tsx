import type { StepId } from '../../electron/contract/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './words.ts'

/** Stops what a step is doing; the step then reads how things are. */
export function CancelButton({ step }: { readonly step: StepId }) {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton action="cancel" variant="link" onClick={() => send({ step, action: 'cancel' })}>
      {words.app.buttons.cancel}
    </ActionButton>
  )
}
