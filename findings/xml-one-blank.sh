#!/usr/bin/env bash
# @aws-sdk/client-s3 and all that read XML: one blank between two elements, and the answer is empty.
#
# White space between XML elements means nothing. The SDK leaves it out only where it has a line break: of
# a blank or a tab it makes the element's text, and the text takes the place of everything that the
# element holds. ListBuckets answers with no buckets, as a success; so does each call whose answer is
# XML. The Python SDK reads such answers. AWS's own have a line break or nothing there; those of gateways,
# of stores that speak S3, and of a test's stand-in may have blanks.
# Hurt: people who are told that their store is empty; engineers whose test of "no buckets" passes because
# the answer was not read.
# Instead: write stand-ins with line breaks or nothing; do not take a missing field for "there is none".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
deb=python3-botocore
deb_version=1.29.27+repack-1
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
if [ "$found" != "$deb_version" ]; then
  echo "behaviour changed: $deb is $found, not $deb_version"
  exit 1
fi
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @aws-sdk/client-s3@3.1175.0

cat >list.py <<'PY'
import sys
import botocore.session

client = botocore.session.Session().create_client(
    's3', region_name='us-east-1', endpoint_url=sys.argv[1], aws_access_key_id='trial', aws_secret_access_key='trial')
print(' '.join(bucket['Name'] for bucket in client.list_buckets()['Buckets']))
PY
cat >probe.js <<'JS'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'

let between = ''
const server = createServer((_request, response) => {
  const elements = ['<ListAllMyBucketsResult>', '<Buckets>', '<Bucket>', '<Name>trial</Name>', '</Bucket>', '</Buckets>', '</ListAllMyBucketsResult>']
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(elements.join(between))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const endpoint = `http://127.0.0.1:${server.address().port}`
const client = new S3Client({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'trial', secretAccessKey: 'trial' } })
async function listed() {
  const { Buckets: buckets = [] } = await client.send(new ListBucketsCommand({}))
  return buckets.map(({ Name: name }) => name).join(' ')
}

console.log('client-s3', JSON.parse(readFileSync('node_modules/@aws-sdk/client-s3/package.json')).version)
console.log('Expected: the bucket “trial”, in each answer, by both SDKs.')
for (const [what, white, wanted] of [
  ['nothing', '', 'trial'],
  ['a line break', '\n  ', 'trial'],
  ['a blank', ' ', ''],
  ['a tab', '\t', ''],
]) {
  between = white
  const { stdout } = await promisify(execFile)('/usr/bin/python3', ['list.py', endpoint])
  const [js, python] = [await listed(), stdout.trim()]
  console.log(`  ${`${what} between elements:`.padEnd(32)}JavaScript: ${(js || 'none').padEnd(7)}Python: ${python || 'none'}`)
  if (js !== wanted || python !== 'trial') {
    console.log(`behaviour changed: ${what} between elements`)
    process.exit(1)
  }
}
server.close()
server.closeAllConnections()
console.log('Confirmed: one blank, and a store with a bucket has none.')
JS
NODE_NO_WARNINGS=1 node probe.js
