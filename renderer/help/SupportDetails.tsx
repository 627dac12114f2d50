import { useEffect, useRef } from 'react'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { CopyShownButton } from '../parts/CopyButton.tsx'
import { LongText } from '../parts/LongText.tsx'
import { useWords } from '../parts/words.ts'

/** The details for support: shown first, then copied as they were shown. */
export function SupportDetails({ details }: { readonly details: string }) {
  const words = useWords().help.window.details
  const send = useSend()
  const shown = useRef<HTMLDivElement>(null)
  const isShown = details !== ''
  useEffect(() => {
    // The button that had the focus is gone, and here is what is to be read.
    const text = isShown ? shown.current?.querySelector('section') : null
    text?.focus()
  }, [isShown])
  const show = (): void => send({ step: 'help', action: 'show-details' })
  if (!isShown)
    return (
      <div className="actions">
        <ActionButton action="show-details" variant="primary" onClick={show}>
          {words.show}
        </ActionButton>
      </div>
    )
  return (
    <div ref={shown} className="stack-s">
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
    </div>
  )
}
