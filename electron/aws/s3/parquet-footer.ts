import { parquetMetadata } from 'hyparquet'
import { z } from 'zod'
import {
  LONGEST_FOOTER_MB,
  PROVING_COLUMNS,
  type FileContent,
  type FileReading,
  type ProvingColumn,
} from '../../contract/report-file.ts'
import { parseReceived } from '../../network/received.ts'
import { refuseUnbounded } from './footer-bounds.ts'

/** How a file ends: the length of its footer in four bytes, and four letters. */
export const TAIL = 8
/**
 * A thousand columns in ten row groups make three megabytes, of which a report has a part. In bytes,
 * without the tail.
 */
export const LONGEST_FOOTER = LONGEST_FOOTER_MB * 1024 * 1024

/** How the last bytes tell that a file goes on before them. Source: Apache Parquet, "File format". */
export type Tail =
  | { readonly kind: 'footer'; readonly length: number }
  | { readonly kind: 'cut' | 'encrypted' | 'too-large' | 'damaged' }

/** Reads the last `TAIL` bytes of a file of `size` bytes. */
export function readTail(bytes: Uint8Array, size: number): Tail {
  if (bytes.length !== TAIL) return { kind: 'cut' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(4))
  if (magic === 'PARE') return { kind: 'encrypted' }
  if (magic !== 'PAR1') return { kind: 'cut' }
  const length = view.getUint32(0, true)
  // The same four letters stand at the file's beginning.
  if (length === 0 || length > size - TAIL - magic.length) return { kind: 'damaged' }
  return length > LONGEST_FOOTER ? { kind: 'too-large' } : { kind: 'footer', length }
}

/** What is used of a footer. Source: Apache Parquet, `parquet.thrift`, as hyparquet names it. */
const count = z.bigint().nonnegative().max(BigInt(Number.MAX_SAFE_INTEGER)).transform(Number)
const footerSchema = z.object({
  num_rows: count,
  schema: z.array(z.object({ name: z.string(), type: z.string().optional() })),
  row_groups: z.array(
    z.object({
      num_rows: count,
      columns: z.array(
        z.object({
          meta_data: z
            .object({
              path_in_schema: z.array(z.string()),
              statistics: z
                .object({
                  min_value: z.unknown(),
                  max_value: z.unknown(),
                  is_min_value_exact: z.unknown(),
                  is_max_value_exact: z.unknown(),
                })
                .optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
})
type RowGroup = z.infer<typeof footerSchema>['row_groups'][number]

/**
 * Reads a footer with its tail, as a stranger has written it: whatever the bytes are, what comes of them
 * is a reading, in time and memory that grow with their length only. Of the statistics those of the time
 * interval are looked at, and no others are kept.
 */
export function readFooter(bytes: Uint8Array): FileReading {
  let metadata: unknown
  try {
    refuseUnbounded(bytes.subarray(0, -TAIL))
    metadata = parquetMetadata(bytes, { geoparquet: false })
  } catch {
    // Whatever the reader stumbles over, the file is not as it should be.
    return { kind: 'unread', because: 'damaged' }
  }
  const parsed = parseReceived(footerSchema, metadata)
  if (!parsed.success) return { kind: 'unread', because: 'damaged' }
  const { num_rows: rows, row_groups: groups, schema } = parsed.data
  if (groups.reduce((sum, { num_rows: some }) => sum + some, 0) !== rows)
    return { kind: 'unread', because: 'damaged' }
  const names = schema.filter(({ type }) => type !== undefined).map(({ name }) => athenaName(name))
  return {
    kind: 'parquet',
    rows,
    columns: names.length,
    missing: PROVING_COLUMNS.filter((column) => !names.includes(column)),
    ...intervalOf(groups.filter(({ num_rows: some }) => some > 0)),
  }
}

/** `lineItem/ResourceId` as `line_item_resource_id`. Source: CUR User Guide, "Column names" for Athena. */
function athenaName(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const TIME = String.raw`(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)`
const INTERVAL = new RegExp(`^${TIME}/${TIME}$`)
const COLUMN: ProvingColumn = 'identity_time_interval'

type Interval = { readonly length: number; readonly end: number }

/**
 * How long the time is that a line is about. A line's interval is an hour in an hourly report and a day
 * in a daily one; that of a fee may be a whole month, and says nothing. The smallest and the greatest of
 * each row group are looked at: they are those of lines that are there, and no line of a daily report is
 * about one hour. Source: CUR User Guide, "Identity details", `identity/TimeInterval`.
 */
function intervalOf(groups: readonly RowGroup[]): Pick<FileContent, 'interval' | 'until'> {
  const unknown = { interval: 'not-known', until: null } as const
  const bounds = groups.flatMap(boundsOf)
  const known = bounds.filter((bound) => bound !== null)
  if (known.length < bounds.length) return unknown
  const telling = known.filter(({ length }) => length <= DAY)
  if (telling.length === 0) return unknown
  const until = Math.max(...telling.map(({ end }) => end))
  if (telling.every(({ length }) => length === HOUR)) return { interval: 'hour', until }
  return telling.every(({ length }) => length === DAY) ? { interval: 'day', until } : unknown
}

/** The smallest and the greatest interval of a row group; null for one that is not certain. */
function boundsOf({ columns }: RowGroup): readonly (Interval | null)[] {
  const column = columns.find(({ meta_data: about }) => {
    const [name = '', ...more] = about?.path_in_schema ?? []
    return more.length === 0 && athenaName(name) === COLUMN
  })
  const found = column?.meta_data?.statistics
  return [
    found?.is_min_value_exact === false ? null : parseInterval(found?.min_value),
    found?.is_max_value_exact === false ? null : parseInterval(found?.max_value),
  ]
}

/**
 * A whole interval. Many writers do not say whether they have cut a value; of one that was cut, the form
 * is not whole.
 */
function parseInterval(value: unknown): Interval | null {
  const [, from = '', to = ''] = INTERVAL.exec(typeof value === 'string' ? value : '') ?? []
  const [start, end] = [Date.parse(from), Date.parse(to)]
  return end > start ? { length: end - start, end } : null
}
