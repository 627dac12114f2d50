#!/usr/bin/env bash
# hyparquet-writer: a file that is read, and written again with its own schema, is one that others refuse.
#
# A Parquet column says what it holds twice: by the old converted_type, and by the newer logical_type. The
# writer takes both, as hyparquet reads them, and hyparquet reads the result back, value for value: one
# would take the file for good. With a logical_type of INTEGER, which every unsigned column has, Rust's
# reader (behind parquet-wasm) refuses the whole file, its other columns too: the number of bits is written
# as a 32-bit integer, where the format has one of 8 bits (bitWidth, an i8 in parquet.thrift). With the
# converted_type alone, the same column is fine.
# Hurt: who cuts a report down with hyparquet. The test that reads it back with hyparquet passes; the one who
# gets the file cannot open it.
# Instead: leave logical_type out where it is INTEGER, and read one file back with another library.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  hyparquet@1.33.0 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

// parquet-wasm's entry for Node is CommonJS.
const require = createRequire(import.meta.url)
const { tableFromArrays, tableFromIPC, tableToIPC } = require('apache-arrow')
const { Table, readParquet, writeParquet } = require('parquet-wasm')

for (const name of ['hyparquet', 'hyparquet-writer', 'parquet-wasm'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const readers = {
  hyparquet: async (file) => (await parquetReadObjects({ file })).map(({ hits }) => hits),
  'parquet-wasm': async (file) => [...tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream()).getChild('hits')],
}
const table = tableFromArrays({ hits: Uint32Array.of(4000000000, 1) })
const original = new Uint8Array(writeParquet(Table.fromIPCStream(tableToIPC(table, 'stream')))).buffer
const { schema } = parquetMetadata(original)
const columnData = [{ name: 'hits', data: await readers.hyparquet(original) }]
const bare = schema.map(({ logical_type: _, ...element }) => element)
const files = {
  'as parquet-wasm wrote it': original,
  'read and written again, without logical_type': parquetWriteBuffer({ schema: bare, columnData }),
  'read and written again': parquetWriteBuffer({ schema, columnData }),
}
console.log('The schema of the column:', JSON.stringify(schema[1]))
console.log('Expected: each reader gives 4000000000,1, from each file.')
console.log('Seen:')
for (const [file, bytes] of Object.entries(files))
  for (const [name, read] of Object.entries(readers)) {
    const seen = await read(bytes).then(String, (error) => `refused (${error.message ?? error})`)
    console.log(`  ${file}, ${name}: ${seen}`)
    const isRefused = file === 'read and written again' && name === 'parquet-wasm'
    if (isRefused ? seen.startsWith('refused') : seen === '4000000000,1') continue
    console.log(`behaviour changed: ${file}, ${name}: ${seen}`)
    process.exit(1)
  }
console.log('Confirmed: hyparquet reads what it wrote; parquet-wasm refuses it, and took what it was made from.')
JS
NODE_NO_WARNINGS=1 node probe.js
