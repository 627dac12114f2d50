#!/usr/bin/env bash
# @aws-sdk/client-*: a filter's web page in place of AWS's answer is a stack deleted and a policy set.
#
# Where a company opens TLS, its filter may answer "blocked by policy" with 200 and a web page, as a
# hotel's sign-in page does. A page that is well-formed (XHTML, or simply tidy HTML), and even an empty
# answer, is for the clients that speak XML an answer in which nothing stands: DeleteStack has succeeded,
# DescribeStacks finds no stack, GetRole a role that is undefined. S3 does not look at all: any page is a
# PutBucketPolicy that succeeded, and GetBucketPolicy hands out the page as the policy. Clients that
# speak JSON report an error for the same page, though not for an empty answer.
# The Python SDK is stricter with reads and with empty answers, and takes any page for an organization.
# Hurt: people whose removal or change "succeeded" and never left the building; engineers whose tests
# have untidy pages only, for which an error comes.
# Instead: refuse answers of the type text/html before they are parsed, ask for what an answer must have
# (a request id), and look at AWS again after each change.
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
npm install --ignore-scripts --no-audit --no-fund --silent @aws-sdk/client-cloudformation@3.1169.0 \
  @aws-sdk/client-iam@3.1169.0 @aws-sdk/client-organizations@3.1175.0 @aws-sdk/client-s3@3.1175.0

cat >calls.py <<'PY'
import json, sys
import botocore.config, botocore.session

calls = [
    ('cloudformation', 'delete_stack', {'StackName': 'trial'}),
    ('cloudformation', 'describe_stacks', {}),
    ('iam', 'get_role', {'RoleName': 'trial'}),
    ('s3', 'put_bucket_policy', {'Bucket': 'trial', 'Policy': '{}'}),
    ('organizations', 'describe_organization', {}),
]
session = botocore.session.Session()
seen = []
for service, operation, given in calls:
    client = session.create_client(
        service, region_name='us-east-1', endpoint_url=sys.argv[1], aws_access_key_id='trial',
        aws_secret_access_key='trial', config=botocore.config.Config(retries={'total_max_attempts': 1}))
    try:
        getattr(client, operation)(**given)
        seen.append('ok')
    except Exception:
        seen.append('error')
print(' '.join(seen))
PY
cat >probe.js <<'JS'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { CloudFormationClient, DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations'
import { GetBucketPolicyCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'

const head = '<!DOCTYPE html><html><head><title>Blocked</title></head>'
const pages = {
  tidy: `${head}<body><p>Blocked by policy.</p></body></html>`,
  untidy: `${head}<body><p>Blocked<br>by policy.</body></html>`,
  empty: '',
}
let page = ''
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': page.length })
    response.end(page)
  })
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const endpoint = `http://127.0.0.1:${server.address().port}`
const settings = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'trial', secretAccessKey: 'trial' }, maxAttempts: 1 }
const cloudFormation = new CloudFormationClient(settings)
const s3 = new S3Client({ ...settings, forcePathStyle: true })
const calls = [
  [cloudFormation, new DeleteStackCommand({ StackName: 'trial' })],
  [cloudFormation, new DescribeStacksCommand({})],
  [new IAMClient(settings), new GetRoleCommand({ RoleName: 'trial' })],
  [s3, new PutBucketPolicyCommand({ Bucket: 'trial', Policy: '{}' })],
  [new OrganizationsClient(settings), new DescribeOrganizationCommand({})],
]
const expected = {
  tidy: ['ok ok ok ok error', 'ok error error ok ok'],
  untidy: ['error error error ok error', 'error error error ok ok'],
  empty: ['ok ok ok ok ok', 'error error error ok ok'],
}
for (const name of ['cloudformation', 'iam', 'organizations', 's3'])
  console.log(`client-${name}`, JSON.parse(readFileSync(`node_modules/@aws-sdk/client-${name}/package.json`)).version)
console.log('Expected: an error each time, none of these is an answer of AWS.')
console.log(`Calls: ${calls.map(([, command]) => command.constructor.name.replace(/Command$/, '')).join(' ')}`)
let same = true
for (const [kind, wanted] of Object.entries(expected)) {
  page = pages[kind]
  const js = []
  for (const [client, command] of calls) js.push(await client.send(command).then(() => 'ok', () => 'error'))
  const { stdout } = await promisify(execFile)('/usr/bin/python3', ['calls.py', endpoint])
  const seen = [js.join(' '), stdout.trim()]
  console.log(`  ${kind.padEnd(8)}JavaScript: ${seen[0].padEnd(30)}Python: ${seen[1]}`)
  same &&= JSON.stringify(seen) === JSON.stringify(wanted)
}
page = pages.untidy
const { Policy: policy } = await s3.send(new GetBucketPolicyCommand({ Bucket: 'trial' }))
console.log(`  the bucket's policy: ${policy}`)
server.close()
if (!same || policy !== pages.untidy) {
  console.log('behaviour changed: what passes for an answer')
  process.exit(1)
}
console.log('Confirmed: a web page deletes a stack, and an empty answer does everything.')
JS
NODE_NO_WARNINGS=1 node probe.js
