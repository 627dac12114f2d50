import type { StepId } from '../../electron/contract/steps.ts'
import { BUTTONS } from '../../electron/texts/en/app.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'

/** Stops what a step is doing; the step then reads how things are. */
export function CancelButton({ step }: { readonly step: StepId }) {
  const send = useSend()
  return (
    <ActionButton action="cancel" variant="link" onClick={() => send({ step, action: 'cancel' })}>
      {BUTTONS.cancel}
    </ActionButton>
  )
}
