import { z } from 'zod'

/**
 * More in one list than any honest answer has: S3 sends a thousand keys a page, and the manifest of
 * a very large bill names some thousand files.
 */
const MOST = 20_000

/** Of lists and of plain objects: bytes and streams are handed on by the SDK as they are. */
function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : []
}

/** Whether some list or object in it has more entries than any honest answer. */
function isOverlong(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    const entries = entriesOf(one)
    if (entries.length > MOST) return true
    for (const entry of entries) if (typeof entry === 'object') left.push(entry)
  }
  return false
}

type Received<T> =
  | { readonly success: true; readonly data: T; readonly error?: undefined }
  | { readonly success: false; readonly error: z.ZodError }

/**
 * `safeParse` for what a server sent. zod writes down a fault for each entry that is wrong, without
 * an end: four million numbers where texts should be, within the largest reply that is read, kept
 * the main process busy for more than a minute and took two gigabytes. zod 4.6.6 counts first only
 * where a schema says how many there may be, so that this is still so in the newest version.
 * Source: GHSA-mrhx-c7xc-m3w5, read on 2026-11-29, and a measurement.
 */
export function parseReceived<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Received<z.output<Schema>> {
  if (!isOverlong(value)) return schema.safeParse(value)
  const message = `More than ${MOST} entries in one list`
  return { success: false, error: new z.ZodError([{ code: 'custom', path: [], message }]) }
}
