#!/usr/bin/env bash
# Parquet: a cost of 0.10 is 10 for Arrow in JavaScript, and 4000000000 hits are -294967296 for parquetjs.
#
# DECIMAL is the type for money in Parquet: whole digits, and a scale that says where the point is. One
# would guess that a reader puts the point in, as hyparquet and @dsnp/parquetjs do. Arrow for JavaScript
# (here behind parquet-wasm) hands out an object with the digits: as a number, as a text and in JSON it is
# 10, in JSON with quotation marks of its own inside the text. Its valueOf takes the scale as an argument,
# which JavaScript never passes when it makes a number of an object. @dsnp/parquetjs puts the point in, but
# reads an unsigned number as a signed one. None of that is an error.
# Hurt: whoever adds up a cost report and changes the reader: a hundred times the cost, or fewer than no hits.
# Instead: cost.valueOf(field.type.scale) with Arrow, hits >>> 0 with parquetjs; and test with a cent and
# with a number over 2147483647.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  hyparquet@1.33.0 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0 @dsnp/parquetjs@1.8.8

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

// parquet-wasm's entry for Node is CommonJS.
const require = createRequire(import.meta.url)
const { tableFromIPC } = require('apache-arrow')
const { readParquet } = require('parquet-wasm')
const { ParquetReader } = require('@dsnp/parquetjs')

for (const name of ['hyparquet', 'hyparquet-writer', 'parquet-wasm', 'apache-arrow', '@dsnp/parquetjs'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const file = parquetWriteBuffer({
  schema: [
    { name: 'root', num_children: 2 },
    { name: 'cost', type: 'INT32', repetition_type: 'REQUIRED', converted_type: 'DECIMAL', precision: 9, scale: 2 },
    { name: 'hits', type: 'INT32', repetition_type: 'REQUIRED', converted_type: 'UINT_32' },
  ],
  columnData: [
    { name: 'cost', data: [0.1] },
    { name: 'hits', data: [4000000000] },
  ],
})
const table = tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream())
const reader = await ParquetReader.openBuffer(Buffer.from(file))
const rows = {
  hyparquet: (await parquetReadObjects({ file }))[0],
  'apache-arrow': { cost: table.getChild('cost').get(0), hits: table.getChild('hits').get(0) },
  '@dsnp/parquetjs': await reader.getCursor().next(),
}
const scale = table.schema.fields[0].type.scale
const seen = Object.fromEntries(
  Object.entries(rows).map(([name, { cost, hits }]) => [name, [Number(cost), `${cost}`, JSON.stringify(cost), hits]]),
)
const inScale = rows['apache-arrow'].cost.valueOf(scale)

const wanted = {
  hyparquet: [0.1, '0.1', '0.1', 4000000000],
  'apache-arrow': [10, '10', String.raw`"\"10\""`, 4000000000],
  '@dsnp/parquetjs': [0.1, '0.1', '0.1', -294967296],
}
console.log('Expected: each reader gives a cost of 0.1, and 4000000000 hits.')
console.log('Seen: the cost as a number, as a text and as JSON, then the hits:')
let changed = inScale === 0.1 ? undefined : `valueOf(${scale}): ${inScale}`
for (const [name, values] of Object.entries(seen)) {
  console.log(`  ${name}: ${values.join(' | ')}`)
  if (values.join() !== wanted[name].join()) changed = `${name}: ${values.join(' | ')}`
}
console.log(`  apache-arrow, valueOf(${scale}): ${inScale}`)
if (changed) {
  console.log(`behaviour changed: ${changed}`)
  process.exit(1)
}
console.log('Confirmed: Arrow leaves the point out, and parquetjs makes an unsigned number negative.')
JS
NODE_NO_WARNINGS=1 node probe.js
