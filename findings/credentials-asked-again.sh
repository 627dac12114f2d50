#!/usr/bin/env bash
# AWS SDK for JavaScript: in the last five minutes of a session, one request asks for credentials
# two or three times.
#
# A credentials provider that returns an expiration is remembered until five minutes before it. One
# would guess that after that each request asks once. It asks twice, one time to find the identity
# and one time to sign, and the very first request of a client three times; each answer is thrown
# away but the last. Credentials that never live longer (the rest of a session that another program
# handed over) pay that on every single request. An older generation of clients asks once, and
# twice at first.
# Hurt: users whose provider shows a prompt, calls AssumeRole or starts a program: two prompts, two
# entries in the audit log, twice the wait for each request, just when the session is about to end.
# Instead: remember the answer inside the provider, for a second or until its expiration.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-sts@3.1169.0 @aws-sdk/core@3.981.2 @smithy/core@3.41.1 \
  @aws-sdk/client-cost-and-usage-report-service@3.332.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import {
  CostAndUsageReportServiceClient,
  DescribeReportDefinitionsCommand,
} from '@aws-sdk/client-cost-and-usage-report-service'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { HttpResponse } from '@smithy/core/protocols'

for (const name of ['@aws-sdk/client-sts', '@aws-sdk/core', '@smithy/core', '@aws-sdk/client-cost-and-usage-report-service'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const clients = {
  'STS 3.1169.0': [STSClient, GetCallerIdentityCommand, '<GetCallerIdentityResponse/>'],
  'CUR 3.332.0': [CostAndUsageReportServiceClient, DescribeReportDefinitionsCommand, '{}'],
}
/** How often the provider is asked for each of four requests, one after the other. */
const asked = async ([Client, Command, body], minutesLeft) => {
  let calls = 0
  const client = new Client({
    region: 'us-east-1',
    credentials: async () => {
      calls += 1
      const expiration = new Date(Date.now() + minutesLeft * 60_000)
      return { accessKeyId: `AKIDEXAMPLE${calls}`, secretAccessKey: 'example', expiration }
    },
    requestHandler: {
      handle: async () => ({
        response: new HttpResponse({ statusCode: 200, headers: {}, body: Readable.from([Buffer.from(body)]) }),
      }),
    },
  })
  const counts = []
  for (let i = 0; i < 4; i += 1) {
    const before = calls
    await client.send(new Command({}))
    counts.push(calls - before)
  }
  return counts.join(' ')
}
const wanted = {
  'STS 3.1169.0': { 6: '1 0 0 0', 4: '3 2 2 2' },
  'CUR 3.332.0': { 6: '1 0 0 0', 4: '2 1 1 1' },
}
console.log('Expected: with more than five minutes left, asked once in all; with less, once for each request.')
console.log('Seen, for four requests one after the other:')
let changed
for (const [name, parts] of Object.entries(clients))
  for (const minutes of [6, 4]) {
    const counts = await asked(parts, minutes)
    console.log(`  ${name}, ${minutes} minutes left: ${counts}`)
    if (counts !== wanted[name][minutes]) changed = `${name}, ${minutes} minutes left: ${counts}`
  }
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: three times for the first request, twice for each later one.')
JS
NODE_NO_WARNINGS=1 node probe.js
