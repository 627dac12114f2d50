#!/usr/bin/env bash
# @aws-sdk/credential-provider-login: a refused renewal takes credentials away that still live.
#
# A profile of `aws login` has credentials for 15 minutes, and the provider renews them when at most five
# minutes are left. If the sign-in service is down (500), throttles (429) or finds the request invalid
# (400), it goes on with the credentials that it has: they live for minutes, and that is said in a
# warning. If the service refuses (401, 403: the sign-in has ended, a password was changed, a permission
# is missing), the same credentials, which live as long, are not given out: the load fails. So what
# reads as "renews early, to be on the safe side" ends a twelve-hour sign-in five minutes before its
# last credentials do, in the middle of whatever runs.
# Hurt: long work at the end of a sign-in (a stack being created, an upload), which would have had
# minutes to finish or to say what is coming.
# Instead: load once, keep the credentials with their own expiry, and ask for new ones yourself;
# a refusal says that no new ones come, not that the old ones have gone.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @aws-sdk/credential-provider-login@3.972.94

cat >probe.js <<'JS'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fromLoginCredentials } from '@aws-sdk/credential-provider-login'

const { version } = JSON.parse(readFileSync('node_modules/@aws-sdk/credential-provider-login/package.json'))
console.log('@aws-sdk/credential-provider-login', version)

const session = 'arn:aws:iam::111122223333:user/finance'
writeFileSync('config', `[profile finance]\nlogin_session = ${session}\nregion = us-east-1\n`)
process.env.AWS_CONFIG_FILE = 'config'
process.env.AWS_SHARED_CREDENTIALS_FILE = 'none'
process.env.AWS_LOGIN_CACHE_DIRECTORY = 'cache'
mkdirSync('cache')
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const minutesLeft = 4
const keep = () =>
  writeFileSync(
    `cache/${createHash('sha256').update(session).digest('hex')}.json`,
    JSON.stringify({
      accessToken: {
        accessKeyId: 'ASIAEXAMPLE',
        secretAccessKey: 'example',
        sessionToken: 'example',
        accountId: '111122223333',
        expiresAt: new Date(Date.now() + minutesLeft * 60_000).toISOString(),
      },
      tokenType: 'aws_sigv4',
      clientId: 'arn:aws:signin:::devtools/same-device',
      refreshToken: 'example',
      idToken: 'example',
      dpopKey: privateKey.export({ type: 'sec1', format: 'pem' }),
    }),
  )

let answer
let asked = 0
const server = createServer((request, response) => {
  asked++
  request.resume().on('end', () => {
    response.writeHead(answer.status, { 'content-type': 'application/json', 'x-amzn-errortype': answer.type })
    response.end(JSON.stringify({ error: answer.error, message: 'example' }))
  })
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const endpoint = `http://127.0.0.1:${server.address().port}`

const seen = {}
for (answer of [
  { status: 500, type: 'InternalServerException', error: 'server_error' },
  { status: 429, type: 'TooManyRequestsError', error: 'INVALID_REQUEST' },
  { status: 400, type: 'ValidationException', error: 'INVALID_REQUEST' },
  { status: 401, type: 'AccessDeniedException', error: 'TOKEN_EXPIRED' },
  { status: 403, type: 'AccessDeniedException', error: 'INSUFFICIENT_PERMISSIONS' },
]) {
  keep()
  asked = 0
  const load = fromLoginCredentials({ profile: 'finance', clientConfig: { endpoint, maxAttempts: 1 } })
  const outcome = await load().then(
    ({ accessKeyId, expiration }) =>
      `${accessKeyId}, ${Math.round((expiration - Date.now()) / 60_000)} minutes left`,
    ({ name, message }) => `${name}: ${message.split('.')[0]}`,
  )
  seen[answer.error + answer.status] = outcome
  console.log(answer.status, answer.error.padEnd(25), `asked ${asked} time(s):`, outcome)
}
server.close()

const goesOn = /^ASIAEXAMPLE, 4 minutes left$/
const isAsSeen =
  goesOn.test(seen.server_error500) &&
  goesOn.test(seen.INVALID_REQUEST429) &&
  goesOn.test(seen.INVALID_REQUEST400) &&
  /^CredentialsProviderError: Your session has expired/.test(seen.TOKEN_EXPIRED401) &&
  /^CredentialsProviderError/.test(seen.INSUFFICIENT_PERMISSIONS403)
if (!isAsSeen) throw new Error(`behaviour changed: ${JSON.stringify(seen)}`)
JS
node probe.js
