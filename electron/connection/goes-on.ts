import type { AppError } from '../errors/app-error.ts'
import { fail } from '../errors/failure.ts'
import { localeOf } from '../texts/locale.ts'
import type { AtWork } from './at-work.ts'

/**
 * What is told of a sign-in that is over here and not at AWS, with its end there in the person's own
 * time zone; empty where AWS has ended it. The day is named, since it may be read tomorrow.
 */
export function goesOnAtAws({
  session,
  language,
}: Pick<AtWork, 'session' | 'language'>): readonly AppError[] {
  const end = session.goesOnUntil()
  if (end === null) return []
  const { clock, dayAndMonth } = localeOf(language().locale)
  return [fail('sign-in-goes-on', { until: clock(end), day: dayAndMonth(end) }).error]
}
