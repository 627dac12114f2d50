import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './words.ts'

/** Opens the plan as a page: all that will change in the account, for whoever approves it. */
export function OpenPlan() {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton
      action="open-plan"
      onClick={() => send({ step: 'paper', action: 'open', paper: 'plan' })}
    >
      {words.planPaper.see}
    </ActionButton>
  )
}
