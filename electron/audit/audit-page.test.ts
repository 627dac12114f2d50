import { expect, test } from 'vitest'
import { ENGLISH } from '../texts/en/index.ts'
import { changeAskedBy, recordingChanges } from './changes.ts'
import type { Change } from './changes.ts'
import type { Entry } from './entry.ts'
import { auditPage } from './audit-page.ts'

const at = '2026-11-23T09:00:00.000Z'
const call = (more: Partial<Extract<Entry, { kind: 'call' }>>): Entry => ({
  kind: 'call',
  at,
  service: 's3',
  operation: 'PutBucketPolicy',
  resource: 'northwind-cur',
  error: '',
  status: 200,
  requestId: 'TX234S0F24A06C7',
  durationMs: 1234,
  attempts: 1,
  ...more,
})
const page = (entries: readonly Entry[], torn = false): string =>
  auditPage(ENGLISH, {
    entries,
    torn,
    name: 'Northwind',
    accountId: '418207315602',
    file: '/home/dana/audit.jsonl',
  })
const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('tells which calls were begun before anything needed them', () => {
  const text = textOf(page([call({ operation: 'GetRole', ahead: true }), call({})]))
  expect(text.match(/ GetRole read ahead /g)).toHaveLength(1)
  expect(text).not.toContain('PutBucketPolicy read ahead')
  expect(text).toContain('“Read ahead”')
})

test('shows who was called about what, how it went, and how AWS Support finds it', () => {
  const text = textOf(
    page([
      { kind: 'change', at, step: 'bucket', action: 'repair', about: '' },
      call({}),
      call({ error: 'AccessDenied', status: 403, attempts: 3, requestId: 'R2' }),
    ]),
  )
  expect(text).toContain('What was called for Northwind')
  expect(text).toContain('418207315602')
  expect(text).toContain('2, of which 1 did not go well')
  expect(text).toContain('Asked for: repair the bucket’s policy')
  expect(text).toContain(
    '2026-11-23 09:00:00 Amazon S3 PutBucketPolicy northwind-cur OK (200) 1.23 s TX234S0F24A06C7',
  )
  expect(text).toContain('AccessDenied (403), after 3 attempts 1.23 s R2')
})

test('tells of torn lines, of gaps and of a file that was full', () => {
  const text = textOf(
    page(
      [
        { kind: 'continued', at, dropped: true },
        { kind: 'gap', at, lost: 3 },
        { kind: 'refused', at, step: 'stack', action: 'create', code: 'busy' },
      ],
      true,
    ),
  )
  expect(text).toContain('cut off')
  expect(text).toContain('was dropped')
  expect(text).toContain('3 entries are missing')
  expect(text).toContain('Did not go through: create the role (busy)')
  expect(textOf(page([]))).toContain('Nothing has been called yet')
})

test('whatever is in a record stays text', () => {
  const html = page([call({ resource: '<img src=x onerror=alert(1)>' })])
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x')
})

test('commands that change something are recorded before, with the name they are about', async () => {
  const seen: string[] = []
  const audit = {
    change: (change: Change) => seen.push(`asked ${change.step} ${change.action} ${change.about}`),
    refused: (_: Change, code: string) => seen.push(`refused ${code}`),
  }
  const error = { code: 'busy', facts: {} } as const
  const command = recordingChanges(audit, (received) => {
    seen.push(`done ${received.action}`)
    const accepted = received.action !== 'repair'
    return Promise.resolve(accepted ? { accepted } : { accepted, error })
  })
  await command({
    step: 'disconnect',
    action: 'remove',
    item: 'bucket',
    name: 'spot-eco-cur',
    withObjects: true,
  })
  await command({ step: 'bucket', action: 'repair', reviewed: 'f' })
  await command({ step: 'bucket', action: 'check' })
  expect(seen).toEqual([
    'asked disconnect remove bucket spot-eco-cur',
    'done remove',
    'asked bucket repair ',
    'done repair',
    'refused busy',
    'done check',
  ])
})

test('no change carries a secret, and each has a name', () => {
  const token = 'Bearer 0f3c9a7d1b2e4f5a6b7c8d9e0f1a2b3c'
  expect(changeAskedBy({ step: 'registration', action: 'connect', token })).toBeNull()
  expect(changeAskedBy({ step: 'registration', action: 'send', spotAccountId: token })?.about).toBe(
    'Bearer [hidden]',
  )
  const payers = '562910847733'
  expect(changeAskedBy({ step: 'sign-in', action: 'accept-payer', payers })).toEqual({
    step: 'sign-in',
    action: 'accept-payer',
    about: payers,
  })
  expect(ENGLISH.words.audit.changeNames['sign-in accept-payer']).toContain('another account')
  expect(ENGLISH.words.audit.changeNames['stack create']).toBe('create the role')
})
