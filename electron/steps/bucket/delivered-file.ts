import type { StepContext } from '../../checklist/step.ts'
import type { BucketFinding, DeliveredFile } from '../../contract/ask/bucket.ts'
import type { Fact } from '../../contract/facts.ts'
import type { FileContent, FileReading, UnreadReason } from '../../contract/report-file.ts'
import type { Looked } from './delivery.ts'

/** The file that could be read, and what it said if it was; null where no delivery was found. */
export function deliveredFile(
  { fileRead: { current } }: StepContext,
  bucket: string,
  looked: Looked,
): DeliveredFile | null {
  if (looked.kind !== 'found') return null
  const { firstFile: key, writtenAt } = looked.delivery
  const isSame =
    current?.bucket === bucket && current.key === key && current.writtenAt === writtenAt
  return { key, reading: isSame ? current.reading : null }
}

/** What makes a file that AWS has delivered one that Spot cannot read. */
const ODD: readonly UnreadReason[] = [
  'not-parquet',
  'cut',
  'encrypted',
  'damaged',
  'denied-key',
  'archived',
]

/** What the end of a file proves: only what it says itself is good. */
export function fileFindings(reading: FileReading | null): BucketFinding[] {
  if (reading === null) return []
  if (reading.kind === 'unread') {
    const { because: value } = reading
    return [{ id: 'file-format', verdict: ODD.includes(value) ? 'odd' : 'note', value }]
  }
  const { interval, missing } = reading
  const verdicts = { hour: 'good', day: 'odd', 'not-known': 'note' } as const
  return [
    { id: 'file-format', verdict: reading.rows > 0 ? 'good' : 'note', value: formatOf(reading) },
    {
      id: 'file-columns',
      verdict: missing.length === 0 ? 'good' : 'odd',
      value: columnsOf(reading),
    },
    { id: 'file-interval', verdict: verdicts[interval], value: interval },
  ]
}

/** What was read of a file, for the record. */
export function fileFacts(reading: FileReading | null): Fact[] {
  if (reading === null) return []
  if (reading.kind === 'unread') return [{ id: 'file-format', value: reading.because }]
  const { interval, rows, until } = reading
  return [
    { id: 'file-format', value: formatOf(reading) },
    { id: 'file-columns', value: columnsOf(reading) },
    { id: 'file-interval', value: interval },
    { id: 'file-rows', value: String(rows) },
    ...(until === null
      ? []
      : [{ id: 'file-until' as const, value: new Date(until).toISOString() }]),
  ]
}

const formatOf = ({ rows }: FileContent): string => (rows > 0 ? 'parquet' : 'empty')

/** `all`, or the names of those that are missing. */
const columnsOf = ({ missing }: FileContent): string =>
  missing.length === 0 ? 'all' : missing.join(', ')
