#!/usr/bin/env bash
# @cyclonedx/cyclonedx-library: a component with an expression and other licences loses the others.
#
# A component's licences are a set that takes SPDX ids, names and expressions alike, and one adds what one
# finds: the id of the package's own manifest, the name that a bundled file states, an expression for the
# vendored part. CycloneDX lets an expression stand alone only, so the set cannot be written as it is.
# The library does not refuse it and says nothing: it writes one expression and leaves everything else
# out. Of several expressions it is the first added, or, with `sortLists`, the first in the alphabet.
# Without any expression, all are written. So the more exactly a part's licence was noted, the more is lost: here
# the copyleft licence goes, which was added as a plain id, and of two expressions the second.
# Hurt: whoever gives a bill of materials to lawyers, or has a gate on forbidden licences read it.
# Instead: make one expression of all that holds (joined with AND) before the component gets it, and
# compare the licences read back with those put in.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @cyclonedx/cyclonedx-library@10.3.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'

const { version } = JSON.parse(readFileSync('node_modules/@cyclonedx/cyclonedx-library/package.json'))
console.log('@cyclonedx/cyclonedx-library', version)

const id = (text) => new Models.SpdxLicense(text)
const name = (text) => new Models.NamedLicense(text)
const expression = (text) => new Models.LicenseExpression(text)

function written(licences, specification, sortLists) {
  const component = new Models.Component(Enums.ComponentType.Library, 'codec', { version: '1.0.0' })
  for (const licence of licences) component.licenses.add(licence)
  const bom = new Models.Bom({ components: new Models.ComponentRepository([component]) })
  const factory = new Serialize.JSON.Normalize.Factory(specification)
  const { components } = JSON.parse(new Serialize.JsonSerializer(factory).serialize(bom, { sortLists }))
  return components[0].licenses
    .map(({ license, expression: whole }) => whole ?? license.id ?? license.name)
    .join(', ')
}

const expected = {
  'two ids and a name': 'GPL-2.0-only, MIT, Northwind codec licence',
  'the same, and an expression': 'MIT OR Apache-2.0',
  'two expressions': 'GPL-2.0-only WITH Classpath-exception-2.0',
  'two expressions, sorted': 'BSD-3-Clause AND Zlib',
}
const plain = [id('MIT'), id('GPL-2.0-only'), name('Northwind codec licence')]
const two = [
  expression('GPL-2.0-only WITH Classpath-exception-2.0'),
  expression('BSD-3-Clause AND Zlib'),
]
const cases = {
  'two ids and a name': plain,
  'the same, and an expression': [...plain, expression('MIT OR Apache-2.0')],
  'two expressions': two,
  'two expressions, sorted': two,
}
for (const specification of [Spec.Spec1dot5, Spec.Spec1dot6, Spec.Spec1dot7])
  for (const [what, licences] of Object.entries(cases)) {
    const got = written(licences, specification, what.endsWith('sorted'))
    console.log(`CycloneDX ${specification.version}, ${what}: ${licences.length} in; written: ${got}`)
    if (got.split(', ').toSorted().join(', ') !== expected[what])
      throw new Error(`behaviour changed: ${what}: ${got}`)
  }
console.log('Confirmed: one expression is written, and what stood beside it is gone without a word.')
JS
node probe.js
