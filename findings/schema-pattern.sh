#!/usr/bin/env bash
# JSON Schema: one pattern, three validators, and each has another account number for valid.
#
# A pattern in JSON Schema is a regular expression of JavaScript's, with Unicode. ajv reads it so. Debian's
# jsonschema and fastjsonschema hand it to Python's: there \d is every digit of every script, so that an
# account number in Arabic digits is one, and \w every letter. \p{L}, which JavaScript has and which zod
# writes into the schema that it makes of a check, is an error in Python; jsonschema finds that only
# when a file has the field, so that a schema is published, and fails for the first who fills it in.
# check_schema, which looks whether a schema is one, has nothing to say against it.
# Hurt: administrators whose valid file cannot be checked, and who are shown a traceback; those who check a
# file here and hear from the program that reads it that it is wrong.
# Instead: write [0-9] and [A-Za-z0-9_], and characters by number (\u0000-\u001f) in place of \p; run each
# pattern of a published schema through Python's in a test.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }
debs=(python3-fastjsonschema python3-jsonschema)
if ! dpkg-query -W "${debs[@]}" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "${debs[@]}"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Package} ${Version}\n' "${debs[@]}")
echo "$found"
for pinned in 'python3-fastjsonschema 2.16.3' 'python3-jsonschema 4.10.3'; do
  [[ $found == *"$pinned"* ]] || changed "not $pinned"
done
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent ajv@8.20.0 zod@4.6.7

cat >check.py <<'PY'
import json
import sys
import fastjsonschema
import jsonschema

def verdict(check):
    try:
        return 'valid' if check() else 'invalid'
    except fastjsonschema.JsonSchemaValueException:
        return 'invalid'
    except Exception as problem:
        return type(problem).__name__

schema, value = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(schema)
empty = jsonschema.Draft202012Validator(schema).is_valid({})
full = verdict(lambda: jsonschema.Draft202012Validator(schema).is_valid(value))
fast = verdict(lambda: fastjsonschema.compile({**schema, '$schema': 'http://json-schema.org/draft-07/schema#'})(value))
print(json.dumps([empty, full, fast]))
PY
cat >probe.js <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import * as z from 'zod'

for (const name of ['ajv', 'zod']) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
const account = z.string().regex(/^\d{12}$/)
const user = z.string().regex(/^\w+$/)
const name = z.string().regex(/^\p{L}+$/u)
console.log('Expected: one verdict, that of zod, which made the schema.')
for (const [check, value, ...wanted] of [
  [account, '123456789012', 'valid', 'valid', 'valid'],
  [account, '١٢٣٤٥٦٧٨٩٠١٢', 'invalid', 'valid', 'valid'],
  [user, 'müller', 'invalid', 'valid', 'valid'],
  [name, 'Müller', 'valid', 'error', 'error'],
]) {
  const field = z.strictObject({ field: check.optional() })
  const schema = z.toJSONSchema(field)
  const given = { field: value }
  const input = JSON.stringify([schema, given])
  const [empty, python, fast] = JSON.parse(execFileSync('/usr/bin/python3', ['check.py'], { input, encoding: 'utf8' }))
  const zod = field.safeParse(given).success ? 'valid' : 'invalid'
  const ajv = new Ajv.default().validate(schema, given) ? 'valid' : 'invalid'
  console.log(`  ${schema.properties.field.pattern.padEnd(12)}${value.padEnd(14)}zod ${zod}; ajv ${ajv}; jsonschema ${python}; fastjsonschema ${fast}`)
  if (!empty || zod !== ajv || JSON.stringify([ajv, python, fast]) !== JSON.stringify(wanted)) {
    console.log(`behaviour changed: ${schema.properties.field.pattern}`)
    process.exit(1)
  }
}
console.log('Confirmed: two digits that are none, and one name that cannot be checked.')
JS
node probe.js
