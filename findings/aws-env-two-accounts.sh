#!/usr/bin/env bash
# AWS SDKs: one environment, and the AWS CLI's Python acts in one account, JavaScript in another.
#
# Keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY come first, before anything in ~/.aws: one would
# guess that this holds for every SDK, since they share the variables and the files. With AWS_PROFILE set
# beside them, the SDK for Python, which the AWS CLI is built on, still takes the keys; the one for
# JavaScript leaves them out and takes the profile. It prints a warning, on a console that a program with
# a window does not have. With AWS_DEFAULT_PROFILE, which names a profile for Python, both take the keys.
# Hurt: people who paste the keys of one account into a shell that has AWS_PROFILE from its start-up file:
# `aws sts get-caller-identity` shows them the account that they want, and the program next to it creates
# its things in another.
# Instead: ask AWS whose credentials they are with the client that will act, and show that account; or
# choose the provider by name (fromEnv, fromIni).
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
  @aws-sdk/client-sts@3.1177.0 @aws-sdk/credential-provider-node@3.972.99
for name in client-sts credential-provider-node; do
  node -p "'@aws-sdk/$name ' + JSON.parse(fs.readFileSync('node_modules/@aws-sdk/$name/package.json')).version"
done

cat >credentials <<'INI'
[work]
aws_access_key_id = AKIDOFPROFILE
aws_secret_access_key = example
INI
cat >ask.py <<'PY'
from botocore.session import Session
print(Session().get_credentials().access_key)
PY
cat >ask.js <<'JS'
import { STSClient } from '@aws-sdk/client-sts'
const { accessKeyId } = await new STSClient({ region: 'us-east-1' }).config.credentials()
process.stdout.write(accessKeyId)
JS
asked() {
  env -i PATH="$PATH" HOME="$dir" AWS_EC2_METADATA_DISABLED=true NODE_NO_WARNINGS=1 \
    AWS_CONFIG_FILE="$dir/config" AWS_SHARED_CREDENTIALS_FILE="$dir/credentials" "$@" 2>warnings.log
}
touch config
keys=(AWS_ACCESS_KEY_ID=AKIDOFKEYS AWS_SECRET_ACCESS_KEY=example)

echo 'Expected: both SDKs find the same credentials in the same environment.'
echo 'Seen:'
compare() {
  local what=$1 wanted=$2
  shift 2
  local seen
  seen="Python $(asked "$@" /usr/bin/python3 ask.py), JavaScript $(asked "$@" node ask.js)"
  echo "  $what: $seen"
  [ "$seen" = "$wanted" ] || changed "$what: $seen, not $wanted"
}
compare 'keys' 'Python AKIDOFKEYS, JavaScript AKIDOFKEYS' "${keys[@]}"
compare 'AWS_PROFILE' 'Python AKIDOFPROFILE, JavaScript AKIDOFPROFILE' AWS_PROFILE=work
compare 'keys and AWS_DEFAULT_PROFILE' 'Python AKIDOFKEYS, JavaScript AKIDOFKEYS' "${keys[@]}" AWS_DEFAULT_PROFILE=work
compare 'keys and AWS_PROFILE' 'Python AKIDOFKEYS, JavaScript AKIDOFPROFILE' "${keys[@]}" AWS_PROFILE=work
echo 'Confirmed: with keys and AWS_PROFILE, Python takes the keys and JavaScript the profile.'
