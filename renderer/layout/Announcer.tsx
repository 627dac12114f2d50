import { useEffect, useState } from 'react'
import { useHeldBy } from '../checklist/hold.ts'
import type { Said } from './announcements.ts'

/**
 * Milliseconds in which more may come that is told with it: of several texts that are added at once
 * Orca 43 speaks the last one first.
 */
const TOGETHER = 250
/** As many stay to be found; whoever reads them late wants the last ones. */
const KEPT = 8

/**
 * Tells screen readers, politely, what has changed. Each text is added and stays: of two that replace
 * each other in one place only the later is heard. What is behind a dialog is not heard at all, so what
 * happened meanwhile is told when the dialog is closed.
 */
export function Announcer({ said }: { readonly said: readonly Said[] }) {
  const isBehind = useHeldBy('dialog')
  const [told, setTold] = useState<readonly (readonly Said[])[]>([])
  useEffect(() => {
    const last = told.at(-1)?.at(-1)?.id ?? 0
    const fresh = said.filter(({ id }) => id > last)
    if (isBehind || fresh.length === 0) return undefined
    const timer = setTimeout(() => setTold([...told, fresh].slice(-KEPT)), TOGETHER)
    return () => clearTimeout(timer)
  }, [said, told, isBehind])
  return (
    <div className="for-screen-readers" role="log">
      {told.map((texts) => (
        <p key={texts[0]?.id}>{stillTrue(texts).join('. ')}</p>
      ))}
    </div>
  )
}

function stillTrue(texts: readonly Said[]): readonly string[] {
  return texts
    .filter(({ about }, index) => !texts.slice(index + 1).some((later) => later.about === about))
    .map(({ text }) => text)
}
