#!/usr/bin/env bash
# @aws-sdk/client-*: one error page of a proxy whose clock is wrong, and the right clock is "too skewed".
#
# A client signs each request with the time. It takes that from the computer, corrected by the header
# Date of the last answer: of every answer, AWS's or not, by seconds or by hours. So a proxy's own page
# ("503, try again later"), with a clock that is an hour behind, sets the clock of the next attempt, and
# AWS refuses that one: RequestTimeTooSkewed. The client repeats such a refusal only when the corrected
# clock is four minutes or more from the computer's; this one is now right again, so nothing is repeated,
# though two attempts are left.
# Hurt: users who are told to set a clock that is right, in place of a short outage that would have
# healed; the same happens to a client whose next call comes hours later.
# Instead: compare the computer's clock with a Date of AWS's before you tell people to set it; repeat
# such a call once yourself; or set disableClockSkewCorrection where clocks are looked after.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @aws-sdk/client-s3@3.1175.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'

const HOUR = 3_600_000
const signedAt = (stamp) => Date.parse(stamp.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
const late = (stamp) => Math.round((Date.now() - signedAt(stamp)) / HOUR)

// First the proxy's page, by the proxy's clock; then S3, which knows the time and keeps to its 15 minutes.
async function calls(proxyBehind, settings) {
  const attempts = []
  const server = createServer((request, response) => {
    const hours = late(request.headers['x-amz-date'])
    attempts.push(hours)
    if (attempts.length === 1) {
      response.writeHead(503, { date: new Date(Date.now() - proxyBehind).toUTCString(), 'content-type': 'text/html' })
      response.end('<html><body>The proxy had no answer. Try again.</body></html>')
    } else if (hours === 0) {
      response.end('<ListAllMyBucketsResult/>')
    } else {
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end('<Error><Code>RequestTimeTooSkewed</Code><Message>Too large a difference.</Message></Error>')
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'trial', secretAccessKey: 'trial' },
    maxAttempts: 4,
    ...settings,
  })
  const told = await client.send(new ListBucketsCommand({})).then(() => 'ok', (error) => error.name)
  client.destroy()
  server.close()
  return `${told}, signed hours ago: ${attempts.join(', ')}`
}

console.log('client-s3', JSON.parse(readFileSync('node_modules/@aws-sdk/client-s3/package.json')).version, 'maxAttempts 4')
const expected = [
  ["the proxy's clock is right", 0, {}, 'ok, signed hours ago: 0, 0'],
  ["the proxy's clock is an hour behind", HOUR, {}, 'RequestTimeTooSkewed, signed hours ago: 0, 1'],
  ['the same, uncorrected', HOUR, { disableClockSkewCorrection: true }, 'ok, signed hours ago: 0, 0'],
]
console.log('Expected: ok, signed hours ago: 0, 0, each time: the computer’s clock is right.')
for (const [what, behind, settings, wanted] of expected) {
  const seen = await calls(behind, settings)
  console.log(`  ${what}: ${seen}`)
  if (seen !== wanted) {
    console.log('behaviour changed: whose clock a request is signed by')
    process.exit(1)
  }
}
console.log('Confirmed: a proxy’s page sets the clock, and the refusal that follows is final.')
JS
NODE_NO_WARNINGS=1 node probe.js
