import type { TermId } from '../../electron/contract/help.ts'
import { useSend } from '../bridge/bridge.ts'
import { useWords } from './words.ts'

/** A small mark beside a word of AWS's or Spot's: explains it in Help. */
export function Term({ id }: { readonly id: TermId }) {
  const { window, glossary } = useWords().help
  const send = useSend()
  const label = window.whatIs(glossary[id].term)
  return (
    <button
      type="button"
      className="term"
      data-action="explain"
      data-term={id}
      aria-label={label}
      title={label}
      onClick={() => send({ step: 'help', action: 'open', topic: `term/${id}` })}
    >
      <span aria-hidden="true">?</span>
    </button>
  )
}
