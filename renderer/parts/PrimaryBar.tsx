import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The element at the foot of the panel, always in view, in which a step's main action stands. */
export const BarSlot = createContext<HTMLElement | null>(null)

/** The main action of a step, with what it does in a sentence. A step shows one at a time. */
export function PrimaryBar({
  says,
  children,
}: {
  /** What pressing it does, how much that changes, and what it costs. */
  readonly says?: ReactNode
  readonly children: ReactNode
}) {
  const slot = useContext(BarSlot)
  if (!slot) return null
  return createPortal(
    <>
      {says !== undefined && <div className="bar-says">{says}</div>}
      <div className="actions">{children}</div>
    </>,
    slot,
  )
}
