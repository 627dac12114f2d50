#!/usr/bin/env bash
# Parquet: "the latest time in the file", taken from the statistics, is a time that no row has.
#
# Writers may cut the smallest and the greatest text of a column in the statistics; of the greatest the
# last letter that is left is then raised. hyparquet-writer cuts after 16 bytes by default, and the
# sixteenth of a time such as 2026-11-03T01:00:00Z is its minute: the greatest becomes 2026-11-03T01:01, a
# time like any other. The file says beside it that the value is not exact. pyarrow does not hand that on:
# its statistics have a minimum and a maximum, `has_min_max` is true, and nothing tells them from real ones.
# With statisticsTruncateLength: Infinity, or written by pyarrow itself, the maximum is the last row's.
# Hurt: whoever reads the freshness or the range of a cost report off the footer, which is the cheap way:
# AWS's reports have their time intervals as text.
# Instead: read is_max_value_exact where the reader has it (hyparquet, DuckDB), or take a text for exact only
# if it has the whole form of its kind.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent hyparquet@1.33.0 hyparquet-writer@0.17.0
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check --only-binary :all: pyarrow==25.0.1

cat >write.js <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { parquetMetadata } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
for (const name of ['hyparquet', 'hyparquet-writer']) console.log(name, version(name))
const data = Array.from({ length: 50 }, (_, hour) =>
  new Date(Date.UTC(2026, 10, 1, hour)).toISOString().replace('.000', ''),
)
for (const [name, options] of [['default', {}], ['whole', { statisticsTruncateLength: Infinity }]]) {
  const columnData = [{ name: 'hour', data, type: 'STRING' }]
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData, ...options }))
  writeFileSync(`${name}.parquet`, bytes)
  const { max_value, is_max_value_exact } = parquetMetadata(bytes).row_groups[0].columns[0].meta_data.statistics
  console.log(`hyparquet, ${name}: greatest ${max_value}, exact: ${is_max_value_exact ?? 'not said'}`)
}
JS
node write.js

cat >read.py <<'PY'
import pyarrow
import pyarrow.parquet as pq

print('pyarrow', pyarrow.__version__)
seen = {}
for name in ('default', 'whole'):
    hours = pq.read_table(f'{name}.parquet')['hour'].to_pylist()
    statistics = pq.read_metadata(f'{name}.parquet').row_group(0).column(0).statistics
    told = [one for one in dir(statistics) if 'exact' in one]
    seen[name] = (statistics.max, statistics.has_min_max, statistics.max in hours, told)
    print(f'pyarrow, {name}: latest row {max(hours)}, statistics: {statistics.max}, '
          f'has_min_max: {statistics.has_min_max}, says whether exact: {bool(told)}')
print('Expected: a maximum that is in the column, or a word that it is none.')
wanted = {'default': ('2026-11-03T01:01', True, False, []), 'whole': ('2026-11-03T01:00:00Z', True, True, [])}
if seen != wanted:
    raise SystemExit(f'behaviour changed: {seen}')
print('Confirmed: the maximum is a time of no row, and nothing says so.')
PY
py/bin/python read.py
