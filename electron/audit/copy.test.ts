import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { AppFailure } from '../errors/failure.ts'
import { createAudit } from './audit.ts'
import { type CopyOptions, createCopy } from './copy.ts'
import { siemEventSchema } from './siem.ts'

const DAY = Date.parse('2026-03-10T23:59:00Z')
let outside = ''
let folder = ''

beforeEach(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-copy-'))
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  folder = path.join(outside, 'audit')
})

function record(options: Partial<CopyOptions> = {}) {
  const problems: AppFailure[] = []
  const tell = (problem: AppFailure): void => void problems.push(problem)
  const clock = { now: () => DAY, sleep: () => Promise.resolve() }
  const audit = createAudit({
    file: path.join(outside, 'own', 'audit.jsonl'),
    clock,
    onProblem: tell,
    copy: createCopy({
      audit: { folder, retentionDays: null },
      user: 'dana@corp/x',
      connectionId: 'c1',
      account: () => '111122223333',
      clock,
      onProblem: tell,
      ...options,
    }),
  })
  return { audit, problems }
}

const CALL = {
  service: 'sts',
  operation: 'GetCallerIdentity',
  resource: '',
  error: '',
  status: 200,
  requestId: 'r-1',
  durationMs: 1,
  attempts: 1,
} as const
const approve = { step: 'template', action: 'approve', sha256: '0'.repeat(64) } as const

test('nothing is written anywhere else where no folder is named', () => {
  const { audit } = record({ audit: { folder: null, retentionDays: null } })
  audit.onCall(CALL)
  return expect(readdir(outside)).resolves.toEqual(['own'])
})

test('each entry is an event in a file of the person, the connection and the day, for its owner only', async () => {
  const { audit, problems } = record()
  audit.onCall(CALL)
  await audit.recording(() => Promise.resolve({ accepted: true }))(approve)
  const [file = ''] = await readdir(folder)
  expect(file).toBe('eco-connect-dana_40_corp_2f_x-c1-2026-03-10.jsonl')
  const lines = (await readFile(path.join(folder, file), 'utf8')).trimEnd().split('\n')
  const events = lines.map((line) => siemEventSchema.parse(JSON.parse(line)))
  expect(events).toMatchObject([
    { kind: 'call', account: '111122223333', operation: 'GetCallerIdentity', outcome: 'ok' },
    { kind: 'change', step: 'template', action: 'approve' },
  ])
  expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0)
  expect(problems).toEqual([])
})

test('a change that cannot be written there is not made; what is read goes on, and it is told once', async () => {
  await writeFile(folder, 'in the way')
  const { audit, problems } = record()
  audit.onCall(CALL)
  audit.onCall(CALL)
  expect(problems.map(({ error }) => error.code)).toEqual(['audit-copy-failed'])
  const carryOut = vi.fn(() => Promise.resolve({ accepted: true } as const))
  await expect(audit.recording(carryOut)(approve)).rejects.toThrow('audit-copy-failed')
  expect(carryOut).not.toHaveBeenCalled()
  // The app's own record has the calls, and no change.
  expect((await audit.read()).entries.map(({ kind }) => kind)).toEqual(['call', 'call'])
})

test('a link that somebody has put there is not followed', async () => {
  await mkdir(folder)
  const victim = path.join(outside, 'victim')
  await writeFile(victim, '')
  await symlink(victim, path.join(folder, 'eco-connect-dana_40_corp_2f_x-c1-2026-03-10.jsonl'))
  const { audit, problems } = record()
  audit.onCall(CALL)
  expect(problems).toHaveLength(1)
  expect(await readFile(victim, 'utf8')).toBe('')
})

test('people whose names are nearly the same have files of their own, and delete nobody else’s', async () => {
  const people = ['müller', 'möller', 'm_ller', 'm-ller', 'm', 'm-', 'иван', 'олег']
  for (const user of people) record({ user }).audit.onCall(CALL)
  const files = await readdir(folder)
  expect(files).toHaveLength(people.length)
  const clock = { now: () => DAY + 400 * 24 * 60 * 60 * 1000, sleep: () => Promise.resolve() }
  record({ user: 'müller', clock, audit: { folder, retentionDays: 30 } })
  await expect.poll(() => readdir(folder)).toHaveLength(people.length - 1)
})

test('files that are older than wanted are deleted, and nobody else’s', async () => {
  await mkdir(folder)
  const kept = [
    'eco-connect-dana_40_corp_2f_x-c1-2026-02-08.jsonl',
    'eco-connect-dana_40_corp_2f_x-other-2026-03-10.jsonl',
    'eco-connect-dana-c1-2020-01-01.jsonl',
    'eco-connect-dana_40_corp_2f_x-notes.txt',
    'something-else-2020-01-01.jsonl',
  ]
  const old = [
    'eco-connect-dana_40_corp_2f_x-c1-2026-02-07.jsonl',
    'eco-connect-dana_40_corp_2f_x-gone-2020-01-01.jsonl',
  ]
  for (const name of [...kept, ...old]) await writeFile(path.join(folder, name), '')
  record({ audit: { folder, retentionDays: 30 } })
  await expect.poll(() => readdir(folder)).toHaveLength(kept.length)
  expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted())
})
