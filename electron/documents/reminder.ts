import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { CONSOLE_PAGES } from '../contract/console.ts'
import { analysisDue } from '../contract/first-analysis.ts'
import type { Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'

/** What the reminder is about; times in milliseconds since the epoch. */
export type Reminded = {
  readonly connectionId: string
  readonly accountId: string
  readonly registeredAt: number
  /** When AWS's first delivery is due, where it was still awaited; else null. */
  readonly deliveryDue: number | null
}

const HALF_AN_HOUR = 30 * 60 * 1000

/**
 * A calendar file with one event and an alarm, at the time when Spot's first analysis is due: by then
 * AWS's first delivery is due as well. Of the account it has the last four digits, and no name. Its bytes
 * follow from what is given alone, and its event is the same one each time, so that a calendar that has it
 * takes a second file for a correction. With an end and no duration: see `findings/ics-weeks.sh`.
 * Source: RFC 5545.
 */
export function reminderFile({ words, locale }: Language, about: Reminded): string {
  const { accountId, connectionId, deliveryDue, registeredAt } = about
  const { delivery, lines, title } = words.reminder
  const start = analysisDue(registeredAt)
  const paragraphs = [
    ...lines(accountId.slice(-4), CONSOLE_PAGES.spot),
    ...(deliveryDue === null ? [] : [delivery(localeOf(locale).dateInUtc(deliveryDue))]),
  ]
  const calendar = ical({ prodId: { company: 'Spot', product: 'Eco Connect', language: 'EN' } })
  const event = calendar.createEvent({
    id: `first-analysis-${connectionId}@eco-connect`,
    stamp: new Date(registeredAt),
    start: new Date(start),
    end: new Date(start + HALF_AN_HOUR),
    summary: title,
    description: paragraphs.join('\n\n'),
    // It takes nobody's time: a meeting can be at the same hour.
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: title })
  return `${calendar.toString()}\r\n`
}
