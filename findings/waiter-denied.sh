#!/usr/bin/env bash
# AWS SDK for JavaScript: a waiter takes "you may not look" for "not yet".
#
# waitUntilStackCreateComplete asks DescribeStacks until the stack is complete. If AWS answers
# AccessDenied or ExpiredToken, the waiter goes on asking, with growing pauses, until maxWaitTime is
# over, and then throws TimeoutError. The AWS SDK for Python, with the same waiter of the same
# service, stops at the first such answer and says what it was.
# Hurt: users, who wait out the whole time that a stack was given, and are then told that it took too
# long, where a sign-in or one permission was missing.
# Instead: ask once outside the waiter and let that error out, or poll by yourself.
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
  @aws-sdk/client-cloudformation@3.1169.0 @smithy/core@3.41.1

# The same small server for both: every request is refused, with the code that its path names.
cat >server.js <<'JS'
import { createServer } from 'node:http'
export const counts = {}
export const server = createServer((request, response) => {
  const code = request.url.split('/')[1]
  counts[code] = (counts[code] ?? 0) + 1
  request.resume().on('end', () => {
    response.writeHead(403, { 'content-type': 'text/xml' })
    response.end(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`)
  })
})
JS
cat >probe.js <<'JS'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { CloudFormationClient, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation'
import { counts, server } from './server.js'

for (const name of ['@aws-sdk/client-cloudformation', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
const check = (what, seen, wanted) => {
  if (seen === wanted) return
  console.log(`behaviour changed: ${what}: ${seen}, not ${wanted}`)
  process.exit(1)
}

await once(server.listen(0, '127.0.0.1'), 'listening')
const base = `http://127.0.0.1:${server.address().port}`
const python = `
import sys, botocore.session
session = botocore.session.Session()
session.set_credentials('AKIDEXAMPLE', 'example')
client = session.create_client('cloudformation', region_name='us-east-1', endpoint_url=sys.argv[1])
try:
    client.get_waiter('stack_create_complete').wait(StackName='one', WaiterConfig={'Delay': 1, 'MaxAttempts': 6})
except Exception as error:
    print(type(error).__name__ + ': ' + str(error).splitlines()[0])
`
console.log('Expected: a refusal ends the wait, with its own name.')
console.log('Seen, for a wait of at most 6 seconds:')
for (const code of ['AccessDenied', 'ExpiredToken']) {
  const client = new CloudFormationClient({
    region: 'us-east-1',
    endpoint: `${base}/${code}`,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  })
  const options = { client, maxWaitTime: 6, minDelay: 1, maxDelay: 1 }
  const error = await waitUntilStackCreateComplete(options, { StackName: 'one' }).catch((one) => one)
  const asked = counts[code]
  counts[code] = 0
  const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', python, `${base}/${code}`], {
    env: { PATH: process.env.PATH, HOME: process.cwd(), AWS_EC2_METADATA_DISABLED: 'true' },
  })
  console.log(`  ${code}: JavaScript asked ${asked} times, then ${error.name}`)
  console.log(`  ${code}: Python asked ${counts[code]} time, then ${stdout.trim()}`)
  check(`${code}, the name in JavaScript`, error.name, 'TimeoutError')
  check(`${code}, JavaScript went on`, asked >= 3, true)
  check(`${code}, Python's requests`, counts[code], 1)
  check(`${code}, Python names it`, stdout.includes(code), true)
}
server.close()
server.closeAllConnections()
console.log('Confirmed: in JavaScript a refusal is waited out, and its name is lost.')
JS
NODE_NO_WARNINGS=1 node probe.js
