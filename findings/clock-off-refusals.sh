#!/usr/bin/env bash
# AWS SDK for JavaScript: on a computer whose clock is wrong, every refusal is sent three times.
#
# The SDK learns the right time from the first answer, signs with it, and sends a request again that
# failed for its time. One would guess: that one, once. But it does so with whatever AWS refuses, for
# as long as the program runs, if the clock is four minutes off or more: "there is no such role",
# "that name is taken", an invalid template. What is asked is whether the correction that was just
# learnt differs from the last one, and it is counted in milliseconds, so that it always does. Each
# repetition is paid from the client's purse of retries, which 18 refusals empty. The AWS SDK for
# Python sends each refused request once, whatever the time is.
# Hurt: users with a wrong clock: looking for things that are not there yet takes three times as long,
# what they change is asked for three times, and after that a real hiccup is no longer retried.
# Instead: a retry strategy of your own that does not repeat an error with $metadata.clockSkewCorrected
# unless its name is one of a wrong time, or of a refusal that may be one.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }

deb=python3-botocore
deb_version=1.29.27+repack-1
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
[ "$found" = "$deb_version" ] || changed "$deb is $found, not $deb_version"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-iam@3.1169.0 @aws-sdk/core@3.981.2 @smithy/core@3.41.1

cat >ask.py <<'PY'
import sys
import botocore.session

session = botocore.session.Session()
session.set_credentials('AKIDEXAMPLE', 'example')
client = session.create_client('iam', region_name='us-east-1', endpoint_url=sys.argv[1])
for _ in range(20):
    try:
        client.get_role(RoleName='one')
    except client.exceptions.NoSuchEntityException:
        pass
PY
cat >probe.js <<'JS'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam'

for (const name of ['@aws-sdk/client-iam', '@aws-sdk/core', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

// The server's clock goes right; this computer's is off by so many minutes, seen from there.
let off = 0
let sent = 0
const server = createServer((request, response) => {
  sent += 1
  request.resume().on('end', () => {
    const date = new Date(Date.now() - off * 60_000).toUTCString()
    response.writeHead(404, { 'content-type': 'text/xml', date })
    response.end('<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no</Message></Error></ErrorResponse>')
  })
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const endpoint = `http://127.0.0.1:${server.address().port}`

/** How often each of 20 calls is sent, and what is left of 500 tokens for retries. */
const asked = async () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }
  const client = new IAMClient({ region: 'us-east-1', endpoint, credentials })
  const counts = []
  for (let i = 0; i < 20; i += 1) {
    const before = sent
    const error = await client.send(new GetRoleCommand({ RoleName: 'one' })).catch((one) => one)
    if (error.name !== 'NoSuchEntityException') throw error
    counts.push(sent - before)
  }
  return `${counts.join(' ')}, ${(await client.config.retryStrategy()).getCapacity()} left`
}
const askedByPython = async () => {
  const before = sent
  const env = { PATH: process.env.PATH, HOME: process.cwd(), AWS_EC2_METADATA_DISABLED: 'true' }
  await promisify(execFile)('/usr/bin/python3', ['ask.py', endpoint], { env })
  return sent - before
}

const once20 = `${Array(20).fill(1).join(' ')}, 500 left`
const thrice = `${Array(17).fill(3).join(' ')} 2 1 1, 10 left`
const wanted = { 0: once20, 3: once20, 5: thrice, '-5': thrice, 60: thrice }
console.log('Expected: "no such role" is sent once for each of 20 calls; with a wrong clock, the first one once more.')
console.log('Seen, by how many minutes the clock is off:')
let changed
for (const minutes of [0, 3, 5, -5, 60]) {
  off = minutes
  const seen = await asked()
  console.log(`  ${minutes}: ${seen}`)
  if (seen !== wanted[minutes]) changed = `${minutes} minutes off: ${seen}`
}
const python = await askedByPython()
console.log(`  ${off}, the SDK for Python: ${python} requests for 20 calls`)
if (python !== 20) changed = `Python sends ${python} requests`
server.close()
server.closeAllConnections()
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: off by five minutes, each refusal is sent three times, until the purse is empty.')
JS
NODE_NO_WARNINGS=1 node probe.js
