import { Isolated } from './Isolated.tsx'
import { useManaged } from './managed.ts'
import { useWords } from './words.ts'

/** Whom to ask, as the organization has written it down; nothing where it has not. */
export function WhomToAsk() {
  const { managed } = useWords()
  const { supportContact } = useManaged()
  if (supportContact === null) return null
  return (
    <p className="quiet" data-support-contact>
      <Isolated text={managed.contact(supportContact)} />
    </p>
  )
}
