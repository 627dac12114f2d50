import { expect, test } from 'vitest'
import { auditPage } from '../../audit/audit-page.ts'
import type { Entry } from '../../audit/entry.ts'
import { noChoices } from '../../checklist/state-file.ts'
import { recordPage } from '../../connection/record-page.ts'
import { paperErrors } from './errors/papers.ts'
import { GERMAN } from './index.ts'

const at = '2026-11-23T09:00:00.000Z'
const read: Entry = {
  kind: 'call',
  at,
  service: 's3',
  operation: 'GetBucketPolicy',
  resource: 'cur',
  error: 'NoSuchBucketPolicy',
  status: 404,
  requestId: 'TX234S0F24A06C7',
  durationMs: 1,
  attempts: 1,
}

test('documents speak the language that they are made in, and say which', () => {
  const page = recordPage(GERMAN, {
    name: 'Northwind',
    choices: noChoices,
    steps: [{ id: 'stack', status: { kind: 'done', at: Date.parse(at), evidence: [] } }],
    state: 'registered',
    disconnected: null,
    entries: [read],
    torn: false,
    appVersion: '1.2.3',
    at: Date.parse(at),
  })
  expect(page).toContain('<html lang="de-DE">')
  expect(page).toContain('<title>Verbindungsnachweis: Northwind</title>')
  expect(page).toContain('Nachgewiesen: aus AWS gelesen, 23. November 2026 um 09:00 UTC.')
  const listed = auditPage(GERMAN, {
    name: 'Northwind',
    accountId: '',
    entries: [read],
    torn: false,
    file: 'audit.jsonl',
  })
  expect(listed).toContain('Nicht vorhanden, wie erwartet (NoSuchBucketPolicy)')
  expect(listed).toContain('1, wie erwartet: noch nicht angelegt')
})

test('a reason that is known stands in the sentence, and none leaves no gap', () => {
  const told = paperErrors['paper-not-made']({ reason: 'timeout' }).meaning
  expect(told).toContain('gebraucht (englisch: „timeout“). Es')
  expect(paperErrors['paper-not-printed']({ reason: '' }).meaning).toContain('abgelehnt. In')
})
