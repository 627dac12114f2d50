#!/usr/bin/env bash
# httpntlm, axios-ntlm: who has an ß in the user name is refused by the proxy, with the right password.
#
# NTLMv2 mixes the user name, in capitals, into the proof of the password. Windows and Samba make
# capitals letter by letter: ß has none and stays. JavaScript's toUpperCase follows Unicode for whole
# texts and makes SS of it, one letter more, so that the proof is another one and the server answers
# "wrong name or password". For httpntlm, other German letters are all right; axios-ntlm offers the
# server no Unicode at all, so that it loses ü, too. In the password each of them is fine with both.
# Hurt: Frau Weiß and Herr Großmann, who type their password again until the account is locked, behind
# the proxy that lets their colleagues through.
# Instead: make capitals of one letter at a time and keep what grows: [...name].map((letter) =>
# letter.toUpperCase().length > letter.length ? letter : letter.toUpperCase()).
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
deb=winbind
deb_version=2:4.17.12+dfsg-0+deb12u
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
case $found in
  "$deb_version"*) ;;
  *) echo "behaviour changed: $deb is $found, not $deb_version"; exit 1 ;;
esac
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent httpntlm@1.8.13 axios-ntlm@1.4.6

# Samba's ntlm_auth is both sides here: the server as a proxy runs it, and a client to compare with.
cat >probe.js <<'JS'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const httpntlm = require('httpntlm/ntlm.js')
const axiosNtlm = require('./node_modules/axios-ntlm/lib/ntlm.js')
const domain = 'CORP'

function helper(protocol, user, password) {
  const args = [`--helper-protocol=${protocol}`, `--username=${user}`, `--domain=${domain}`, `--password=${password}`]
  const child = spawn('ntlm_auth', args, { env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const say = async (line) => {
    child.stdin.write(`${line}\n`)
    return (await lines.next()).value
  }
  return { say, end: () => child.kill() }
}

// Each client's two messages: the first one, and the answer to the server's challenge.
const clients = {
  samba(user, password) {
    const client = helper('ntlmssp-client-1', user, password)
    const first = async () => (await client.say('YR')).slice(3)
    const second = async (challenge) => (await client.say(`TT ${challenge}`)).slice(3)
    return { first, second, end: client.end }
  },
  httpntlm(username, password) {
    const first = () => httpntlm.createType1Message({ domain, workstation: '' }).slice(5)
    const second = (challenge) => {
      const told = httpntlm.parseType2Message(`NTLM ${challenge}`, (error) => { if (error) throw error })
      return httpntlm.createType3Message(told, { username, password, domain, workstation: '' }).slice(5)
    }
    return { first, second, end() {} }
  },
  'axios-ntlm'(user, password) {
    const first = () => axiosNtlm.createType1Message('', '').slice(5)
    const second = (challenge) =>
      axiosNtlm.createType3Message(axiosNtlm.decodeType2Message(`NTLM ${challenge}`), user, password, '', domain).slice(5)
    return { first, second, end() {} }
  },
}

async function signIn(name, user, password) {
  const server = helper('squid-2.5-ntlmssp', user, password)
  const client = clients[name](user, password)
  const challenge = await server.say(`YR ${await client.first()}`)
  const verdict = await server.say(`KK ${await client.second(challenge.slice(3))}`)
  server.end()
  client.end()
  return verdict
}

for (const name of ['httpntlm', 'axios-ntlm']) console.log(name, require(`./node_modules/${name}/package.json`).version)
console.log('Expected: everybody is let in, each with the right password.')
for (const [user, password, ...refused] of [
  ['weiss', 'Geheim-1'],
  ['weiss', 'groß-ü'],
  ['müller', 'Geheim-1', 'axios-ntlm'],
  ['weiß', 'Geheim-1', 'httpntlm', 'axios-ntlm'],
])
  for (const name of Object.keys(clients)) {
    const verdict = await signIn(name, user, password)
    console.log(`  ${user.padEnd(8)}${password.padEnd(10)}${name.padEnd(12)}${verdict}`)
    const expected = refused.includes(name) ? 'NA NT_STATUS_LOGON_FAILURE' : `AF ${domain}\\${user}`
    if (verdict !== expected) {
      console.log(`behaviour changed: ${name} with ${user}`)
      process.exit(1)
    }
  }
console.log('Confirmed: with an ß in the name, the right password is a wrong one.')
JS
node probe.js
