import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'

/** Opens a page of AWS's or Spot's console in the system browser. */
export function LinkButton({ label, href }: { readonly label: string; readonly href: string }) {
  const send = useSend()
  return (
    <ActionButton
      action="open"
      iconName="external"
      iconAlign="right"
      onClick={() => send({ step: 'app', action: 'open', link: href })}
    >
      {label}
    </ActionButton>
  )
}
