#!/usr/bin/env bash
# CloudFormation: three readers turn one YAML template into JSON, and two of them change what it does.
#
# A template's short forms (!Ref, !Condition) stand for functions in JSON ({"Ref": …}, {"Condition": …}).
# js-yaml-cloudformation-schema makes {"Fn::Condition": …} of a condition, a function that does not exist,
# and reads the version of a policy, 2012-10-17, as a date, so that 2012-10-17T00:00:00.000Z is written.
# @aws-cdk/yaml-cfn does not know the functions of the language extensions: of !ToJsonString and !Length
# it leaves away the function and keeps what was in it, with a warning of the process for whom it may
# concern; text becomes an object, and the number 2 becomes the list that should be counted. yaml-cfn
# refuses the two and reads the others right.
# Hurt: those who change one line of a template by program and deploy what that program wrote; reviewers
# of a JSON that is not the template.
# Instead: parse with a reader that refuses a tag which it does not know; quote a policy's version; compare
# the functions before and after.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent yaml-cfn@0.3.2 @aws-cdk/yaml-cfn@1.97.0 \
  js-yaml-cloudformation-schema@1.0.0 js-yaml@3.15.2

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { load } = require('js-yaml')
const { CLOUDFORMATION_SCHEMA: schema } = require('js-yaml-cloudformation-schema')
const readers = {
  'yaml-cfn': require('yaml-cfn').yamlParse,
  '@aws-cdk/yaml-cfn': require('@aws-cdk/yaml-cfn').deserialize,
  'js-yaml-cloudformation-schema': (text) => load(text, { schema }),
}
// What is written; what it stands for by AWS's guide; what the three readers make of it.
const json = (value) => JSON.stringify(value)
const refused = 'refused'
const cases = [
  ['!If [Prod, !Ref A, !Ref B]', { 'Fn::If': ['Prod', { Ref: 'A' }, { Ref: 'B' }] }],
  ['!Condition Prod', { Condition: 'Prod' }, 0, 0, json({ 'Fn::Condition': 'Prod' })],
  ['2012-10-17', '2012-10-17', 0, 0, json('2012-10-17T00:00:00.000Z')],
  ['!ToJsonString {a: b}', { 'Fn::ToJsonString': { a: 'b' } }, refused, json({ a: 'b' }), refused],
  ['!Length [a, b]', { 'Fn::Length': ['a', 'b'] }, refused, json(['a', 'b']), refused],
]
for (const name of Object.keys(readers)) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
for (const [written, meant, ...others] of cases) {
  console.log(`  ${written}: expected ${json(meant)}`)
  Object.entries(readers).forEach(([name, read], index) => {
    let seen
    try {
      seen = JSON.stringify(read(`Value: ${written}`).Value)
    } catch {
      seen = refused
    }
    console.log(`    ${name.padEnd(32)}${seen}`)
    if (seen !== (others[index] || json(meant))) {
      console.log(`behaviour changed: ${name} on ${written}`)
      process.exit(1)
    }
  })
}
console.log('Confirmed: each of two readers changes two of five values, and neither refuses them.')
JS
NODE_NO_WARNINGS=1 node probe.js
