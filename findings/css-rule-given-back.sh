#!/usr/bin/env bash
# lightningcss: a visitor that gives a rule back as it came makes valid CSS fail.
#
# A visitor may return a rule unchanged; one would expect the same output as without a visitor. Where
# something optional is absent, such as a container's name, a font's format or the module that a custom
# property is from, the value that the visitor was handed is not one that is taken back, and the whole file
# fails with "failed to deserialize". With a name or a format written, the same visitor works.
# Hurt: build steps that look at every rule and change a few, as this app's removal of unused styles would:
# the first var() in a library's styles ends the build, with a message that names neither rule nor place.
# Instead: return nothing for what stays as it is, or use a tool that changes a tree in place.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent lightningcss@1.33.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { transform } from 'lightningcss'

console.log('lightningcss', JSON.parse(readFileSync('node_modules/lightningcss/package.json')).version)
const run = (css, visitor) => {
  try {
    const { code } = transform({ filename: 'a.css', code: Buffer.from(css), minify: true, visitor })
    return code.toString()
  } catch (error) {
    return error.message.split('\n')[0]
  }
}
const asItCame = { Rule: (rule) => rule }
const onlyLooks = { Rule: () => undefined }
const check = (what, holds) => {
  if (holds) return
  console.log(`behaviour changed: ${what}`)
  process.exit(1)
}

console.log('Expected: a rule that is given back as it came changes nothing.')
console.log('Seen:')
// Each with what is optional left out, and written.
const pairs = [
  ['a{top:var(--x)}', 'a{top:1px}'],
  ['@container (width>1px){a{top:0}}', '@container one (width>1px){a{top:0}}'],
  ['@font-face{font-family:x;src:url(y)}', '@font-face{font-family:x;src:url(y)format("woff2")}'],
  ['@page :first{margin:1cm}', '@page one:first{margin:1cm}'],
]
for (const [fails, works] of pairs) {
  const seen = run(fails, asItCame)
  console.log(`  ${fails} -> ${seen}`)
  console.log(`  ${works} -> ${run(works, asItCame)}`)
  check(`${fails} fails`, seen.startsWith('failed to deserialize'))
  check(`${fails} is valid`, run(fails) === fails.replace('@page :first', '@page:first'))
  check(`${fails} passes a visitor that returns nothing`, run(fails, onlyLooks) === run(fails))
  check(`${works} works`, run(works, asItCame) === run(works))
}
console.log('Confirmed: what a visitor is handed is not always what it may return.')
JS
node probe.js
