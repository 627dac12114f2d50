#!/usr/bin/env bash
# hyparquet-writer: a column with the logical type INTEGER makes a file that pyarrow and Rust cannot open.
#
# A Parquet column says what it holds twice: by the old converted_type, and by the newer logical_type. The
# writer takes both, and hyparquet reads the result back, value for value, so one would take the file for
# good. With a logical_type of INTEGER the two implementations that most programs are built on refuse the
# whole file, its other columns too: the number of bits is written as a 32-bit integer, where the format
# has one of 8 bits (bitWidth, an i8 in parquet.thrift). With the converted_type alone, the same column is
# fine everywhere.
# Hurt: who cuts a report down with hyparquet and writes it again with the schema that was read. The test
# that reads it back with hyparquet passes; the one who gets the file cannot open it.
# Instead: leave logical_type out where it is INTEGER, and read one file back with another library.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  hyparquet@1.33.0 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check --only-binary :all: pyarrow==25.0.1
cat >read.py <<'PY'
import sys
import pyarrow
import pyarrow.parquet as pq

if len(sys.argv) == 1:
    print('pyarrow', pyarrow.__version__)
    sys.exit()
try:
    print(','.join(map(str, pq.read_table(sys.argv[1])['hits'].to_pylist())))
except OSError as error:
    print(f'cannot be opened ({str(error).strip().split(": ", 1)[1]})')
PY
py/bin/python read.py

cat >probe.js <<'JS'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

// parquet-wasm's entry for Node is CommonJS.
const require = createRequire(import.meta.url)
const { tableFromIPC } = require('apache-arrow')
const { readParquet } = require('parquet-wasm')

for (const name of ['hyparquet', 'hyparquet-writer', 'parquet-wasm'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const rows = [4000000000, 1]
const write = (column) => {
  const root = { name: 'root', num_children: 1 }
  const schema = [root, { name: 'hits', type: 'INT32', repetition_type: 'REQUIRED', converted_type: 'UINT_32', ...column }]
  return parquetWriteBuffer({ schema, columnData: [{ name: 'hits', data: rows }] })
}
const readers = {
  hyparquet: async (file) => (await parquetReadObjects({ file })).map(({ hits }) => hits),
  'parquet-wasm': async (file) => [...tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream()).getChild('hits')],
  pyarrow: async (file) => {
    writeFileSync('hits.parquet', new Uint8Array(file))
    return execFileSync('py/bin/python', ['read.py', 'hits.parquet'], { encoding: 'utf8' }).trim()
  },
}
const logical_type = { type: 'INTEGER', bitWidth: 32, isSigned: false }
const files = { 'converted_type only': write({}), 'logical_type, too': write({ logical_type }) }
console.log(`Expected: each reader gives ${rows}, from either file.`)
console.log('Seen:')
for (const [file, bytes] of Object.entries(files))
  for (const [name, read] of Object.entries(readers)) {
    const seen = await read(bytes).then(String, (error) => `cannot be opened (${error.message ?? error})`)
    console.log(`  ${file}, ${name}: ${seen}`)
    const opens = file === 'converted_type only' || name === 'hyparquet'
    if (opens ? seen === String(rows) : seen.startsWith('cannot be opened')) continue
    console.log(`behaviour changed: ${file}, ${name}: ${seen}`)
    process.exit(1)
  }
console.log('Confirmed: with a logical_type of INTEGER, hyparquet reads its own file, and pyarrow and parquet-wasm do not open it.')
JS
NODE_NO_WARNINGS=1 node probe.js
