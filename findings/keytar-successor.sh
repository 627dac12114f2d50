#!/usr/bin/env bash
# @napi-rs/keyring/keytar: keytar's functions, keytar's names, and on Linux none of keytar's passwords.
#
# keytar is archived, and @napi-rs/keyring has an entry point with keytar's five functions, made to be
# put in its place. Both write to the same keyring by service and account, so one would guess that the
# new one finds what the old one saved. It does not: in the keyring the account is the attribute
# "account" for keytar and "username" for the other, and a search is for attributes. So a saved sign-in
# is gone, for both to and fro, and each sees its own of the two afterwards; what keytar saved stays in
# the keyring, and deletePassword answers that there is nothing. What the new one does find under its
# names are passwords of Python programs (module keyring), which name their attributes alike: one that
# a Python program saved is read and overwritten. And the other way round Python reads those of the new
# one, but saves a second of the same names beside it; from then on the new one answers with an error.
# Hurt: users on Linux after an update that replaced keytar: signed out, and an old secret is left
# behind, also after they have asked for it to be removed.
# Instead: keep a fork of keytar, or read once with keytar, save with the new one, and delete with keytar.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }

declare -A debs=(
  [dbus-daemon]=1.14.10-1~deb12u1
  [gnome-keyring]=42.1-1+b2
  [libsecret-1-0]=0.20.5-3
  [python3-keyring]=23.9.3-2
  [python3-secretstorage]=3.3.3-1
)
if ! dpkg-query -W "${!debs[@]}" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y --no-install-recommends "${!debs[@]}"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
for deb in "${!debs[@]}"; do
  found=$(dpkg-query -W -f '${Version}' "$deb")
  echo "$deb $found"
  [ "$found" = "${debs[$deb]}" ] || changed "$deb is $found, not ${debs[$deb]}"
done

echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @github/keytar@7.10.6 @napi-rs/keyring@2.1.2

cat >python.py <<'PY'
import sys
from keyring.backends.SecretService import Keyring

what, service, *password = sys.argv[1:]
if what == 'get':
    print(Keyring().get_password(service, 'user'))
else:
    Keyring().set_password(service, 'user', *password)
PY
cat >probe.cjs <<'JS'
const { execFileSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const keytar = require('@github/keytar')
const successor = require('@napi-rs/keyring/keytar')

for (const name of ['@github/keytar', '@napi-rs/keyring'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const python = (...parts) => execFileSync('/usr/bin/python3', ['python.py', ...parts], { encoding: 'utf8' }).trim()
const same = Object.keys(keytar).sort().join() === Object.keys(successor).sort().join()

const seen = async () => {
  const of = {}
  await keytar.setPassword('saved by keytar', 'user', 'old')
  of['the functions are the same'] = same
  of['saved by keytar, read by keytar'] = await keytar.getPassword('saved by keytar', 'user')
  of['saved by keytar, read by its successor'] = await successor.getPassword('saved by keytar', 'user')
  of['saved by keytar, listed by its successor'] = (await successor.findCredentials('saved by keytar')).length
  of['saved by keytar, deleted by its successor'] = await successor.deletePassword('saved by keytar', 'user')
  of['and is still there for keytar'] = await keytar.getPassword('saved by keytar', 'user')

  await successor.setPassword('saved by the successor', 'user', 'new')
  of['saved by the successor, read by it'] = await successor.getPassword('saved by the successor', 'user')
  of['saved by the successor, read by keytar'] = await keytar.getPassword('saved by the successor', 'user')

  python('set', 'saved by Python', 'of another program')
  of['saved by Python, read by keytar'] = await keytar.getPassword('saved by Python', 'user')
  of['saved by Python, read by the successor'] = await successor.getPassword('saved by Python', 'user')
  await successor.setPassword('saved by Python', 'user', 'new')
  of['saved by Python, then by the successor, read by Python'] = python('get', 'saved by Python')

  of['saved by the successor, read by Python'] = python('get', 'saved by the successor')
  python('set', 'saved by the successor', 'of another program')
  const read = successor.getPassword('saved by the successor', 'user')
  of['saved by the successor, then by Python, read by the successor'] = await read.catch((error) => error.message.split(':')[0])
  return of
}
const wanted = {
  'the functions are the same': true,
  'saved by keytar, read by keytar': 'old',
  'saved by keytar, read by its successor': null,
  'saved by keytar, listed by its successor': 0,
  'saved by keytar, deleted by its successor': false,
  'and is still there for keytar': 'old',
  'saved by the successor, read by it': 'new',
  'saved by the successor, read by keytar': null,
  'saved by Python, read by keytar': null,
  'saved by Python, read by the successor': 'of another program',
  'saved by Python, then by the successor, read by Python': 'new',
  'saved by the successor, read by Python': 'new',
  'saved by the successor, then by Python, read by the successor': 'Entry is matched by 2 credentials',
}
seen().then((of) => {
  console.log('Expected: the successor reads, lists and deletes what keytar saved, and no other program’s.')
  console.log('Seen:')
  for (const [what, value] of Object.entries(of)) {
    console.log(`  ${what}: ${JSON.stringify(value)}`)
    if (value === wanted[what]) continue
    console.log(`behaviour changed: ${what}: ${JSON.stringify(value)}, not ${JSON.stringify(wanted[what])}`)
    process.exit(1)
  }
  console.log('Confirmed: it finds nothing of keytar’s, and what Python programs have saved.')
})
JS
# A bus and a keyring of this script's own, which end with it.
cat >within.sh <<'SH'
echo -n secret | gnome-keyring-daemon --unlock --components=secrets >daemon.log 2>&1
NODE_NO_WARNINGS=1 node probe.cjs
SH
mkdir -m 700 home run
HOME="$dir/home" XDG_DATA_HOME="$dir/home" XDG_RUNTIME_DIR="$dir/run" dbus-run-session -- bash -e within.sh 2>bus.log ||
  { cat bus.log; exit 1; }
