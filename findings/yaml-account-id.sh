#!/usr/bin/env bash
# Two readers of YAML 1.1, one template: an account number keeps its zero, or loses it.
#
# Templates for CloudFormation are YAML 1.1. PyYAML (under the AWS CLI and most of AWS's tools) takes
# 0123… for an octal number only if all its digits are octal, and for text if there is an 8 or 9 in
# it. The npm package yaml, told version: '1.1', takes the second kind for a decimal number: the
# account 012345678909 becomes 12345678909, with no warning, and that is no account. The like with
# an external ID such as 12e5: YAML 1.1 wants a point in a float, so it is text for PyYAML; for yaml
# it is 1200000. Its default, version 1.2, does the same. And y is text for PyYAML, true for yaml.
# Hurt: people whose account number begins with a zero. A review of a template in JavaScript shows
# them another principal, or another external ID, than the Python tools see in the same bytes.
# Instead: compare what was written, not what it means: yaml's scalars keep it as .source.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }

deb=python3-yaml
deb_version=6.0-3+b2
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
[ "$found" = "$deb_version" ] || changed "$deb is $found, not $deb_version"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent yaml@2.9.1

cat >template.yaml <<'YAML'
octal digits only: 012345670123
with an 8 or a 9: 012345678909
no zero in front: 123456789012
external id: 12e5
answer: y
short answer: on
YAML
cat >read.py <<'PY'
import json
import yaml
print(json.dumps(yaml.safe_load(open('template.yaml'))))
PY
cat >probe.js <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parse, parseDocument } from 'yaml'

console.log('yaml', JSON.parse(readFileSync('node_modules/yaml/package.json')).version)
const text = readFileSync('template.yaml', 'utf8')
const python = JSON.parse(execFileSync('/usr/bin/python3', ['read.py'], { encoding: 'utf8' }))
const js = parse(text, { version: '1.1' })
const js12 = parse(text)
const document = parseDocument(text, { version: '1.1' })
const written = (key) => document.get(key, true).source

const expected = {
  'octal digits only': [1402433619, 1402433619, 12345670123],
  'with an 8 or a 9': ['012345678909', 12345678909, 12345678909],
  'no zero in front': [123456789012, 123456789012, 123456789012],
  'external id': ['12e5', 1200000, 1200000],
  answer: ['y', true, 'y'],
  'short answer': [true, true, 'on'],
}
console.log('Expected: two readers of YAML 1.1 read the same values.')
console.log('Seen:')
for (const [key, wanted] of Object.entries(expected)) {
  const seen = [python[key], js[key], js12[key]]
  const [a, b, c] = seen.map((value) => JSON.stringify(value))
  console.log(`  ${key}, written ${written(key)}: PyYAML ${a} | yaml 1.1 ${b} | yaml 1.2 ${c}`)
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
    console.log(`behaviour changed: ${key}`)
    process.exit(1)
  }
}
console.log('Confirmed: they disagree on an account number, an external ID and y.')
JS
node probe.js
