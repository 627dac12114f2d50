#!/usr/bin/env bash
# apache-arrow: a cost of 19.99 in a Parquet file is the number 1999, or 199900, or text in a sum.
#
# Money in Parquet is a DECIMAL: a whole number and how many of its digits stand behind the point. Read
# by parquet-wasm and apache-arrow, the column's type knows that (Decimal[9e+2]), its values do not:
# Number(value), value * 1 and String(value) are the whole number. Adding makes text of it, and with 18
# digits behind the point Number throws. @dsnp/parquetjs scales what lies in 32 or 64 bits and hands out
# raw bytes for what lies in 16 bytes. hyparquet reads all three.
# Hurt: the reader of a cost report who sees a bill that is a hundred times too high; or right for years,
# until the writer changes the scale.
# Instead: scale by the field's own type, divide by 10 ** field.type.scale, and check one known sum.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent hyparquet@1.33.0 hyparquet-writer@0.17.0 \
  parquet-wasm@0.8.0 apache-arrow@21.2.0 @dsnp/parquetjs@1.8.8

cat >probe.cjs <<'JS'
const { readFileSync } = require('node:fs')
const { ParquetReader } = require('@dsnp/parquetjs')
const { tableFromIPC } = require('apache-arrow')
const { readParquet } = require('parquet-wasm')

const attempt = (read) => {
  try {
    return read()
  } catch {
    return 'throws'
  }
}
async function main() {
  const { parquetReadObjects } = await import('hyparquet')
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  for (const name of ['hyparquet', 'apache-arrow', 'parquet-wasm', '@dsnp/parquetjs'])
    console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)

  const write = (type, scale) => {
    const decimal = { converted_type: 'DECIMAL', precision: type === 'INT32' ? 9 : 38, scale }
    const cost = { name: 'cost', type, repetition_type: 'REQUIRED', ...decimal }
    if (type === 'FIXED_LEN_BYTE_ARRAY') cost.type_length = 16
    return parquetWriteBuffer({ columnData: [{ name: 'cost', data: [19.99, 0.5] }], schema: [{ name: 'root', num_children: 1 }, cost] })
  }
  const arrow = (file) => {
    const column = tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream()).getChild('cost')
    const [first, second] = [...column]
    return [String(column.type), attempt(() => Number(first)), String(first), attempt(() => first + second)]
  }
  const parquetjs = async (file) => {
    const reader = await ParquetReader.openBuffer(Buffer.from(file))
    const { cost } = await reader.getCursor().next()
    return Buffer.isBuffer(cost) ? `${cost.length} bytes` : cost
  }

  console.log('Expected: 19.99 for the first of 19.99 and 0.5, by each reader.')
  let same = true
  for (const [type, scale, ...wanted] of [
    ['INT32', 2, 19.99, ['Decimal[9e+2]', 1999, '1999', '199950'], 19.99],
    ['FIXED_LEN_BYTE_ARRAY', 4, 19.99, ['Decimal[38e+4]', 199900, '199900', '1999005000'], '16 bytes'],
    ['FIXED_LEN_BYTE_ARRAY', 18, 19.99, ['Decimal[38e+18]', 'throws', '19990000000000000000', '19990000000000000000500000000000000000'], '16 bytes'],
  ]) {
    const file = write(type, scale)
    const [{ cost }] = await parquetReadObjects({ file })
    const seen = [cost, arrow(file), await parquetjs(file)]
    console.log(`  scale ${scale}: hyparquet ${seen[0]}; apache-arrow ${seen[1].join(', ')}; parquetjs ${seen[2]}`)
    same &&= JSON.stringify(seen) === JSON.stringify(wanted)
  }
  if (!same) {
    console.log('behaviour changed: a decimal is read otherwise')
    process.exit(1)
  }
  console.log('Confirmed: of apache-arrow’s type, number, text and sum, only the type knows where the point is.')
}
main()
JS
NODE_NO_WARNINGS=1 node probe.cjs
