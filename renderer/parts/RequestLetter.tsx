import type { ReactNode } from 'react'
import { ActionButton } from './ActionButton.tsx'
import { CopyShownButton } from './CopyButton.tsx'
import { LongText } from './LongText.tsx'

/** A request that the person sends: its text, and the ways in which it leaves the app. */
export function RequestLetter({
  onHandOut,
  text,
  lang,
  words,
  children,
}: {
  /** Has the main process copy it, or open it as an email. */
  readonly onHandOut: (action: 'copy-request' | 'email-request') => void
  readonly text: string
  /** Of the letter, where it is not the language of the window. */
  readonly lang?: string
  readonly words: { readonly text: string; readonly copy: string; readonly email: string }
  /** More ways. */
  readonly children?: ReactNode
}) {
  return (
    <>
      <LongText
        className="request-text"
        label={words.text}
        text={text}
        {...(lang === undefined ? {} : { lang })}
      />
      <div className="actions">
        <CopyShownButton
          action="copy-request"
          caption={words.copy}
          onCopy={() => onHandOut('copy-request')}
        />
        <ActionButton
          action="email-request"
          iconName="envelope"
          onClick={() => onHandOut('email-request')}
        >
          {words.email}
        </ActionButton>
        {children}
      </div>
    </>
  )
}
