/**
 * The columns of a report's file that prove how the report is set up: that it names resources, and that
 * it has times. Source: CUR User Guide, "Identity details" and "Line item details", under the names that
 * files for Athena have.
 */
export const PROVING_COLUMNS = [
  'identity_time_interval',
  'line_item_usage_start_date',
  'line_item_resource_id',
] as const
export type ProvingColumn = (typeof PROVING_COLUMNS)[number]

/** What the end of a delivered file says of the report. */
export type FileContent = {
  readonly kind: 'parquet'
  readonly rows: number
  readonly columns: number
  /** Which of the proving columns are not there. */
  readonly missing: readonly ProvingColumn[]
  /**
   * The time that each line is about, by the statistics of every row group; `not-known` where one is
   * missing, is cut, or says something else.
   */
  readonly interval: 'hour' | 'day' | 'not-known'
  /** Until when there are lines (ms since the epoch), as far as the interval is known; else null. */
  readonly until: number | null
}

/** Why the end of a file says nothing; the first six are about the file, the others about the way to it. */
export const UNREAD_REASONS = [
  /** The manifest names a file of another format. */
  'not-parquet',
  /** It does not end as a Parquet file does: cut off, or something else. */
  'cut',
  /** Sealed by whoever wrote it, with a key that S3 does not know. */
  'encrypted',
  'damaged',
  'too-large',
  /** The manifest names no file of this report. */
  'no-file',
  /** This permission set may not read the file, or not use the key that it is sealed with. */
  'denied',
  'denied-key',
  'archived',
  'gone',
  /** Written anew between two requests. */
  'changed',
  /** Something on the way, such as a proxy, would have sent the whole file. */
  'no-parts',
] as const
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** What came of looking at the end of a delivered file. */
export type FileReading = FileContent | { readonly kind: 'unread'; readonly because: UnreadReason }

/** The most that is read of a file, in megabytes. */
export const LONGEST_FOOTER_MB = 6
