import type { ReactNode } from 'react'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { CopyShownButton } from './CopyButton.tsx'
import { LongText } from './LongText.tsx'

/** A request that the person sends: its text, and the ways in which it leaves the app. */
export function RequestLetter({
  step,
  text,
  words,
  children,
}: {
  /** Whose commands `copy-request` and `email-request` are. */
  readonly step: 'cost-report' | 'support' | 'disconnect'
  readonly text: string
  readonly words: { readonly text: string; readonly copy: string; readonly email: string }
  /** More ways. */
  readonly children?: ReactNode
}) {
  const send = useSend()
  return (
    <>
      <LongText className="request-text" label={words.text} text={text} />
      <div className="actions">
        <CopyShownButton
          action="copy-request"
          caption={words.copy}
          onCopy={() => send({ step, action: 'copy-request' })}
        />
        <ActionButton
          action="email-request"
          iconName="envelope"
          onClick={() => send({ step, action: 'email-request' })}
        >
          {words.email}
        </ActionButton>
        {children}
      </div>
    </>
  )
}
