import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { CopyShownButton } from '../parts/CopyButton.tsx'
import { LongText } from '../parts/LongText.tsx'
import { useWords } from '../parts/words.ts'

/** The details for support: shown first, then copied as they were shown. */
export function SupportDetails({ details }: { readonly details: string }) {
  const words = useWords().help.window.details
  const send = useSend()
  const show = (): void => send({ step: 'help', action: 'show-details' })
  if (details === '')
    return (
      <div className="actions">
        <ActionButton action="show-details" variant="primary" onClick={show}>
          {words.show}
        </ActionButton>
      </div>
    )
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <LongText className="request-text" label={words.text} text={details} />
      <div className="actions">
        <CopyShownButton
          action="copy-details"
          caption={words.copy}
          onCopy={() => send({ step: 'help', action: 'copy-details' })}
        />
        <ActionButton action="show-details" onClick={show}>
          {words.showAgain}
        </ActionButton>
      </div>
    </>
  )
}
