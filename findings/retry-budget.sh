#!/usr/bin/env bash
# AWS SDK for JavaScript: a client that has lived through an outage stops retrying, and time does not
# heal that.
#
# Behind maxAttempts stands a purse of 500 tokens per client. Each retry of a transient error costs
# 14, each one of throttling 5. With 3 attempts, 18 calls that fail empty it: from then on every call
# is sent once, whatever maxAttempts says, and the error is the plain one: nothing tells that a retry
# was due. One would guess that such a bucket fills up again with time; this one never looks at the
# clock. A call that succeeds at once puts back 1: a single retry has to be earned with 14 calls, the
# whole purse with hundreds.
# Hurt: the user of a program that stays open and polls. An evening without network, and next morning
# the first hiccup is an error on the screen, as if maxAttempts were 1.
# Instead: make a new client (or a new retry strategy) after an outage, or count attempts yourself.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-sts@3.1169.0 @smithy/core@3.41.1

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { HttpResponse } from '@smithy/core/protocols'

for (const name of ['@aws-sdk/client-sts', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

Math.random = () => 0.1 // short waits
let replies = () => 503
let sent = 0
const newClient = () =>
  new STSClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 3,
    requestHandler: {
      handle: async () => {
        sent += 1
        const xml = '<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>'
        const headers = { 'content-type': 'text/xml' }
        return { response: new HttpResponse({ statusCode: replies(), headers, body: Readable.from([Buffer.from(xml)]) }) }
      },
    },
  })
const client = newClient()
const ask = async (of = client) => {
  const before = sent
  const outcome = await of.send(new GetCallerIdentityCommand({})).then(() => 'ok', (error) => error.name)
  return { sent: sent - before, outcome }
}
/** Fails once, then works: what a retry is for. */
const hiccup = (of) => {
  const codes = [503, 200, 200]
  replies = () => codes.shift()
  return ask(of)
}
const works = async (times) => {
  replies = () => 200
  for (let i = 0; i < times; i += 1) await ask()
}
const told = ({ sent: count, outcome }) => `${outcome} after ${count}`

const fresh = await hiccup()
replies = () => 503
const outage = []
for (let i = 0; i < 20; i += 1) outage.push((await ask()).sent)
const strategy = await client.config.retryStrategy()
const left = strategy.getCapacity()

// A night: every clock that a program can read says so.
const night = 12 * 60 * 60 * 1000
const { now } = Date
Date.now = () => now() + night
const late = performance.now.bind(performance)
performance.now = () => late() + night
const morning = await hiccup()
const stillLeft = strategy.getCapacity()

// What a retry of throttling costs, of a purse that is full.
const throttled = newClient()
replies = () => 429
await ask(throttled)
const afterThrottling = (await throttled.config.retryStrategy()).getCapacity()

// Earned back, call by call, from nothing.
replies = () => 503
strategy.capacity = 0
await works(13)
const after13 = await hiccup()
strategy.capacity = 0
await works(14)
const after14 = await hiccup()
const other = await hiccup(newClient())

console.log('Expected: with maxAttempts 3, a call that fails once and then works, works; after an outage too, at the latest after a while.')
console.log('Seen:')
console.log('  a hiccup at first:               ', told(fresh))
console.log('  sends per call during an outage: ', outage.join(' '))
console.log('  a hiccup twelve hours later:     ', told(morning), `(${left} tokens then, ${stillLeft} now)`)
console.log('  tokens left after two retries of 429:', afterThrottling)
console.log('  from nothing, after 13 good calls:', told(after13))
console.log('  from nothing, after 14 good calls:', told(after14))
console.log('  a hiccup of a new client:        ', told(other))

const check = (what, seen, wanted) => {
  if (seen === wanted) return
  console.log(`behaviour changed: ${what}: ${seen}, not ${wanted}`)
  process.exit(1)
}
check('a hiccup at first', told(fresh), 'ok after 2')
check('the outage', outage.join(' '), `${Array(17).fill(3).join(' ')} 2 1 1`)
check('tokens left', left, 10)
check('the next morning', told(morning), 'Unknown after 1')
check('tokens in the morning', stillLeft, 10)
check('tokens after throttling', afterThrottling, 490)
check('13 good calls', after13.sent, 1)
check('14 good calls', told(after14), 'ok after 2')
check('a new client', told(other), 'ok after 2')
console.log('Confirmed: the purse was empty after 18 calls, and the night put nothing back.')
JS
NODE_NO_WARNINGS=1 node probe.js
