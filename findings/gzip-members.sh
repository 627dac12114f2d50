#!/usr/bin/env bash
# fflate: of a gzip file in parts, gunzipSync gives the first part, cut to the length of the last.
#
# A gzip file may be a series of members, one after the other, and its content is that of all of them
# (RFC 1952, section 2.2). Appending to a .gz file, `cat *.gz`, and log pipelines write such files. Node,
# pako, Python and the gzip program read them whole, and so does fflate's streaming Gunzip. fflate's
# gunzipSync, gunzip and decompressSync take the length of the whole from the file's last four bytes,
# which is the length of the last member, and fill that much with the first: of a long day and a short
# one the long one is left, cut in the middle of a line; of a day and an empty last member, nothing. No
# error, no warning, and no checksum that is looked at.
# Hurt: whoever sums the cost of a report that was put together from days: most rows are missing, and the
# last one has another number.
# Instead: the streaming Gunzip, or node:zlib.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent fflate@0.8.3 pako@3.0.3

cat >probe.js <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as fflate from 'fflate'
import * as pako from 'pako'

for (const name of ['fflate', 'pako'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const text = (bytes) => Buffer.from(bytes).toString()
const streamed = (bytes) => {
  const parts = []
  new fflate.Gunzip((part) => parts.push(part)).push(bytes, true)
  return Buffer.concat(parts)
}
const readers = {
  'node:zlib': gunzipSync,
  'pako ungzip': pako.ungzip,
  'the gzip program': () => execFileSync('gzip', ['-dc', 'report.gz']),
  'fflate Gunzip': streamed,
  'fflate gunzipSync': fflate.gunzipSync,
  'fflate gunzip': promisify(fflate.gunzip),
  'fflate decompressSync': fflate.decompressSync,
}
const one = '1,120.50\n2,99.10\n'
const files = {
  'one member': [one],
  'a long one, then a short one': [one, '3,5\n'],
  'a short one, then a long one': ['1,120.50\n', '2,99.10\n3,5\n'],
  'one, then an empty one': [one, ''],
}
const whole = new Set(['node:zlib', 'pako ungzip', 'the gzip program', 'fflate Gunzip'])
const left = {
  'one member': one,
  'a long one, then a short one': '1,12',
  'a short one, then a long one': '1,120.50\n',
  'one, then an empty one': '',
}
console.log('Expected: every reader gives the content of all members.')
console.log('Seen:')
for (const [file, members] of Object.entries(files)) {
  const bytes = Buffer.concat(members.map((member) => gzipSync(member)))
  writeFileSync('report.gz', bytes)
  console.log(`  ${file}: ${JSON.stringify(members.join(''))}`)
  for (const [name, read] of Object.entries(readers)) {
    const seen = text(await read(bytes))
    const wanted = whole.has(name) ? members.join('') : left[file]
    console.log(`    ${name}: ${seen === members.join('') ? 'whole' : JSON.stringify(seen)}`)
    if (seen === wanted) continue
    console.log(`behaviour changed: ${name}, ${file}: ${JSON.stringify(seen)}`)
    process.exit(1)
  }
}
console.log('Confirmed: three of fflate’s four readers give a part of the first member, as if it were all.')
JS
node probe.js
