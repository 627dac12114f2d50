import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { AppFailure } from '../errors/failure.ts'
import { readTrusted } from './trusted-file.ts'

const owner = process.getuid?.() ?? 0
let outside = ''
let folder = ''
let file = ''

beforeEach(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-trusted-'))
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  folder = path.join(outside, 'etc', 'eco-connect')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  file = path.join(folder, 'policy.json')
})

const read = (trust = { owner, topmost: outside }): Promise<string | null> =>
  readTrusted({ place: file, version: '1.2.3' }, trust).then(
    (content) => content?.toString() ?? null,
  )

/** Why it was not read. */
async function causeOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppFailure)) throw new Error(`not refused: ${String(error)}`)
  expect(error.error).toMatchObject({
    code: 'policy-unusable',
    facts: { place: file, version: '1.2.3' },
  })
  return error.error.facts['cause'] ?? ''
}

test('what is the owner’s alone is read', async () => {
  await writeFile(file, '{}', { mode: 0o644 })
  expect(await read()).toBe('{}')
})

test('without a file, and without its folder, there is none', async () => {
  expect(await read()).toBeNull()
  await rm(folder, { recursive: true })
  expect(await read()).toBeNull()
  // Whatever the folders above it are like.
  await chmod(path.dirname(folder), 0o777)
  expect(await read()).toBeNull()
})

test.each([
  ['the file', () => file],
  ['its folder', () => folder],
  ['a folder above', () => path.dirname(folder)],
  ['the topmost folder', () => outside],
])('%s that others can write is refused, by the group or by all', async (_what, which) => {
  await writeFile(file, '{}', { mode: 0o644 })
  for (const mode of [0o775, 0o757, 0o1777]) {
    await chmod(which(), mode)
    expect(await causeOf(read())).toBe('writable')
  }
})

test('a folder that others can write is refused also while no file is in it', async () => {
  await chmod(folder, 0o777)
  expect(await causeOf(read())).toBe('writable')
})

test('a file of another owner is refused', async () => {
  await writeFile(file, '{}', { mode: 0o644 })
  expect(await causeOf(read({ owner: owner + 1, topmost: outside }))).toBe('not-owned')
})

test('a link is refused in the place of the file, wherever it leads', async () => {
  await writeFile(`${file}.real`, '{}', { mode: 0o644 })
  for (const target of [`${file}.real`, `${file}.gone`, file]) {
    await rm(file, { force: true })
    await symlink(target, file)
    expect(await causeOf(read())).toBe('link')
  }
})

test('a link is refused in the place of a folder', async () => {
  await writeFile(file, '{}', { mode: 0o644 })
  const real = path.join(outside, 'real')
  await mkdir(real, { mode: 0o755 })
  await writeFile(path.join(real, 'policy.json'), '{}', { mode: 0o644 })
  await rm(folder, { recursive: true })
  await symlink(real, folder)
  expect(await causeOf(read())).toBe('link')
})

test('what is no file is refused, and nothing is waited for', async () => {
  await mkdir(file, { mode: 0o755 })
  expect(await causeOf(read())).toBe('not-a-file')
  await rm(file, { recursive: true })
  execFileSync('mkfifo', ['-m', '644', file])
  expect(await causeOf(read())).toBe('not-a-file')
  await rm(file)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(file, resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  expect(await causeOf(read())).toBe('not-a-file')
})

test('a file in the place of the folder is refused', async () => {
  await rm(folder, { recursive: true })
  await writeFile(folder, '', { mode: 0o644 })
  expect(await causeOf(read())).toBe('not-a-file')
})

test('a file that is larger than any policy is refused', async () => {
  await writeFile(file, '', { mode: 0o644 })
  await truncate(file, 1024 * 1024)
  expect((await read())?.length).toBe(1024 * 1024)
  await truncate(file, 1024 * 1024 + 1)
  expect(await causeOf(read())).toBe('too-large')
})

test.skipIf(owner === 0)('a file that this person may not read is refused', async () => {
  await writeFile(file, '{}', { mode: 0o200 })
  expect(await causeOf(read())).toBe('unreadable')
})
