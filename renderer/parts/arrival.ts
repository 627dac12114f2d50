import { type RefObject, useEffect, useRef } from 'react'
import { useHeldBy } from '../checklist/hold.ts'

/**
 * For the heading of a page that stands in place of the checklist: who is nowhere, as after the start, is
 * led to it; who has the focus elsewhere keeps it. What came about behind a dialog is led to once that
 * is closed, as the dialog was about it.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const isBehind = useHeldBy('dialog')
  const isAwaited = useRef(true)
  const wasBehind = useRef(isBehind)
  useEffect(() => {
    if (isBehind || !isAwaited.current) return
    isAwaited.current = false
    const isNowhere = document.activeElement === document.body
    if (isNowhere || wasBehind.current) heading.current?.focus({ preventScroll: true })
  }, [isBehind])
  return heading
}
