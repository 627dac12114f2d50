import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { manualClock } from '../testing/manual-clock.ts'
import { noChoices } from '../checklist/state-file.ts'
import { createConnectionFolders } from './folders.ts'

async function profile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const foldersOf = (folder: string) => createConnectionFolders(folder, manualClock())

it('begins a connection for a new profile, and finds it again once something was chosen', async () => {
  const folder = await profile()
  const [first] = await foldersOf(folder).all()
  await first?.stateFile.save(noChoices)
  const again = await foldersOf(folder).all()
  expect(again.map(({ id }) => id)).toEqual([first?.id])
})

it('keeps the order in which connections were added, and which one was shown', async () => {
  const folder = await profile()
  const added = []
  for (let n = 0; n < 5; n += 1) added.push((await foldersOf(folder).add()).id)
  const [, second = ''] = added
  await foldersOf(folder).select(second)
  const again = foldersOf(folder)
  expect((await again.all()).map(({ id }) => id)).toEqual(added)
  expect(await again.selected()).toBe(second)
})

it('removes one connection with all its files, and no other', async () => {
  const folder = await profile()
  const folders = foldersOf(folder)
  const kept = await folders.add()
  const removed = await folders.add()
  await removed.stateFile.save(noChoices)
  await folders.remove(removed.id)
  expect(await readdir(path.join(folder, 'connections'))).toEqual([kept.id])
  expect((await folders.all()).map(({ id }) => id)).toEqual([kept.id])
})

it('loses no connection to unreadable settings', async () => {
  const folder = await profile()
  const { id } = await foldersOf(folder).add()
  await writeFile(path.join(folder, 'settings.json'), '{"order": 7')
  expect((await foldersOf(folder).all()).map((found) => found.id)).toEqual([id])
  expect(await foldersOf(folder).selected()).toBe('')
})

it('removes what a crash left half written, in every connection, and nothing else', async () => {
  const folder = await profile()
  const { id, stateFile } = await foldersOf(folder).add()
  await stateFile.save(noChoices)
  const own = path.join(folder, 'connections', id)
  const temporary = '.tmp-6e961297-fc97-4499-b785-ebcf106ac4bd'
  const left = [`settings.json${temporary}`, `connections/${id}/state.json${temporary}`]
  for (const name of left) await writeFile(path.join(folder, name), 'half')
  await writeFile(path.join(own, 'state.json.tmp-mine'), 'a file of the person’s own')
  await foldersOf(folder).all()
  expect(await readdir(own)).toEqual(['state.json', 'state.json.tmp-mine'])
  expect(await readdir(folder)).toEqual(['connections', 'settings.json'])
})

const STATE = JSON.stringify({ version: 99, choices: { label: 'Europe' } })
const LINE = '{"kind":"gap","at":"2026-01-31T09:15:00.000Z","lost":1}'

it.each([
  ['state.json', STATE, 'state', 'Europe'],
  ['vault.bin', Buffer.concat([Buffer.of(31), Buffer.alloc(60, 7)]), 'vault', ''],
  ['vault.bin', Buffer.of(3), 'vault', ''],
  ['audit.jsonl', `${LINE}\n{"version":99,"what":"unknown"}\n`, 'record', ''],
  ['audit.jsonl', `{"version":3,"kind":"gap"}\n{"kind":"cal`, 'record', ''],
] as const)('knows a %s of a later build, and leaves all beside it alone', async (...newer) => {
  const [name, content, part, called] = newer
  const folder = await profile()
  const { id } = await foldersOf(folder).add()
  const own = path.join(folder, 'connections', id)
  const temporary = `${name}.tmp-6e961297-fc97-4499-b785-ebcf106ac4bd`
  await writeFile(path.join(own, name), content)
  await writeFile(path.join(own, temporary), 'half')
  const [found] = await foldersOf(folder).all()
  const file = path.join(own, name)
  expect(found?.newer).toEqual({ part, file, name: called, accountId: '' })
  expect(await readdir(own)).toEqual([name, temporary].toSorted())
  expect(await readFile(file)).toEqual(Buffer.from(content))
})

it.each([
  ['state.json', '{"version":1,"choices":{}}'],
  ['state.json', 'not JSON, "version": 99'],
  ['vault.bin', Buffer.of(1, 2, 3)],
  ['vault.bin', Buffer.of(0, 2, 3)],
  ['vault.bin', Buffer.from('no vault at all')],
  ['vault.bin', Buffer.of()],
  ['audit.jsonl', `${LINE}\n${JSON.stringify({ kind: 'change', about: '{"version":99}' })}\n`],
])('takes a %s of its own, or a damaged one, for nothing newer', async (name, content) => {
  const folder = await profile()
  const { id } = await foldersOf(folder).add()
  await writeFile(path.join(folder, 'connections', id, name), content)
  expect((await foldersOf(folder).all()).map(({ newer }) => newer)).toEqual([null])
})

it('takes a file that cannot be read for nothing newer: the connection tells of it', async () => {
  const folder = await profile()
  const { id } = await foldersOf(folder).add()
  await mkdir(path.join(folder, 'connections', id, 'state.json'))
  expect((await foldersOf(folder).all()).map(({ newer }) => newer)).toEqual([null])
})

it('leaves settings of a later build as they are, and keeps order and selection in memory', async () => {
  const folder = await profile()
  const file = path.join(folder, 'settings.json')
  const text = '{"version": 99, "order": {}, "theme": "dark"}'
  await writeFile(file, text)
  const folders = foldersOf(folder)
  expect(await folders.newerSettings()).toBe(file)
  const added = []
  for (let n = 0; n < 4; n += 1) added.push((await folders.add()).id)
  const [, second = ''] = added
  await folders.select(second)
  expect((await folders.all()).map(({ id }) => id)).toEqual(added)
  expect(await folders.selected()).toBe(second)
  expect(await readFile(file, 'utf8')).toBe(text)
  const next = foldersOf(folder)
  expect(await next.selected()).toBe('')
  expect((await next.all()).map(({ id }) => id).toSorted()).toEqual(added.toSorted())
  expect(await readFile(file, 'utf8')).toBe(text)
})

it('reads settings of the first builds, which state no version, and writes its own', async () => {
  const folder = await profile()
  const file = path.join(folder, 'settings.json')
  await writeFile(file, '{"order": ["b", "a"], "selected": "a"}')
  const folders = foldersOf(folder)
  expect(await folders.newerSettings()).toBeNull()
  expect(await folders.selected()).toBe('a')
  await folders.select('b')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    version: 2,
    order: ['b', 'a'],
    selected: 'b',
    language: '',
  })
})

it('starts without its settings when they cannot be read, keeps them beside, and tells', async () => {
  const folder = await profile()
  // A link through what is no folder: opening it fails, and nobody knows what it was.
  await writeFile(path.join(folder, 'no-folder'), '')
  const file = path.join(folder, 'settings.json')
  await symlink(path.join(folder, 'no-folder', 'x'), file)
  const folders = foldersOf(folder)
  const { id } = await folders.add()
  expect(folders.problems().map(({ code }) => code)).toEqual(['settings-set-aside'])
  await folders.select(id)
  expect(await foldersOf(folder).selected()).toBe(id)
  expect((await readdir(folder)).filter((name) => name.includes('unreadable'))).toHaveLength(1)
})

it('tells of a connection whose folder is a link, and reads nothing through it', async () => {
  const folder = await profile()
  const { id } = await foldersOf(folder).add()
  const there = path.join(folder, 'connections', id)
  await rename(there, path.join(folder, 'elsewhere'))
  await symlink(path.join(folder, 'elsewhere'), there)
  const folders = foldersOf(folder)
  expect((await folders.all()).map((one) => one.id)).not.toContain(id)
  expect(folders.problems()).toMatchObject([{ code: 'file-odd', facts: { file: there } }])
})
