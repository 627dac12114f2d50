#!/usr/bin/env bash
# AWS SDK for JavaScript: a waiter gives up long before its maxWaitTime, and calls that a timeout.
#
# maxWaitTime is documented as the most seconds that a waiter waits. Once the pauses have grown to
# maxDelay, the waiter stops as soon as the next full pause would end behind that limit: it neither
# shortens the pause nor looks a last time. The earlier, growing pauses are shortened, so that short
# trials do not show it. With the pauses that the SDK itself sets for CloudFormation (30 to 120
# seconds), a wait of "at most 10 minutes" ends up to two minutes early.
# Hurt: users whose stack was complete within the time, and who are told that it took too long; whoever
# takes that for a failed stack deletes or repeats it.
# Instead: look once more after a TimeoutError before saying anything, or poll by yourself.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-cloudformation@3.1169.0 @smithy/core@3.41.1

cat >probe.js <<'JS'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { CloudFormationClient, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation'

for (const name of ['@aws-sdk/client-cloudformation', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
const check = (what, holds) => {
  if (holds) return
  console.log(`behaviour changed: ${what}`)
  process.exit(1)
}
const member = (status) =>
  `<member><StackName>one</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus></member>`
const reply = (status) =>
  `<DescribeStacksResponse><DescribeStacksResult><Stacks>${member(status)}</Stacks></DescribeStacksResult></DescribeStacksResponse>`

// A service with a clock of its own: the stack is complete after `ready` seconds.
let now = 0
let ready = 0
const asked = []
const server = createServer((request, response) => {
  asked.push(now)
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    response.end(reply(now >= ready ? 'CREATE_COMPLETE' : 'CREATE_IN_PROGRESS'))
  })
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const client = new CloudFormationClient({
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${server.address().port}`,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
})

// Whole pauses of the waiter pass at once; the time of day that it looks at is that clock's.
const realSetTimeout = globalThis.setTimeout
const started = Date.now()
const realNow = Date.now
globalThis.setTimeout = (work, ms, ...rest) => {
  if (!new Error().stack.includes('sleep')) return realSetTimeout(work, ms, ...rest)
  now += ms / 1000
  return realSetTimeout(work, 0, ...rest)
}
Date.now = () => started + now * 1000

async function wait(options, complete) {
  now = 0
  ready = complete
  asked.length = 0
  const outcome = await waitUntilStackCreateComplete({ client, ...options }, { StackName: 'one' }).catch(
    (error) => error,
  )
  return { name: outcome.name ?? outcome.state, ended: now, looks: [...asked] }
}

console.log('Expected: who may wait 60 seconds sees a stack that is complete after 50.')
const plain = await wait({ maxWaitTime: 60, minDelay: 40, maxDelay: 40 }, 50)
console.log(`Seen, with a pause of 40 seconds: ${plain.name} after ${plain.ended}, looks at ${plain.looks.join(', ')}`)
check('the wait of 60 seconds', plain.name === 'TimeoutError' && plain.ended === 40)

const growing = await wait({ maxWaitTime: 60, minDelay: 40, maxDelay: 400 }, 50)
console.log(`With pauses that still grow: ${growing.name} after ${growing.ended.toFixed(1)}`)
check('a growing pause is shortened', growing.name === 'SUCCESS' && growing.ended < 60)

console.log('With the pauses of the SDK itself, 100 waits of at most 600 seconds for a stack that needs 599:')
const ends = []
for (let run = 0; run < 100; run++) {
  const { name, ended } = await wait({ maxWaitTime: 600 }, 599)
  check('none sees it', name === 'TimeoutError')
  ends.push(ended)
}
ends.sort((a, b) => a - b)
console.log(`  all gave up, after ${ends[0].toFixed(0)} to ${ends[99].toFixed(0)} seconds, half of them before ${ends[50].toFixed(0)}`)
check('up to two minutes early', ends[0] < 520 && ends[99] <= 600)
Date.now = realNow
server.close()
server.closeAllConnections()
console.log('Confirmed: maxWaitTime is not how long is waited, and there is no last look.')
JS
NODE_NO_WARNINGS=1 node probe.js
