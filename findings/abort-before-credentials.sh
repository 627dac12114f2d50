#!/usr/bin/env bash
# AWS SDK for JavaScript: abortSignal does not reach the wait for credentials.
#
# Aborting a call ends it at once while the request is under way, and also in the pause before a
# retry. While the client waits for its credentials nothing listens: the call ends only after the
# provider has answered, however long that takes, and a provider that never answers keeps it for ever.
# A provider is often the slowest part: it renews a session, starts a program, waits for a finger on a
# security key. If the provider fails meanwhile, the caller gets that error instead of an AbortError.
# Hurt: the user whose "Cancel" does nothing just while a sign-in hangs, which is when it is pressed.
# Instead: race the call against the signal yourself, or let the provider know the signal.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-sts@3.1169.0 @aws-sdk/core@3.981.2 @smithy/core@3.41.1 @smithy/node-http-handler@4.14.2

cat >probe.js <<'JS'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'

for (const name of ['@aws-sdk/client-sts', '@aws-sdk/core', '@smithy/core', '@smithy/node-http-handler'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

let requests = 0
const server = createServer((request, response) => {
  requests += 1
  request.resume()
  if (request.url.startsWith('/busy')) response.writeHead(503, { 'retry-after': '4' }).end('<a/>')
  // Otherwise there is no answer.
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address()

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }
const later = (ms, act) => new Promise((resolve, reject) => setTimeout(() => act(resolve, reject), ms))
/** Aborted after half a second: how the call ends, and whether it did so at once. */
const cancelled = async (path, credentials) => {
  const client = new STSClient({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}${path}`, credentials })
  const before = requests
  const stop = new AbortController()
  const begun = performance.now()
  const call = client.send(new GetCallerIdentityCommand({}), { abortSignal: stop.signal })
  setTimeout(() => stop.abort(), 500)
  const name = await call.then(() => 'a result', (error) => error.name)
  const took = performance.now() - begun
  client.destroy()
  return { name, when: took < 2500 ? 'at once' : 'when the provider ended', sent: requests - before }
}
const seen = {
  'no answer from the server': await cancelled('/', keys),
  'in the pause before a retry': await cancelled('/busy', keys),
  'credentials take 4 seconds': await cancelled('/', () => later(4000, (resolve) => resolve(keys))),
  'credentials fail after 4 seconds': await cancelled('/', () =>
    later(4000, (_, reject) => reject(Object.assign(new Error('no'), { name: 'NotSignedIn' })))),
}
server.close()
server.closeAllConnections()
const late = 'when the provider ended'
const wanted = {
  'no answer from the server': { name: 'AbortError', when: 'at once', sent: 1 },
  'in the pause before a retry': { name: 'AbortError', when: 'at once', sent: 1 },
  'credentials take 4 seconds': { name: 'AbortError', when: late, sent: 0 },
  'credentials fail after 4 seconds': { name: 'NotSignedIn', when: late, sent: 0 },
}
console.log('Expected: aborted after half a second, the call ends then, with an AbortError.')
console.log('Seen:')
for (const [what, { name, when, sent }] of Object.entries(seen))
  console.log(`  ${what}: ${name}, ${when} (requests sent: ${sent})`)
for (const [what, one] of Object.entries(seen))
  if (JSON.stringify(one) !== JSON.stringify(wanted[what])) {
    console.log(`behaviour changed: ${what}: ${JSON.stringify(one)}`)
    process.exit(1)
  }
console.log('Confirmed: the wait for credentials cannot be aborted.')
process.exit(0)
JS
NODE_NO_WARNINGS=1 node probe.js
