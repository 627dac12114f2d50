#!/usr/bin/env bash
# @electron/asar reads an archive that it has just rewritten with the old table of contents.
#
# The library keeps the header of each archive that it has read, by path, for the life of the
# process. createPackage() writes a new archive to that path and leaves the kept header as it was. What
# is read afterwards is cut out of the new bytes at the old places: extractFile returns a piece of
# another file, of the table of contents itself, or zero bytes; listPackage lists what was there
# before; extractAll writes such files to the disk. Nothing throws.
# Hurt: engineers with a packaging hook that opens an archive, changes it, packs it again and goes on
# with it (a check, a second change): the check lies, or the second change ships broken files.
# Instead: call uncache(path), or uncacheAll(), after every write.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @electron/asar@3.4.1

cat >probe.js <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createPackage, extractAll, extractFile, listPackage, uncache } from '@electron/asar'

console.log('@electron/asar', JSON.parse(readFileSync('node_modules/@electron/asar/package.json')).version)

const read = (name) => extractFile('app.asar', name).toString()
mkdirSync('app')
writeFileSync('app/config.txt', 'a first and long text\n')
writeFileSync('app/main.txt', 'the program\n')
await createPackage('app', 'app.asar')
const before = read('main.txt')

writeFileSync('app/config.txt', 'short\n')
writeFileSync('app/new.txt', 'new\n')
await createPackage('app', 'app.asar')
const stale = read('main.txt')
const config = read('config.txt')
const listed = listPackage('app.asar').join(' ')
extractAll('app.asar', 'out')
const onDisk = readFileSync('out/main.txt', 'utf8')

uncache('app.asar')
const after = read('main.txt')
const listedAfter = listPackage('app.asar').join(' ')

console.log('Expected: an archive that createPackage() has just written reads as what was put in.')
console.log('Seen:')
console.log('  main.txt, at first:                ', JSON.stringify(before))
console.log('  main.txt, after a second packing:  ', JSON.stringify(stale))
console.log('  config.txt, after a second packing:', JSON.stringify(config))
console.log('  the list of files:                 ', listed)
console.log('  main.txt, by extractAll():         ', JSON.stringify(onDisk))
console.log('  main.txt, after uncache():         ', JSON.stringify(after), `(${listedAfter})`)

const check = (what, seen, wanted) => {
  if (seen === wanted) return
  console.log(`behaviour changed: ${what}: ${JSON.stringify(seen)}`)
  process.exit(1)
}
check('at first', before, 'the program\n')
check('config.txt', config, 'w.txt":{"size":4,"offs')
check('main.txt', stale, 'et":"18","in')
check('the list', listed, '/config.txt /main.txt')
check('extractAll', onDisk, stale)
check('after uncache', after, 'the program\n')
check('the list after uncache', listedAfter, '/config.txt /main.txt /new.txt')
console.log('Confirmed: until uncache(), the new bytes are read with the old table of contents.')
JS
node probe.js
