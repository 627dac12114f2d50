#!/usr/bin/env bash
# One ~/.aws/config, two AWS SDKs: what the Python one (so the AWS CLI) reads, the JavaScript one
# drops or cuts, and neither says so.
#
#  - A profile name. `aws configure sso` proposes ROLE-ACCOUNT, and a permission set may be called
#    Ops,Billing or Full=Access. The JavaScript parser knows letters, digits and _-@+.%:/ only: a
#    profile with a comma, an equals sign, a blank or a bracket in its name is not there at all.
#  - A value with a blank and then ; or #. For Python that is part of the value; JavaScript takes it
#    for a comment, also between quotes, so a credential_process is run with half of its arguments.
#  - Region instead of region, or region: instead of region =. Python does not mind; JavaScript keeps
#    a setting that nobody asks for, or none, and falls back to another region.
# Hurt: users whose profile works in every command of the CLI and is "not found" in a program, or,
# worse, works there with another role or region.
# Instead: show people which profiles were read and which sections were not; do not trust a missing one.
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
npm install --ignore-scripts --no-audit --no-fund --silent @smithy/core@3.41.1

cat >config <<'INI'
[profile plain]
region = eu-west-1

[profile Ops,Billing-123456789012]
region = eu-west-1

[profile Full=Access-123456789012]
region = eu-west-1

[profile "two words"]
region = eu-west-1

[profile process]
credential_process = /opt/credentials --label "payer ;eu" --role Reader
region = eu-west-1

[profile capital]
Region = eu-west-1

[profile colon]
region: eu-west-1
output = json
INI

cat >read.py <<'PY'
import json
import re
import botocore.configloader
import botocore.session
shapes = botocore.session.Session().get_service_model('sso-admin')
pattern = shapes.shape_for('PermissionSetName').metadata['pattern']
valid = all(re.fullmatch(pattern, name) for name in ['Ops,Billing', 'Full=Access'])
profiles = botocore.configloader.load_config('config')['profiles']
print(json.dumps({'profiles': profiles, 'pattern': pattern, 'valid': valid}))
PY
cat >probe.js <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadSharedConfigFiles } from '@smithy/core/config'

console.log('@smithy/core', JSON.parse(readFileSync('node_modules/@smithy/core/package.json')).version)
const read = execFileSync('/usr/bin/python3', ['read.py'], { encoding: 'utf8' })
const { profiles: python, pattern, valid } = JSON.parse(read)
const { configFile: js } = await loadSharedConfigFiles({ configFilepath: 'config', filepath: 'none' })

const command = '/opt/credentials --label "payer ;eu" --role Reader'
const expected = {
  plain: [{ region: 'eu-west-1' }, { region: 'eu-west-1' }],
  'Ops,Billing-123456789012': [{ region: 'eu-west-1' }, undefined],
  'Full=Access-123456789012': [{ region: 'eu-west-1' }, undefined],
  'two words': [{ region: 'eu-west-1' }, undefined],
  process: [
    { credential_process: command, region: 'eu-west-1' },
    { credential_process: '/opt/credentials --label "payer', region: 'eu-west-1' },
  ],
  capital: [{ region: 'eu-west-1' }, { Region: 'eu-west-1' }],
  colon: [{ region: 'eu-west-1', output: 'json' }, { output: 'json' }],
}
console.log(`A permission set is named by ${pattern}, so Ops,Billing and Full=Access are names: ${valid}`)
console.log('Expected: both read the same seven profiles.')
console.log('Seen:')
if (!valid) {
  console.log('behaviour changed: the pattern of names')
  process.exit(1)
}
for (const [name, [wantedPython, wantedJs]] of Object.entries(expected)) {
  console.log(`  ${name}`)
  console.log(`    Python:     ${JSON.stringify(python[name])}`)
  console.log(`    JavaScript: ${JSON.stringify(js[name]) ?? 'no such profile'}`)
  for (const [reader, seen, wanted] of [['Python', python[name], wantedPython], ['JavaScript', js[name], wantedJs]])
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
      console.log(`behaviour changed: ${reader} on ${name}`)
      process.exit(1)
    }
}
console.log('Confirmed: of seven profiles, the two SDKs agree on one.')
JS
NODE_NO_WARNINGS=1 node probe.js
