#!/usr/bin/env bash
# hyparquet: a filter for one day selects every day, and a filter for the number 5 selects no row.
#
# parquetQuery takes a filter as document databases do: {day: value} or {day: {$eq: value}}. Of a value
# that is an object it looks for operators among the keys; a Date has none, so no condition is left and
# each row passes, without a word. And whole numbers of 64 bits are read as bigint, where equality is
# JavaScript's own, to which 5n is not 5: {account: 5} and $in find nothing, $ne and $nin exclude
# nothing, while $gte and $lte, which compare, find the row.
# Hurt: the reader of a cost report who asks for one day and adds up all; who asks for one account and
# is told that it has no costs.
# Instead: write $eq with each date, and BigInt(value) for what the file holds in 64 bits; look at the
# schema, not at the numbers, to tell.
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
const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => new Date(day))
const file = parquetWriteBuffer({
  columnData: [
    { name: 'row', data: [1, 2, 3] },
    { name: 'day', data: days },
    { name: 'account', data: [4n, 5n, 6n], type: 'INT64' },
  ],
})
const [, second] = days
const cases = [
  ['the second day', { day: second }, '2', '1 2 3'],
  ['the second day, by $eq', { day: { $eq: second } }, '2', '2'],
  ['account 5', { account: 5 }, '2', ''],
  ['account 5, by $in', { account: { $in: [5] } }, '2', ''],
  ['all but account 5', { account: { $ne: 5 } }, '1 3', '1 2 3'],
  ['accounts from 5 to 5', { account: { $gte: 5, $lte: 5 } }, '2', '2'],
  ['account 5n', { account: 5n }, '2', '2'],
]
for (const [what, filter, expected, found] of cases) {
  const rows = await parquetQuery({ file, columns: ['row'], filter })
  const seen = rows.map(({ row }) => row).join(' ')
  console.log(`  ${what.padEnd(24)}expected rows: ${expected.padEnd(5)}seen: ${seen || 'none'}`)
  if (seen !== found) {
    console.log(`behaviour changed: ${what}`)
    process.exit(1)
  }
}
console.log('Confirmed: a date alone filters nothing, and a number is equal to no whole number of 64 bits.')
JS
node probe.js
