import fs, { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { AppFailure } from '../errors/failure.ts'
import type { Call } from '../network/call.ts'
import { recordIn } from './entry.ts'
import { createAuditLog, earlierFile, type AuditLog } from './log.ts'

const AT = Date.UTC(2026, 10, 23, 9, 0, 1)
const clock = { now: () => AT, sleep: () => Promise.resolve() }

const call = (operation: string): Call => ({
  service: 's3',
  operation,
  resource: 'northwind-cur',
  error: '',
  status: 200,
  requestId: 'r-1',
  durationMs: 1000,
  attempts: 1,
})

type Fixture = {
  readonly file: string
  readonly log: AuditLog
  readonly problems: AppFailure[]
  /** The same file after a new start of the app. */
  readonly again: () => AuditLog
}

function fixture(largest?: number): Fixture {
  const folder = mkdtempSync(path.join(tmpdir(), 'eco-connect-audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'connections', 'one', 'audit.jsonl')
  const problems: AppFailure[] = []
  const again = (): AuditLog =>
    createAuditLog({
      file,
      clock,
      onProblem: (problem) => problems.push(problem),
      ...(largest === undefined ? {} : { largest }),
    })
  return { file, log: again(), problems, again }
}

const operations = async (log: AuditLog): Promise<string[]> =>
  (await log.read()).entries.map((entry) => (entry.kind === 'call' ? entry.operation : entry.kind))

test('every entry is a line of its own, with the system at once, for the owner only', async () => {
  const { file, log } = fixture()
  log.change({ step: 'stack', action: 'create', about: 'spot-eco' })
  log.call(call('GetBucketPolicy'))
  const lines = readFileSync(file, 'utf8').split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toBe('')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await log.read()).toEqual({
    torn: false,
    entries: [
      {
        kind: 'change',
        at: '2026-11-23T09:00:01.000Z',
        step: 'stack',
        action: 'create',
        about: 'spot-eco',
      },
      { kind: 'call', at: '2026-11-23T09:00:00.000Z', ...call('GetBucketPolicy') },
    ],
  })
})

test('what was written before is never touched again', async () => {
  const { file, log, again } = fixture()
  log.call(call('ListBuckets'))
  const before = readFileSync(file)
  again().call(call('GetBucketPolicy'))
  expect(readFileSync(file).subarray(0, before.byteLength).equals(before)).toBe(true)
  expect(await operations(log)).toEqual(['ListBuckets', 'GetBucketPolicy'])
})

test('there is nothing to read before the first entry', async () => {
  expect(await fixture().log.read()).toEqual({ entries: [], torn: false })
})

test('a crash tears at most the last line, wherever it cuts, and the rest is read', () => {
  const { file, log } = fixture()
  for (const name of ['ListBuckets', 'GetBucketPolicy', 'PutBucketPolicy']) log.call(call(name))
  const whole = readFileSync(file)
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at] : []))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.byteLength }), (length) => {
      const { entries, torn } = recordIn(whole.subarray(0, length).toString('utf8'))
      // A line without its line break is whole all the same.
      const kept = ends.filter((end) => end <= length).length
      expect(entries).toHaveLength(kept)
      expect(torn).toBe(length !== 0 && ends.every((end) => end !== length && end + 1 !== length))
    }),
  )
})

test('after a torn line the next entry begins on a line of its own', async () => {
  const { file, log, again } = fixture()
  log.call(call('ListBuckets'))
  log.call(call('PutBucketPolicy'))
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, whole.byteLength - 20))
  expect(await log.read()).toMatchObject({ torn: true, entries: [{ operation: 'ListBuckets' }] })
  const after = again()
  after.call(call('GetBucketPolicy'))
  expect((await after.read()).torn).toBe(true)
  expect(await operations(after)).toEqual(['ListBuckets', 'GetBucketPolicy'])
})

test('a full file is set aside, and the new one says so; the one before it is dropped', async () => {
  const { file, log } = fixture(600)
  for (const name of ['One', 'Two', 'Three', 'Four']) log.call(call(name))
  expect(statSync(file).size).toBeLessThanOrEqual(600)
  expect(statSync(earlierFile(file)).mode & 0o777).toBe(0o600)
  expect(await operations(log)).toEqual(['One', 'Two', 'Three', 'continued', 'Four'])
  for (const name of ['Five', 'Six', 'Seven', 'Eight']) log.call(call(name))
  const { entries } = await log.read()
  expect(entries[0]).toMatchObject({ kind: 'continued' })
  expect(entries.filter(({ kind }) => kind === 'continued').at(-1)).toMatchObject({ dropped: true })
  expect(entries.at(-1)).toMatchObject({ operation: 'Eight' })
  expect(await readdir(path.dirname(file))).toEqual(['audit.1.jsonl', 'audit.jsonl'])
})

test('a disk that refuses is told once, disturbs nothing, and the gap is recorded', async () => {
  const { file, log, problems } = fixture()
  const folder = path.dirname(file)
  await mkdir(path.dirname(folder), { recursive: true })
  writeFileSync(folder, 'a file where the folder should be')
  log.call(call('ListBuckets'))
  log.change({ step: 'stack', action: 'create', about: 'spot-eco' })
  expect(problems.map(({ error }) => error)).toMatchObject([
    { code: 'audit-write-failed', facts: { file } },
  ])
  await rm(folder)
  log.call(call('GetBucketPolicy'))
  expect((await log.read()).entries).toMatchObject([
    { kind: 'gap', lost: 2 },
    { kind: 'call', operation: 'GetBucketPolicy' },
  ])
  expect(problems).toHaveLength(1)
})

test('a closed record brings no removed folder back', async () => {
  const { file, log, problems } = fixture()
  log.call(call('ListBuckets'))
  log.close()
  await rm(path.dirname(file), { recursive: true })
  log.call(call('Logout'))
  expect(await readdir(path.dirname(path.dirname(file)))).toEqual([])
  expect(problems).toEqual([])
})

/** What the disk was asked to keep, each time as long as the file was then; `answer` in place of the disk's own. */
function flushed(file: string, answer?: () => never) {
  const sizes: number[] = []
  const { fdatasyncSync } = fs
  vi.spyOn(fs, 'fdatasyncSync').mockImplementation((handle) => {
    answer?.()
    fdatasyncSync(handle)
    sizes.push(statSync(file).size)
  })
  syncBuiltinESMExports()
  onTestFinished(() => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  })
  return sizes
}

test('a change is on the disk before anything is done about it, with what was called before', () => {
  const { file, log } = fixture()
  const sizes = flushed(file)
  log.call(call('GetBucketPolicy'))
  expect(sizes).toEqual([])
  log.change({ step: 'stack', action: 'create', about: 'spot-eco' })
  expect(sizes).toEqual([readFileSync(file).byteLength])
})

test('a full file is on the disk before it is set aside', () => {
  const { file, log } = fixture(600)
  const sizes = flushed(file)
  for (const name of ['One', 'Two', 'Three', 'Four']) log.call(call(name))
  expect(sizes).toEqual([statSync(earlierFile(file)).size])
})

test('a disk that does not keep what it took is told, and loses no line of what it did take', async () => {
  const { file, log, problems } = fixture()
  flushed(file, () => {
    throw Object.assign(new Error('input/output error'), { code: 'EIO' })
  })
  log.change({ step: 'stack', action: 'create', about: 'spot-eco' })
  expect(problems.map(({ error }) => error)).toMatchObject([
    { code: 'audit-write-failed', facts: { file, reason: 'EIO' } },
  ])
  expect(await operations(log)).toEqual(['change'])
})

test('a file system that has no flush is no problem', () => {
  const { file, log, problems } = fixture()
  flushed(file, () => {
    throw Object.assign(new Error('invalid argument'), { code: 'EINVAL' })
  })
  log.change({ step: 'stack', action: 'create', about: 'spot-eco' })
  expect(problems).toEqual([])
})

test('a closed record opens its file no more, so that its folder can go at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { log } = fixture()
  log.call(call('GetBucketPolicy'))
  expect(vi.getTimerCount()).toBe(1)
  log.close()
  expect(vi.getTimerCount()).toBe(0)
})
