#!/usr/bin/env bash
# A policy without Version, one simulator: a lock-out is told as allowed.
#
# IAM's user guide: variables such as ${aws:ResourceAccount} are filled in only where the policy says
# "Version": "2012-10-17". Without it, or with 2008-10-17, they are plain text, and no Version is what
# many bucket policies written by hand have. The npm package @cloud-copilot/iam-simulate fills them in
# whatever the version is, and reports nothing. So a Deny for "every account but ${aws:ResourceAccount}"
# forbids every account at AWS, the own one too, and nobody in the simulation.
# Hurt: people who try a bucket policy before they write it, and lock a bucket.
# Instead: look at Version first. Where it is not 2012-10-17, take every policy with ${ in it for one
# that has to be corrected, and do not simulate it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @cloud-copilot/iam-simulate@0.1.173

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { runSimulation } from '@cloud-copilot/iam-simulate'

const { version } = JSON.parse(readFileSync('node_modules/@cloud-copilot/iam-simulate/package.json'))
console.log('@cloud-copilot/iam-simulate', version)

const account = '111122223333'
const bucket = 'arn:aws:s3:::northwind-reports'
const service = 'billingreports.amazonaws.com'
const allow = { Effect: 'Allow', Principal: { Service: service }, Action: 's3:PutObject', Resource: `${bucket}/*` }
/** Whoever acts for another account than the bucket's is forbidden: so it is meant. */
const deny = {
  ...allow,
  Effect: 'Deny',
  Principal: '*',
  Condition: { StringNotEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } },
}

async function simulate(resourcePolicy) {
  const answer = await runSimulation(
    {
      request: {
        principal: service,
        action: 's3:PutObject',
        resource: { resource: `${bucket}/report`, accountId: account },
        contextVariables: { 'aws:SourceAccount': account, 'aws:ResourceAccount': account },
      },
      identityPolicies: [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy,
    },
    {},
  )
  return answer.overallResult ?? JSON.stringify(answer.errors ?? answer)
}

const Statement = [allow, deny]
const seen = {
  '2012-10-17': await simulate({ Version: '2012-10-17', Statement }),
  '2008-10-17': await simulate({ Version: '2008-10-17', Statement }),
  none: await simulate({ Statement }),
  'none, and what AWS compares with then': await simulate({
    Statement: [allow, { ...deny, Condition: { StringNotEquals: { 'aws:SourceAccount': '(a text)' } } }],
  }),
}
const expected = {
  '2012-10-17': 'Allowed',
  '2008-10-17': 'Allowed',
  none: 'Allowed',
  'none, and what AWS compares with then': 'ExplicitlyDenied',
}
console.log('Expected: Allowed for the first only; a variable is text in the others, and no account is that text.')
console.log('Seen:')
for (const [what, wanted] of Object.entries(expected)) {
  console.log(`  Version ${what}: ${seen[what]}`)
  if (seen[what] !== wanted) {
    console.log(`behaviour changed: Version ${what} is ${seen[what]}`)
    process.exit(1)
  }
}
console.log('Confirmed: the version of a policy makes no difference here, and does at AWS.')
JS
node probe.js
