import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { manualClock } from './checklist/manual-clock.ts'
import { noChoices } from './checklist/state-file.ts'
import { createConnectionFolders } from './connections.ts'

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
