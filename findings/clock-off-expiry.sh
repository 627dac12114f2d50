#!/usr/bin/env bash
# AWS SDK for JavaScript: the clock is corrected for signing, and not for when credentials end.
#
# A client on a computer whose clock is half an hour slow learns the right time from AWS's first
# answer, keeps the difference (config.systemClockOffset), and all it signs is right. One would guess
# that it looks at the same clock when it decides whether credentials have expired. It looks at the
# computer's: credentials that AWS has ended are sent on for 25 minutes, until five minutes before
# their end by the slow clock. The refusal, ExpiredToken, is not repeated and makes nobody ask the
# provider, which has fresh ones.
# Hurt: people with a slow clock, whose program works for an hour and then fails at every click.
# Instead: hand out an expiration by the corrected clock (expiration minus the offset), or on
# ExpiredToken drop what is remembered and ask once more.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-sts@3.1177.0 @aws-sdk/core@3.981.2 @smithy/core@3.41.1

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { HttpResponse } from '@smithy/core/protocols'

for (const name of ['@aws-sdk/client-sts', '@aws-sdk/core', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const MINUTE = 60_000
// The right time, which only AWS knows, and by how much this computer's clock is slow.
let truth = Date.UTC(2026, 10, 2, 9)
let slow = 0
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [truth - slow] : parts))
  }
  static now() {
    return truth - slow
  }
}

/** As AWS does: refuses what was signed more than five minutes ago or ahead, and what has expired. */
const answerAt = (ends) => async ({ headers }) => {
  const signedAt = RealDate.parse(headers['x-amz-date'].replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
  const key = /Credential=([^/]+)/.exec(headers.authorization)[1]
  const refused = Math.abs(signedAt - truth) > 5 * MINUTE ? 'SignatureDoesNotMatch' : truth >= ends.get(key) ? 'ExpiredToken' : ''
  const xml = refused
    ? `<ErrorResponse><Error><Type>Sender</Type><Code>${refused}</Code><Message>no</Message></Error></ErrorResponse>`
    : '<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>'
  return {
    response: new HttpResponse({
      statusCode: refused ? 403 : 200,
      headers: { 'content-type': 'text/xml', date: new RealDate(truth).toUTCString() },
      body: Readable.from([Buffer.from(xml)]),
    }),
  }
}
/** Two hours of a program that asks every four minutes, with credentials of an hour. */
const twoHours = async (minutesSlow) => {
  slow = minutesSlow * MINUTE
  truth = RealDate.UTC(2026, 10, 2, 9)
  const ends = new Map()
  const client = new STSClient({
    region: 'us-east-1',
    requestHandler: { handle: answerAt(ends) },
    credentials: async () => {
      const accessKeyId = `AKIDEXAMPLE${ends.size}`
      ends.set(accessKeyId, truth + 60 * MINUTE)
      return { accessKeyId, secretAccessKey: 'example', expiration: new RealDate(ends.get(accessKeyId)) }
    },
  })
  const failed = []
  for (let minute = 0; minute < 120; minute += 4) {
    const name = await client.send(new GetCallerIdentityCommand({})).then(() => '', (error) => error.name)
    if (name) failed.push(`${minute} ${name}`)
    truth += 4 * MINUTE
  }
  const offset = Math.round(client.config.systemClockOffset / MINUTE)
  return { failed: failed.join(', ') || 'none', offset, asked: ends.size }
}

const wanted = {
  0: { failed: 'none', offset: 0, asked: 3 },
  30: { failed: [60, 64, 68, 72, 76, 80, 84].map((minute) => `${minute} ExpiredToken`).join(', '), offset: 30, asked: 2 },
}
console.log('Expected: credentials are renewed before AWS ends them, by the clock that the client has corrected.')
console.log('Seen, in two hours of a request every four minutes:')
let changed
for (const minutes of [0, 30]) {
  const seen = await twoHours(minutes)
  console.log(`  clock ${minutes} minutes slow; the client corrects it by ${seen.offset}; asked for credentials ${seen.asked} times; failed at minute: ${seen.failed}`)
  if (JSON.stringify(seen) !== JSON.stringify(wanted[minutes])) changed = `${minutes} minutes slow: ${JSON.stringify(seen)}`
}
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: the client knows the right time, and sends credentials that ended by it.')
JS
NODE_NO_WARNINGS=1 node probe.js
