import { useEffect, useState } from 'react'
import type { Language } from '../../electron/texts/catalogue.ts'
import { localeOf } from '../../electron/texts/locale.ts'
import { useLanguage } from './words.ts'

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
export function momentInWords({ locale, words }: Language, at: number, now = Date.now()): string {
  const { clock, dayAndMonth } = localeOf(locale)
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS)
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'other'
  return words.app.moment(day, dayAndMonth(at), clock(at))
}

/** `momentInWords` in the language that the window speaks. */
export function useMoment(): (at: number) => string {
  const language = useLanguage()
  return (at) => momentInWords(language, at)
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
