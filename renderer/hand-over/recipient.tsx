import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useLanguage, useLanguages, useWords } from '../parts/words.ts'

type Recipient = {
  /** The id of the language that was chosen; null while nobody has chosen one. */
  readonly chosen: string | null
  readonly choose: (id: string) => void
}

const RecipientContext = createContext<Recipient>({ chosen: null, choose: () => undefined })

/** Keeps which language the person who is asked reads, for every request until the app ends. */
export function RecipientProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, choose] = useState<string | null>(null)
  const value = useMemo(() => ({ chosen, choose }), [chosen])
  return <RecipientContext.Provider value={value}>{children}</RecipientContext.Provider>
}

/** The id of the language of whoever is asked: the window's, unless another one was chosen. */
export function useRecipientLanguage(): string {
  const { chosen } = useContext(RecipientContext)
  const { id } = useLanguage()
  return chosen ?? id
}

/** Beside what saves, copies or mails a request: the language that it is written in. */
export function RecipientLanguage() {
  const { choose } = useContext(RecipientContext)
  const languages = Object.entries(useLanguages())
  const words = useWords()
  const value = useRecipientLanguage()
  if (languages.length < 2) return null
  return (
    <select
      className="select recipient"
      aria-label={words.language.recipient}
      data-field="recipient-language"
      value={value}
      onChange={({ target }) => choose(target.value)}
    >
      {languages.map(([id, { phrase }]) => (
        <option key={id} value={id} lang={id}>
          {phrase}
        </option>
      ))}
    </select>
  )
}
