import { useEffect, useState } from 'react'
import { moment } from '../../electron/texts/en/app.ts'

const DAY_MS = 86_400_000

/** The current time (ms since the epoch), renewed every `everyMs` while the component is shown. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** A moment in words, in the person's own time zone: `today at 14:32`. */
export function momentInWords(at: number, now = Date.now()): string {
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at)
  const date = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long' }).format(at)
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS)
  return moment(days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'other', date, clock)
}

/** A time of day with seconds, for lists of events. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(at)
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
