#!/usr/bin/env bash
# AWS SDK for JavaScript: "you have reached your quota" is retried as if the service were busy.
#
# The SDK's list of throttling errors has LimitExceededException. CloudFormation uses that name for
# "no more stacks in this account", IAM (on the wire: LimitExceeded) for "no more roles": nothing
# that waiting a second could heal. So the refused call is sent again until the attempts are used up,
# CloudFormation's and IAM's alike, with up to 1 s, 2 s, 4 s, ... in between. A refusal of the same
# status that is not on the list is told at once.
# Hurt: users, who look at a spinner for seconds before they are told what will not change; engineers,
# whose audit log shows a creation sent several times; the retry budget of the client, which it eats.
# Instead: give a creation a retry strategy of its own that does not repeat LimitExceededException.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-cloudformation@3.1169.0 @aws-sdk/client-iam@3.1169.0 @smithy/core@3.41.1

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation'
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { HttpResponse } from '@smithy/core/protocols'

for (const name of ['@aws-sdk/client-cloudformation', '@aws-sdk/client-iam', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

Math.random = () => 0.5 // half of the longest wait, each time
const tried = async (Client, command, statusCode, code, message) => {
  let sent = 0
  const handle = async () => {
    sent += 1
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
    const headers = { 'content-type': 'text/xml' }
    return { response: new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(xml)]) }) }
  }
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }
  const client = new Client({ region: 'us-east-1', credentials, maxAttempts: 4, requestHandler: { handle } })
  const error = await client.send(command).catch((one) => one)
  return { name: error.name, sent, waited: error.$metadata.totalRetryDelay }
}
const stack = new CreateStackCommand({ StackName: 'one', TemplateBody: '{}' })
const role = new CreateRoleCommand({ RoleName: 'one', AssumeRolePolicyDocument: '{}' })
const [stacks, roles, taken] = await Promise.all([
  tried(CloudFormationClient, stack, 400, 'LimitExceededException', 'Limit for stack has been exceeded'),
  tried(IAMClient, role, 409, 'LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000'),
  tried(IAMClient, role, 409, 'EntityAlreadyExists', 'Role with name one already exists.'),
])
console.log('Expected: each of these refusals is final, so each call is sent once.')
console.log('Seen, with maxAttempts 4:')
console.log('  CreateStack, the quota of stacks:', JSON.stringify(stacks))
console.log('  CreateRole, the quota of roles:  ', JSON.stringify(roles))
console.log('  CreateRole, the name is taken:   ', JSON.stringify(taken))

const check = (what, good, seen) => {
  if (good) return
  console.log(`behaviour changed: ${what}: ${JSON.stringify(seen)}`)
  process.exit(1)
}
check('stacks', stacks.name === 'LimitExceededException' && stacks.sent === 4, stacks)
check('stacks: the wait', stacks.waited === 3500, stacks)
check('roles', roles.name === 'LimitExceededException' && roles.sent === 4, roles)
check('taken', taken.sent === 1 && taken.waited === 0, taken)
console.log('Confirmed: an exhausted quota is sent four times.')
JS
NODE_NO_WARNINGS=1 node probe.js
