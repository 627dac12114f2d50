#!/usr/bin/env bash
# hyparquet's parquetQuery({ orderBy }) does not order a text column that has empty cells.
#
# Its comparison answers "equal" whenever one side is null, for text: then b = null and null = a,
# while a < b. A sort that is given such a comparison may leave rows where they are, and does: the
# rows come back unsorted, with no error, and since rowEnd cuts after the sort, "the first two" are
# not the first two. Numbers get another rule: there null stands among them as zero, below the
# positive and above the negative ones. The same rows without the empty cells are in order.
# Hurt: whoever shows a cost report page by page: in a CUR file many cells of many columns are empty.
# Instead: read the rows and sort them yourself, with a rule for null.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent hyparquet@1.33.0 hyparquet-writer@0.17.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import { parquetQuery } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

for (const name of ['hyparquet', 'hyparquet-writer'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

const regions = ['us-west-2', null, 'eu-west-1', null, 'ap-south-1', null, 'eu-north-1']
const costs = [3, null, -2, null, 0.5, null, -1]
const of = (rows) =>
  parquetWriteBuffer({
    columnData: [
      { name: 'region', data: rows.map((row) => regions[row]), type: 'STRING', nullable: true },
      { name: 'cost', data: rows.map((row) => costs[row]), type: 'DOUBLE', nullable: true },
    ],
  })
const all = of([0, 1, 2, 3, 4, 5, 6])
const full = of([0, 2, 4, 6])
const list = async (file, orderBy, rowEnd) =>
  (await parquetQuery({ file, orderBy, ...(rowEnd ? { rowEnd } : {}) })).map((row) => row[orderBy] ?? 'null').join(' ')

const seen = {
  'text, no cell empty': await list(full, 'region'),
  'text, some empty': await list(all, 'region'),
  'text, some empty, rowEnd 2': await list(all, 'region', 2),
  'numbers, some empty': await list(all, 'cost'),
}
const wanted = {
  'text, no cell empty': 'ap-south-1 eu-north-1 eu-west-1 us-west-2',
  'text, some empty': 'us-west-2 null eu-west-1 null ap-south-1 null eu-north-1',
  'text, some empty, rowEnd 2': 'us-west-2 null',
  'numbers, some empty': '-2 -1 null null null 0.5 3',
}
console.log('Expected: the regions in order of the alphabet, the empty ones all before or all after them.')
console.log('Seen:')
for (const [what, rows] of Object.entries(seen)) console.log(`  ${what}: ${rows}`)
for (const [what, rows] of Object.entries(seen))
  if (rows !== wanted[what]) {
    console.log(`behaviour changed: ${what}: ${rows}`)
    process.exit(1)
  }
console.log('Confirmed: with empty cells, the rows are not in order.')
JS
node probe.js
