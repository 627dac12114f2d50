#!/usr/bin/env bash
# @electron/asar: unpackDir also unpacks folders whose path merely begins with the same letters.
#
# unpackDir: 'node_modules/keytar' is meant to leave one module with native code outside the archive.
# The option is compared as a glob and, besides, as the beginning of the path as text: keytar-types
# and keytarget go out with it, res takes resources along, and nothing tells so. unpack, the same
# option for files, does not do it.
# Hurt: engineers, whose archive's integrity check covers less than they think, and whose package has
# hundreds of loose files; users, where a virus scanner or a slow disk makes each of them cost.
# Instead: unpack single files with unpack: '**/keytar.node', or write the folder so that its text
# begins no path, node_modules/keyta[r]; and test the list of unpacked files.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @electron/asar@3.4.1

for module in keytar keytar-types keytarget; do
  mkdir -p "app/node_modules/$module"
  echo "$module" >"app/node_modules/$module/$module.node"
done
mkdir -p app/res app/resources/texts
echo one >app/res/one.txt
echo two >app/resources/texts/two.txt

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { createPackageWithOptions, getRawHeader } from '@electron/asar'

console.log('@electron/asar', JSON.parse(readFileSync('node_modules/@electron/asar/package.json')).version)

let archives = 0
/** Names of the files that an archive made with these options leaves outside. */
const outside = async (options) => {
  archives += 1
  const archive = `out/${archives}.asar`
  await createPackageWithOptions('app', archive, options)
  const names = []
  const walk = ({ files }) => {
    for (const [name, entry] of Object.entries(files)) {
      if (entry.files) walk(entry)
      else if (entry.unpacked) names.push(name)
    }
  }
  walk(getRawHeader(archive).header)
  return names.sort().join(' ')
}
const cases = [
  [{ unpackDir: 'node_modules/keytar' }, 'keytar.node', 'keytar-types.node keytar.node keytarget.node'],
  [{ unpackDir: 'res' }, 'one.txt', 'one.txt two.txt'],
  [{ unpackDir: 'node_modules/keyta[r]' }, 'keytar.node', 'keytar.node'],
  [{ unpack: '**/keytar.node' }, 'keytar.node', 'keytar.node'],
]
console.log('Expected: only what lies in the named folder stays outside.')
console.log('Seen:')
let changed
for (const [options, expected, known] of cases) {
  const seen = await outside(options)
  console.log(`  ${JSON.stringify(options)}: ${seen || '(nothing)'}${seen === expected ? '' : `   (not just ${expected})`}`)
  if (seen !== known) changed = `${JSON.stringify(options)}: ${seen}`
}
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: a folder takes its namesakes along.')
JS
node probe.js
