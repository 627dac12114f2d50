#!/usr/bin/env bash
# AWS SDK for JavaScript: a paginator writes its progress into the object that you pass as input.
#
# paginateDescribeStacks({ client }, input) sets input.NextToken before each page, on the caller's
# object, and leaves the last one there. Whoever walks the same input again (a "look again" button, a
# retry of the whole loop, a shared constant) silently gets only the last page.
# Hurt: engineers who keep a request's input as a constant; users who then see a list without its
# beginning.
# Instead: give each walk an object of its own: paginateX({ client }, { ...input }).
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  @aws-sdk/client-cloudformation@3.1169.0 @smithy/core@3.41.1

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation'
import { HttpResponse } from '@smithy/core/protocols'

for (const name of ['@aws-sdk/client-cloudformation', '@smithy/core'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

// Three pages, as CloudFormation would send them.
const after = { '': 'two', two: 'three' }
const handle = async ({ body }) => {
  const token = new URLSearchParams(body).get('NextToken') ?? ''
  const next = after[token] ? `<NextToken>${after[token]}</NextToken>` : ''
  const stack = `<member><StackName>${token || 'one'}</StackName></member>`
  const xml = `<DescribeStacksResponse><DescribeStacksResult><Stacks>${stack}</Stacks>${next}</DescribeStacksResult></DescribeStacksResponse>`
  const headers = { 'content-type': 'text/xml' }
  return { response: new HttpResponse({ statusCode: 200, headers, body: Readable.from([Buffer.from(xml)]) }) }
}
const client = new CloudFormationClient({
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  requestHandler: { handle },
})
const walk = async (input, limit) => {
  const names = []
  for await (const page of paginateDescribeStacks({ client }, input)) {
    names.push(page.Stacks[0].StackName)
    if (names.length === limit) break
  }
  return names.join(' ')
}

const input = {}
const first = await walk(input, 10)
const left = JSON.stringify(input)
const second = await walk(input, 10)
const own = await walk({}, 10)

console.log('Expected: the same input gives the pages one, two, three each time, and stays as it was.')
console.log('Seen:')
console.log('  first walk:           ', first)
console.log('  the input afterwards: ', left)
console.log('  second walk:          ', second)
console.log('  an input of its own:  ', own)

const check = (what, seen, wanted) => {
  if (seen === wanted) return
  console.log(`behaviour changed: ${what}: ${seen}`)
  process.exit(1)
}
check('first walk', first, 'one two three')
check('input', left, '{"NextToken":"three"}')
check('second walk', second, 'three')
check('own input', own, 'one two three')
console.log('Confirmed: the second walk starts at the last page.')
JS
NODE_NO_WARNINGS=1 node probe.js
