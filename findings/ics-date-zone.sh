#!/usr/bin/env bash
# ical-generator: name the readers' time zone, and the appointment is at another hour on each computer.
#
# A Date is a moment, wherever it is read. Given alone, the package writes it so: 090000Z. Given with
# timezone: 'Europe/Berlin', it writes the figures that this computer's clock shows at the moment and
# puts Berlin's name before them: from a computer in New York, 04:00 in Berlin, six hours early; from a
# server on UTC an hour early; right from one in Berlin, where it is tried. A zone for the whole calendar
# is worse, there the name is left away and each reader takes the figures for his own. timezone: 'UTC'
# is the one zone that is converted to.
# Hurt: people whose reminder comes hours off, and only where the program runs on another zone's computer.
# Instead: leave timezone away with a Date, the calendar shows the reader's own hour; or give an object
# that has its zone, as luxon's. Run the test under three values of TZ.
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
npm install --ignore-scripts --no-audit --no-fund --silent ical-generator@11.1.2

cat >write.js <<'JS'
import { writeFileSync } from 'node:fs'
import ical from 'ical-generator'

const start = new Date('2026-11-30T09:00:00Z')
const events = { 'no zone': {}, UTC: { timezone: 'UTC' }, Berlin: { timezone: 'Europe/Berlin' } }
for (const [name, zone] of Object.entries(events)) {
  const calendar = ical()
  calendar.createEvent({ id: name, stamp: start, start, summary: 'Trial', ...zone })
  writeFileSync(`${name}.ics`, calendar.toString())
}
const calendar = ical({ timezone: 'Europe/Berlin' })
calendar.createEvent({ id: 'all', stamp: start, start, summary: 'Trial' })
writeFileSync('calendar in Berlin.ics', calendar.toString())
JS
cat >read.py <<'PY'
import sys
from datetime import timezone
import icalendar

for name in ['no zone', 'UTC', 'Berlin', 'calendar in Berlin']:
    with open(f'{name}.ics', 'rb') as file:
        [event] = icalendar.Calendar.from_ical(file.read()).walk('VEVENT')
    start = event.decoded('DTSTART')
    told = start.astimezone(timezone.utc).strftime('%H:%MZ') if start.tzinfo else start.strftime('%H:%M anywhere')
    print(f'{name}: {told}', end='; ')
print()
PY
seen() { TZ=$1 node write.js && /usr/bin/python3 read.py; }

npm ls --depth 0 | grep ical-generator
echo 'Expected: 09:00Z, by each computer and with each zone: it is one moment.'
while IFS='|' read -r zone wanted; do
  told=$(seen "$zone")
  echo "  a computer in $zone: $told"
  if [ "${told% }" != "$wanted" ]; then
    echo "behaviour changed: from $zone"
    exit 1
  fi
done <<'WANTED'
UTC|no zone: 09:00Z; UTC: 09:00Z; Berlin: 08:00Z; calendar in Berlin: 09:00 anywhere;
Europe/Berlin|no zone: 09:00Z; UTC: 09:00Z; Berlin: 09:00Z; calendar in Berlin: 10:00 anywhere;
America/New_York|no zone: 09:00Z; UTC: 09:00Z; Berlin: 03:00Z; calendar in Berlin: 04:00 anywhere;
WANTED
echo 'Confirmed: one moment, three appointments.'
