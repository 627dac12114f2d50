import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Entry } from './entry.ts'
import { siemEvents, siemEventSchema, siemLines, siemTable } from './siem.ts'

const at = '2026-11-23T09:00:00.000Z'
const entries: readonly Entry[] = [
  { kind: 'change', at, step: 'stack', action: 'create', about: '=HYPERLINK("x")' },
  {
    kind: 'call',
    at,
    service: 's3',
    operation: 'GetBucketPolicy',
    resource: 'a "quoted", name',
    error: 'NoSuchBucketPolicy',
    status: 404,
    requestId: 'TX234S0F24A06C7',
    durationMs: 12.5,
    attempts: 2,
  },
  { kind: 'refused', at, step: 'stack', action: 'create', code: 'busy' },
  { kind: 'continued', at, dropped: true },
  { kind: 'gap', at, lost: 3 },
]
const events = siemEvents(entries, '012345678901')

test('the documented schema is the one by which events are made', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(siemEventSchema), null, 2)}\n`
  // Renewed by “npx vitest run electron/audit/siem.test.ts --update”.
  await expect(schema).toMatchFileSnapshot('../../resources/record-of-calls.schema.json')
})

test('every event is whole and by the schema, in UTC and without a word of a language', () => {
  const lines = siemLines(events).trimEnd().split('\n')
  expect(lines).toHaveLength(entries.length)
  const read = lines.map((line) => siemEventSchema.parse(JSON.parse(line)))
  expect(read).toEqual(events)
  expect(read[1]).toEqual({
    schema: 'eco-connect/record-of-calls/2',
    time: at,
    account: '012345678901',
    kind: 'call',
    service: 's3',
    operation: 'GetBucketPolicy',
    access: 'read',
    resource: 'a "quoted", name',
    outcome: 'expected',
    code: 'NoSuchBucketPolicy',
    status: 404,
    request_id: 'TX234S0F24A06C7',
    duration_ms: 12.5,
    attempts: 2,
    ahead: false,
    step: '',
    action: '',
    about: '',
    lost: 0,
  })
  expect(read.map(({ code, lost }) => [code, lost])).toEqual([
    ['', 0],
    ['NoSuchBucketPolicy', 0],
    ['busy', 0],
    ['', 1],
    ['', 3],
  ])
})

test('a call that was begun ahead says so in both forms', () => {
  const ahead = entries.map((entry) =>
    entry.kind === 'call' ? { ...entry, ahead: true as const } : entry,
  )
  const marked = siemEvents(ahead, '')
  expect(marked.map((event) => event.ahead)).toEqual([false, true, false, false, false])
  expect(siemLines(marked).split('\n')[1]).toContain('"ahead":true')
  expect(siemTable(marked).split('\r\n')[2]).toContain('"true"')
})

test('the table is CSV by RFC 4180, and no spreadsheet calculates', () => {
  const [head, change, call] = siemTable(events).split('\r\n')
  expect(head).toMatch(/^"schema","time","account","kind","service",.*,"lost"$/)
  expect(change).toContain(`"'=HYPERLINK(""x"")"`)
  expect(call).toContain('"a ""quoted"", name"')
  expect(call?.match(/","/g)).toHaveLength(18)
})
