#!/usr/bin/env bash
# spdx-correct: what npm calls "all rights reserved" is corrected to "public domain".
#
# In a package.json, "license": "UNLICENSED" is npm's documented word for: nobody is given any right. The
# Unlicense is the opposite, a gift to the public domain, with the SPDX id Unlicense. spdx-correct, which
# turns what people write into SPDX ids, changes the first into the second, without a warning and with
# or without its `upgrade`. So a tool that corrects all licences before it compares them with a list
# passes a company's own secret package as free for everybody. It also takes the word out of a sentence
# that denies it: "not MIT" and "MIT-like" are MIT to it. What it does not know, it answers with null,
# so that one trusts what it does answer.
# Hurt: licence gates and bills of materials that correct first.
# Instead: parse first (spdx-expression-parse throws for all three); compare UNLICENSED by itself; show a
# corrected id to a person beside the words it came from.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent spdx-correct@3.2.0 spdx-expression-parse@3.0.1

cat >probe.js <<'JS'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const correct = require('spdx-correct')
const parse = require('spdx-expression-parse')
console.log('spdx-correct', require('spdx-correct/package.json').version)

const expected = {
  UNLICENSED: 'Unlicense',
  'not MIT': 'MIT',
  'MIT-like': 'MIT',
  Proprietary: null,
  'SEE LICENSE IN LICENSE': null,
}
const isExpression = (text) => {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}
for (const [text, wanted] of Object.entries(expected)) {
  const got = [correct(text), correct(text, { upgrade: false })]
  console.log(JSON.stringify(text).padEnd(26), 'is corrected to', got[0], '| an SPDX expression:', isExpression(text))
  if (got.some((one) => one !== wanted) || isExpression(text))
    throw new Error(`behaviour changed: ${text}: ${got}`)
}
console.log('Confirmed: UNLICENSED, which gives no rights, is corrected to Unlicense, which gives all.')
JS
node probe.js
