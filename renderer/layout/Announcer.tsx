import { useState } from 'react'
import { useHeldBy } from '../checklist/hold.ts'
import type { Said } from './announcements.ts'

/**
 * Tells screen readers, politely, what has changed. Each sentence is added and stays: of two texts that
 * replace each other in one place only the later is heard. What is behind a dialog is not heard at all,
 * so what happened meanwhile is told when the dialog is closed.
 */
export function Announcer({ said }: { readonly said: readonly Said[] }) {
  const isBehind = useHeldBy('dialog')
  const [told, setTold] = useState(said)
  if (!isBehind && told !== said) setTold(said)
  return (
    <div className="for-screen-readers" role="log">
      {told.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}
