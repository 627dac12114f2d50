import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type PastedField, recognised } from '../../electron/contract/pasted.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './words.ts'

/** What was pasted instead of what a field asks for, in words, and what can be taken from it ('': nothing). */
type PastedInstead = { readonly told: string; readonly value: string }

/** Null while a field has nothing in it that is recognised as something else than it wants. */
export function usePasted(wants: PastedField | undefined, value: string): PastedInstead | null {
  const { pasted: texts } = useWords()
  const pasted = wants === undefined ? null : recognised(wants, value)
  if (wants === undefined || !pasted) return null
  const told = texts.sentence(texts.kinds[pasted.kind], texts.wanted[wants])
  return { told, value: pasted.value }
}

/** Below a field: the value that stands in what was pasted, to be taken by a press, or another way on. */
export function FieldOffer({
  pasted: { value },
  field,
  onUse,
  children,
}: {
  readonly pasted: PastedInstead
  readonly field: RefObject<{ focus: () => void } | null>
  readonly onUse: (value: string) => void
  readonly children?: ReactNode
}) {
  const words = useWords()
  const offer = useRef<HTMLDivElement>(null)
  // The field may stand right above the bar.
  useEffect(() => offer.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={offer} className="field-offer">
      {value !== '' && (
        <ActionButton
          action="use-pasted"
          onClick={() => {
            onUse(value)
            // The button goes with what it was about.
            field.current?.focus()
          }}
        >
          {words.pasted.use(value)}
        </ActionButton>
      )}
      {children}
    </div>
  )
}
