import { type FocusEvent, type FormEvent, useCallback, useState } from 'react'
import { useHolding } from './hold.ts'

/** Whether a form is being filled in, and what the element around it must hear. */
export type Filling = {
  readonly isFilling: boolean
  /** What was filled in is on its way: the answer may change everything. */
  readonly over: () => void
  readonly handlers: {
    readonly onInput: (event: FormEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** From the first change in a form until the focus leaves it; holds the window meanwhile. */
export function useFilling(): Filling {
  const [form, setForm] = useState<Element | null>(null)
  // One that is gone is left by nobody.
  const isFilling = form?.isConnected === true
  useHolding('form', isFilling)
  const over = useCallback(() => setForm(null), [])
  return {
    isFilling,
    over,
    handlers: {
      onInput({ target }) {
        // A field that stands alone is its own form.
        if (target instanceof Element) setForm(target.closest('form') ?? target)
      },
      onBlur({ relatedTarget }) {
        // The person has gone to another program, to copy something perhaps, and comes back.
        if (relatedTarget === null && !document.hasFocus()) return
        if (!form?.contains(relatedTarget)) setForm(null)
      },
    },
  }
}
