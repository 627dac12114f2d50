#!/usr/bin/env bash
# ics: an event of one week has no length in another calendar.
#
# The npm package writes calendar files and takes a duration of weeks, days, hours. RFC 5545 writes a
# week as P1W, alone, and puts a T only before hours, minutes or seconds. The package always adds the T,
# and writes weeks beside days: {weeks: 1} becomes P1WT, {weeks: 1, days: 2} becomes P1W2DT. It checks its
# input by a schema and reports no error, and lenient readers (ical.js, which Thunderbird uses) take
# both. Debian's icalendar does not: it keeps the event, puts the line among its errors where nobody
# looks, and the event has no duration at all. {days: 7} and {hours: 168}, the same length, survive.
# Hurt: reminders and windows ("AWS delivers within a week") that people import into a calendar.
# Instead: write an end, not a duration; or only hours and minutes; and read what was written with a
# strict reader.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
deb=python3-icalendar
deb_version=4.0.3-5
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
if [ "$found" != "$deb_version" ]; then
  echo "behaviour changed: $deb is $found, not $deb_version"
  exit 1
fi
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent ics@3.12.0 ical.js@2.2.1

cat >write.js <<'JS'
import { writeFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { createEvent } from 'ics'

const durations = { 'a week': { weeks: 1 }, 'a week and two days': { weeks: 1, days: 2 }, 'seven days': { days: 7 }, '168 hours': { hours: 168 } }
for (const [title, duration] of Object.entries(durations)) {
  const { error, value } = createEvent({ start: [2026, 11, 30, 9, 0], startInputType: 'utc', duration, title })
  if (error) throw new Error(`behaviour changed: ${title}: ${error}`)
  writeFileSync(`${title}.ics`, value)
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent('vevent'))
  console.log(title.padEnd(20), /DURATION:(.*)/.exec(value)[1].trim().padEnd(8), 'ical.js:', event.duration.toString())
}
JS
node write.js

cat >read.py <<'PY'
import icalendar

print('icalendar', icalendar.__version__)
expected = {'a week': False, 'a week and two days': False, 'seven days': True, '168 hours': True}
for title, survives in expected.items():
    with open(f'{title}.ics', 'rb') as file:
        [event] = icalendar.Calendar.from_ical(file.read()).walk('VEVENT')
    length = event.get('duration')
    print(title.ljust(20), length.dt if length else 'no duration', event.errors)
    if bool(length) != survives:
        raise SystemExit(f'behaviour changed: {title}')
print('Confirmed: what was given in weeks has no length for a reader that keeps to RFC 5545.')
PY
/usr/bin/python3 read.py
