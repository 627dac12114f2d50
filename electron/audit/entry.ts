import { z } from 'zod'
import { jsonOf, statedVersion } from '../files/kept.ts'
import { visibleJson } from '../base/visible.ts'

/** Of each line; the first version's lines do not state it. The second knows AWS's sign-in service. */
export const LINE_VERSION = 2

const SERVICES = [
  'sso-oidc',
  'sso',
  'signin',
  'sts',
  'organizations',
  'cur',
  's3',
  'cloudformation',
  'iam',
  'spot',
] as const

/** When a call began or the rest happened, in ISO 8601. */
const at = z.iso.datetime()

export const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    at,
    service: z.enum(SERVICES),
    operation: z.string(),
    resource: z.string(),
    error: z.string(),
    status: z.number(),
    requestId: z.string(),
    durationMs: z.number(),
    attempts: z.number(),
  }),
  /** Written before anything is done about it. */
  z.object({
    kind: z.literal('change'),
    at,
    step: z.string(),
    action: z.string(),
    about: z.string(),
  }),
  /** The app did not take the change written before it; `code` says why. */
  z.object({
    kind: z.literal('refused'),
    at,
    step: z.string(),
    action: z.string(),
    code: z.string(),
  }),
  /** First in a file that goes on where a full one ended; `dropped`: an older one made room. */
  z.object({ kind: z.literal('continued'), at, dropped: z.boolean() }),
  /** So many entries could not be written. */
  z.object({ kind: z.literal('gap'), at, lost: z.number() }),
])

/**
 * What a line of a call may carry besides, known to later builds only. Nobody ever writes a line again, so
 * that a build that does not know it loses nothing of it: this is no other version.
 */
const marksSchema = z.object({
  /** Begun before what it rests on was proven. */
  ahead: z.literal(true).optional().catch(undefined),
})

type Line = z.infer<typeof entrySchema>
/** One line of the record. */
export type Entry =
  | Exclude<Line, { readonly kind: 'call' }>
  | (Extract<Line, { readonly kind: 'call' }> & { readonly ahead?: true })

/**
 * One whole line, with its end. JSON escapes every line break inside, and what else cannot be seen.
 */
export function lineOf(entry: Entry): string {
  return `${visibleJson(JSON.stringify({ version: LINE_VERSION, ...entry }))}\n`
}

/** What was read back, oldest first. */
export type AuditRecord = {
  readonly entries: readonly Entry[]
  /** A line was cut off, by a crash or a full disk. */
  readonly torn: boolean
}

/** The whole lines of a record, read one after the other. */
export function recordIn(text: string): AuditRecord {
  const written = text.split('\n').filter((line) => line !== '')
  const entries = written.flatMap((line) => parse(line) ?? [])
  return { entries, torn: entries.length < written.length }
}

/** Whether a later build wrote a line of this record. */
export function isRecordOfNewer(text: string): boolean {
  // Inside a value of a line the quotes would be escaped: few records have to be parsed for this.
  if (!text.includes('"version":')) return false
  return text.split('\n').some((line) => (statedVersion(jsonOf(line)) ?? 0) > LINE_VERSION)
}

function parse(line: string): Entry | null {
  try {
    const written: unknown = JSON.parse(line)
    const parsed = entrySchema.safeParse(written)
    if (!parsed.success) return null
    const { ahead } = marksSchema.parse(written)
    return parsed.data.kind === 'call' && ahead ? { ...parsed.data, ahead } : parsed.data
  } catch {
    // Half a line is no JSON; the caller tells that there was one.
    return null
  }
}
