import { z } from 'zod'
import { visibleJson, visibleLine } from '../base/visible.ts'
import { csvOf } from '../documents/csv.ts'
import type { Entry } from './entry.ts'
import { kindOf } from './operations.ts'
import { outcomeOf } from './outcome.ts'

/** Raised with every change of what follows, whichever: programs of other people rest on it. */
const SCHEMA = 'eco-connect/record-of-calls/2'

/**
 * One event for a security team's programs (a SIEM): flat, every member always there, in UTC and in no
 * language. `resources/record-of-calls.schema.json` is made from it.
 */
export const siemEventSchema = z
  .strictObject({
    schema: z.literal(SCHEMA).describe('Which form this is. Another form has another number.'),
    time: z.iso
      .datetime()
      .describe('ISO 8601 in UTC: when a call began, or when the rest happened.'),
    account: z
      .string()
      .describe('The AWS account of the connection, twelve digits; empty while none is chosen.'),
    kind: z
      .enum(['call', 'change', 'refused', 'continued', 'gap'])
      .describe(
        'A call to AWS or Spot; a change that somebody asked for; one that the app refused; a record that was full and goes on; entries that the disk did not take.',
      ),
    service: z
      .string()
      .describe('Of a call: the service, by the beginning of its host name, or “spot”.'),
    operation: z.string().describe('Of a call: the operation, as AWS CloudTrail names it.'),
    access: z
      .enum(['change', 'read', 'sign-in', ''])
      .describe('Of a call: whether the operation changes something.'),
    resource: z.string().describe('Of a call: what it was about, by name or ARN; may be empty.'),
    outcome: z
      .enum(['ok', 'expected', 'absent', 'failed', ''])
      .describe(
        'Of a call: went well; found nothing where nothing had to be; found nothing; failed.',
      ),
    code: z
      .string()
      .describe('The code of AWS or of the app, where it did not go well; otherwise empty.'),
    status: z.int().describe('Of a call: the HTTP status of the last reply; 0 where none came.'),
    request_id: z.string().describe('Of a call: the ID by which AWS Support finds it.'),
    duration_ms: z.number().describe('Of a call: milliseconds.'),
    attempts: z.int().describe('Of a call: how often it was sent; 0 where that is not known.'),
    ahead: z
      .boolean()
      .describe(
        'Of a call: whether it was begun before what it rests on was proven. Its answer counted only after that, if at all.',
      ),
    step: z.string().describe('Of a change: the step of the checklist.'),
    action: z.string().describe('Of a change: what was asked for.'),
    about: z.string().describe('Of a change: the name or fingerprint that it is about.'),
    lost: z
      .int()
      .describe(
        'Of a gap: how many entries are missing. Of a continuation: 1 where older ones are.',
      ),
  })
  .describe('One line of Eco Connect’s record of calls, as it is saved as JSON Lines or as CSV.')
type SiemEvent = z.infer<typeof siemEventSchema>

/** The columns of the CSV, in their order. */
const COLUMNS = siemEventSchema.keyof().options

/** A record as events, oldest first; `account` is '' while none is known. */
export function siemEvents(entries: readonly Entry[], account: string): readonly SiemEvent[] {
  return entries.map((entry, place) => ({
    ...NOTHING,
    time: entry.at,
    account,
    kind: entry.kind,
    ...ownOf(entries, entry, place),
  }))
}

const NOTHING = {
  schema: SCHEMA,
  service: '',
  operation: '',
  access: '',
  resource: '',
  outcome: '',
  code: '',
  status: 0,
  request_id: '',
  duration_ms: 0,
  attempts: 0,
  ahead: false,
  step: '',
  action: '',
  about: '',
  lost: 0,
} as const satisfies Partial<SiemEvent>

function ownOf(entries: readonly Entry[], entry: Entry, place: number): Partial<SiemEvent> {
  switch (entry.kind) {
    case 'call': {
      const { service, operation, resource, error, status, requestId, durationMs, attempts } = entry
      const { ahead = false } = entry
      return {
        service,
        operation,
        resource,
        status,
        attempts,
        ahead,
        access: kindOf(service, operation),
        outcome: outcomeOf(entries, place),
        code: error,
        request_id: requestId,
        duration_ms: durationMs,
      }
    }
    case 'change':
      return { step: entry.step, action: entry.action, about: entry.about }
    case 'refused':
      return { step: entry.step, action: entry.action, code: entry.code }
    case 'continued':
      return { lost: entry.dropped ? 1 : 0 }
    case 'gap':
      return { lost: entry.lost }
  }
}

/** One JSON object a line, in the order of the schema. */
export const siemLines = (events: readonly SiemEvent[]): string =>
  events
    .map((event) => {
      const ordered = Object.fromEntries(COLUMNS.map((column) => [column, event[column]]))
      return `${visibleJson(JSON.stringify(ordered))}\n`
    })
    .join('')

/** The same as CSV (RFC 4180) with a line of column names; no byte order mark, which programs trip over. */
export const siemTable = (events: readonly SiemEvent[]): string =>
  csvOf([
    COLUMNS,
    ...events.map((event) => COLUMNS.map((column) => visibleLine(String(event[column])))),
  ])
