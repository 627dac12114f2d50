import { parquetWriteBuffer } from 'hyparquet-writer'

const HOUR = 60 * 60 * 1000
const seconds = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** What decides how a report's file looks. */
export type ParquetOptions = {
  /** When the month begins, in milliseconds since the epoch. */
  readonly start: number
  readonly lines: number
  readonly unit: 'HOURLY' | 'DAILY'
  readonly resources: boolean
  /** Lines of one row group; all in one by default. */
  readonly groupOf?: number
  /** Bytes after which a text in the statistics is cut; none by default. */
  readonly cutAfter?: number
  /** Without any statistics. */
  readonly bare?: boolean
}

/**
 * A small file as AWS delivers it for a report in Parquet: a few of the hundred columns, under the names
 * that Athena can read. Its bytes are the same for the same options.
 */
export const reportParquet = (options: ParquetOptions): Uint8Array => {
  const { start, lines, unit, resources, groupOf, cutAfter = Infinity, bare = false } = options
  const length = unit === 'HOURLY' ? HOUR : 24 * HOUR
  const times = Array.from({ length: lines }, (_, line) => start + line * length)
  const ends = times.map((time) => time + length)
  const text = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const })
  const moment = (name: string, data: readonly number[]) => ({
    name,
    data: data.map((time) => new Date(time)),
    type: 'TIMESTAMP' as const,
  })
  const columnData = [
    text(
      'identity_line_item_id',
      times.map((_, line) => `line${line}`),
    ),
    text(
      'identity_time_interval',
      times.map((time) => `${seconds(time)}/${seconds(time + length)}`),
    ),
    moment('line_item_usage_start_date', times),
    moment('line_item_usage_end_date', ends),
    ...(resources
      ? [
          text(
            'line_item_resource_id',
            times.map((_, line) => (line % 3 === 2 ? null : `i-0f3a9c2d71b5e8${line}`)),
          ),
        ]
      : []),
    {
      name: 'line_item_unblended_cost',
      data: times.map((_, line) => line / 10),
      type: 'DOUBLE' as const,
    },
  ]
  const buffer = parquetWriteBuffer({
    columnData,
    statistics: !bare,
    statisticsTruncateLength: cutAfter,
    ...(groupOf !== undefined && { rowGroupSize: groupOf }),
  })
  return new Uint8Array(buffer)
}
