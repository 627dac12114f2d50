import type { ReactNode } from 'react'
import type { TopicId } from '../../electron/contract/help.ts'

/** Opens a page of Help. */
export function TopicButton({
  id,
  onOpen,
  children,
}: {
  readonly id: TopicId
  readonly onOpen: (id: TopicId) => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className="link"
      data-action="help-topic"
      data-topic={id}
      onClick={() => onOpen(id)}
    >
      {children}
    </button>
  )
}
