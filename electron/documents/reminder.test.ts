import { execFileSync } from 'node:child_process'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { analysisDue } from '../contract/first-analysis.ts'
import type { Language } from '../texts/catalogue.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { reminderFile, type Reminded } from './reminder.ts'

const about: Reminded = {
  connectionId: '7d0f6f2e-31f5-4d0c-9a55-0c9a2f5d7d11',
  accountId: '418207315602',
  registeredAt: Date.UTC(2026, 10, 28, 22, 41, 7),
  deliveryDue: Date.UTC(2026, 10, 29, 21, 0),
}
const inEnglish: Language = ENGLISH
/** Words as other languages have them: letters of two bytes, long, and with what a calendar file escapes. */
const long = `Prüfen; „ob“ die Auswertung, die fällig ist, da ist \\ ${'äöüß'.repeat(40)} 📅`
const inUmlauts: Language = {
  ...inEnglish,
  locale: 'de',
  words: {
    ...ENGLISH.words,
    reminder: { ...ENGLISH.words.reminder, title: long, lines: () => [long, 'Zeile zwei'] },
  },
}

/** What a calendar makes of it: ical.js, which Thunderbird uses, in its strict way. */
function read(text: string): ICAL.Component {
  const calendar = ICAL.Component.fromString(text)
  const events = calendar.getAllSubcomponents('vevent')
  expect(events).toHaveLength(1)
  return events[0] ?? calendar
}
const textOf = (component: ICAL.Component, name: string): string =>
  z.coerce.string().parse(component.getFirstPropertyValue(name))

describe('the reminder', () => {
  it('is at the hour when the analysis is due, with an alarm and what to do', () => {
    const event = read(reminderFile(inEnglish, about))
    const { startDate, endDate } = new ICAL.Event(event)
    expect(startDate.toJSDate().getTime()).toBe(analysisDue(about.registeredAt))
    expect(endDate.toJSDate().getTime() - startDate.toJSDate().getTime()).toBe(30 * 60_000)
    expect(startDate.zone.tzid).toBe('UTC')
    const [alarm] = event.getAllSubcomponents('valarm')
    expect(alarm && [textOf(alarm, 'action'), textOf(alarm, 'trigger')]).toEqual([
      'DISPLAY',
      'PT0S',
    ])
    const said = textOf(event, 'description')
    expect(said).toContain('ends in 5602')
    expect(said).toContain('November 29, 2026 at 21:00 UTC')
    expect(said).toContain('ask Spot Support')
  })

  it('names no account by its whole number, and no delivery that is not awaited', () => {
    const text = reminderFile(inEnglish, { ...about, deliveryDue: null })
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/\d{12}(?!T)/)
    expect(textOf(read(text), 'description')).not.toContain('first delivery')
  })

  it('has the same bytes each time, and is the same event after another registration', () => {
    expect(reminderFile(inEnglish, about)).toBe(reminderFile(inEnglish, { ...about }))
    const later = { ...about, registeredAt: about.registeredAt + 86_400_000 }
    const [first, second] = [about, later].map((one) => read(reminderFile(inEnglish, one)))
    expect(second && textOf(second, 'uid')).toBe(first && textOf(first, 'uid'))
    const stamps = [first, second].map((one) => one && textOf(one, 'dtstamp'))
    expect(stamps).toEqual(['2026-11-28T22:41:07Z', '2026-11-29T22:41:07Z'])
    const other = read(reminderFile(inEnglish, { ...about, connectionId: 'another' }))
    expect(textOf(other, 'uid')).not.toBe(first && textOf(first, 'uid'))
  })

  it.each([inEnglish, inUmlauts])('keeps to the form of calendar files: $locale', (language) => {
    const text = reminderFile(language, about)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = text.split('\r\n')
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // RFC 5545, 3.6.1: an event's properties come before its alarms.
    expect(text).toContain('END:VALARM\r\nEND:VEVENT\r\n')
    // No letter is cut in two.
    expect(text).not.toContain('\uFFFD')
    expect(textOf(read(text), 'summary')).toBe(language.words.reminder.title)
  })
})

/** Reads calendar files by Debian's icalendar, which keeps to the standard and lists what it finds wrong. */
const REFEREE = String.raw`
import json, sys
import icalendar
found = []
for text in json.load(sys.stdin):
    calendar = icalendar.Calendar.from_ical(text)
    [event] = calendar.walk('VEVENT')
    [alarm] = calendar.walk('VALARM')
    found.append({'errors': [str(one) for part in (calendar, event, alarm) for one in part.errors],
                  'start': event['dtstart'].dt.isoformat(), 'end': event['dtend'].dt.isoformat(),
                  'trigger': alarm['trigger'].dt.total_seconds(),
                  'summary': str(event['summary']), 'description': str(event['description'])})
json.dump(found, sys.stdout)
`
const python = (input: string): string =>
  execFileSync('/usr/bin/python3', ['-c', REFEREE], { input, encoding: 'utf8' })
const hasReferee = ((): boolean => {
  try {
    return python('[]') === '[]'
  } catch {
    return false
  }
})()

describe.skipIf(!hasReferee)('another reader of calendar files', () => {
  it('finds the same event, and nothing wrong', () => {
    const files = [inEnglish, inUmlauts].map((language) => reminderFile(language, about))
    expect(JSON.parse(python(JSON.stringify(files)))).toEqual(
      [inEnglish, inUmlauts].map(({ words }, at) => ({
        errors: [],
        start: '2026-11-30T22:41:07+00:00',
        end: '2026-11-30T23:11:07+00:00',
        trigger: 0,
        summary: words.reminder.title,
        description: textOf(read(files[at] ?? ''), 'description'),
      })),
    )
  })
})
