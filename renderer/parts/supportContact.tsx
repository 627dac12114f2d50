import { createContext, useContext } from 'react'
import { Isolated } from './Isolated.tsx'
import { useWords } from './words.ts'

const ContactContext = createContext<string | null>(null)
export const SupportContact = ContactContext.Provider

/** Whom to ask, as the organization has written it down; nothing where it has not. */
export function WhomToAsk() {
  const { managed } = useWords()
  const contact = useContext(ContactContext)
  if (contact === null) return null
  return (
    <p className="quiet" data-support-contact>
      <Isolated text={managed.contact(contact)} />
    </p>
  )
}
