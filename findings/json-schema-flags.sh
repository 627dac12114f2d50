#!/usr/bin/env bash
# zod's toJSONSchema() refuses what JSON Schema cannot say, a Set or a BigInt for instance; but it
# drops the flags of a regular expression without a word.
#
# A pattern in JSON Schema has no flags. So /^arn:aws/i becomes "^arn:aws", which is case-sensitive,
# /^a.b$/s no longer crosses a line break, and a sticky /a/y, which is held to the beginning, matches
# anywhere. The exported schema is stricter or laxer than the one that made it, and
# unrepresentable: 'throw', which is the default, does not throw. With an enum as key and optional
# values, every key becomes required, though zod takes an object without them.
# Hurt: engineers who publish the contract of an API or of a file from a zod schema: what one side
# accepts, the other refuses, for some inputs only.
# Instead: write [Aa] instead of the flag i, and check exported schemas against the original with
# generated values.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent zod@4.6.7 ajv@8.20.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

for (const name of ['zod', 'ajv'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const refused = (schema) => {
  try {
    z.toJSONSchema(schema)
    return false
  } catch {
    return true
  }
}
const cases = [
  ['/^arn:aws/, no flag', z.string().regex(/^arn:aws/), 'ARN:AWS:iam', 'no', 'no'],
  ['/^arn:aws/i', z.string().regex(/^arn:aws/i), 'ARN:AWS:iam', 'yes', 'no'],
  ['/^a.b$/s', z.string().regex(/^a.b$/s), 'a\nb', 'yes', 'no'],
  ['/a/y', z.string().regex(/a/y), 'ba', 'no', 'yes'],
  ['keys /^x/i', z.record(z.string().regex(/^x/i), z.string()), { X: 'one' }, 'yes', 'no'],
  ['keys a and b, optional', z.record(z.enum(['a', 'b']), z.string().optional()), { a: 'one' }, 'yes', 'no'],
]
const ajv = new Ajv2020()
console.log('Expected: the exported schema takes what the zod schema takes, or toJSONSchema() throws.')
console.log('Seen:')
console.log(`  a Set is refused: ${refused(z.set(z.string()))}, a BigInt: ${refused(z.bigint())}`)
let changed = refused(z.set(z.string())) && refused(z.bigint()) ? undefined : 'a Set or a BigInt is no longer refused'
for (const [what, schema, value, byZod, byExport] of cases) {
  const seenZod = schema.safeParse(value).success ? 'yes' : 'no'
  // Each in both directions: what goes in and what comes out are the same here.
  const seen = ['input', 'output'].map((io) => (ajv.compile(z.toJSONSchema(schema, { io }))(value) ? 'yes' : 'no'))
  const [seenIn, seenOut] = seen
  console.log(`  ${what}, ${JSON.stringify(value)}: zod ${seenZod}, exported schema ${seenOut}`)
  if (seenZod !== byZod || seenOut !== byExport || (what.startsWith('keys a') ? false : seenIn !== byExport))
    changed = `${what}: zod ${seenZod}, exported ${seen}`
}
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: the flags are lost, silently.')
JS
node probe.js
