import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Kept } from '../contract/erasure.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail } from '../errors/failure.ts'
import { startStandIn } from '../keychain/testing/stand-in.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { createConnectionFolders } from './folders.ts'
import { createErase } from './erasure.ts'
import { keptThings, type KeptThing } from './kept-things.ts'
import { until } from '../testing/until.ts'

const clock = { now: () => 0, sleep: () => Promise.resolve() }

async function emptyProfile(): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  onTestFinished(() => rm(profile, { recursive: true, force: true }))
  return profile
}

/** A profile with one connection that is not open, and what its sign-in leaves when it is ended. */
async function oneConnection(left: AppError | null = null) {
  const profile = await emptyProfile()
  const stand = await startStandIn()
  onTestFinished(stand.stop)
  const folders = createConnectionFolders(profile, clock)
  const { id } = await folders.add()
  const folder = path.join(profile, 'connections', id)
  await writeFile(path.join(folder, 'state.json'), '{"choices":{"label":"Northwind"}}')
  await writeFile(path.join(folder, 'vault.bin.key'), '')
  const things = () =>
    keptThings({
      profile,
      keychain: stand.keychain,
      opened: () => [],
      onDisk: folders.onDisk,
      unopened: () => ({ id, forget: () => Promise.resolve(left ? [left] : []) }),
      newerSettings: folders.newerSettings,
    })
  return { profile, folder, id, stand, things }
}

/** Removes everything there is, and does what is done when the program ends. */
async function erased(profile: string, things: () => Promise<readonly KeptThing[]>) {
  const exits: (() => boolean)[] = []
  const erase = createErase({
    profile,
    things,
    busy: () => null,
    atExit: (task) => exits.push(task),
    onChange: () => undefined,
  })
  await erase.ask()
  await erase.start()
  const ended = (): Promise<void> => until(() => expect(erase.state().kind).toBe('ended'))
  await ended()
  const states = (): Record<string, string> => {
    const state = erase.state()
    const items: readonly Kept[] = state.kind === 'closed' ? [] : state.items
    return Object.fromEntries(items.map((item) => [item.kind, item.state]))
  }
  return { erase, ended, states, exit: () => exits.map((leave) => leave()) }
}

test('only what the app and Chromium have put into a profile is removed, and a link is not followed', async () => {
  const { profile, things } = await oneConnection()
  const elsewhere = await emptyProfile()
  await writeFile(path.join(elsewhere, 'kept.txt'), 'somebody’s')
  await mkdir(path.join(profile, 'Code Cache', 'js'), { recursive: true })
  await writeFile(path.join(profile, 'settings.json.unreadable-1'), '?')
  await writeFile(path.join(profile, 'thesis.txt'), 'not of the app')
  await symlink(elsewhere, path.join(profile, 'connections', crypto.randomUUID()))
  const { exit, states } = await erased(profile, things)
  expect(states()).toEqual({
    connection: 'removed',
    settings: 'removed',
    browser: 'closing',
    foreign: 'stays',
  })
  expect(exit()).toEqual([true])
  expect(await readdir(profile)).toEqual(['connections', 'thesis.txt'])
  expect(await readdir(path.join(profile, 'connections'))).toHaveLength(1)
  expect(await readdir(elsewhere)).toEqual(['kept.txt'])
})

test('an entry that a probe has left is removed by name, and an empty profile goes with it', async () => {
  const { profile, id, stand, things } = await oneConnection()
  stand.setEntry(`${id}.probe`, 'left by a crash')
  const { exit } = await erased(profile, things)
  expect(Object.keys(stand.world().entries)).toEqual([])
  exit()
  expect(existsSync(profile)).toBe(false)
})

test('the note of a key that stays is kept until the person was told, and goes with the app', async () => {
  const left = fail('wipe-key-left', { entry: 'Eco Connect/a', removed: 'removed' }).error
  const { profile, folder, things } = await oneConnection(left)
  const { erase, states, ended, exit } = await erased(profile, things)
  expect(states()).toMatchObject({ connection: 'left' })
  expect(await readdir(folder)).toEqual(['vault.bin.key'])
  erase.again()
  expect(exit()).toEqual([false])
  await ended()
  expect(await readdir(folder)).toEqual(['vault.bin.key'])
  expect(exit()).toEqual([true])
  expect(existsSync(profile)).toBe(false)
})

test('a sign-in that goes on at AWS is gone from here: told with its end', async () => {
  const goesOn = fail('sign-in-goes-on', { until: '02:14', day: '30 November' }).error
  const { profile, folder, things } = await oneConnection(goesOn)
  const { erase, states, exit } = await erased(profile, things)
  expect(states()).toMatchObject({ connection: 'removed' })
  expect(existsSync(folder)).toBe(false)
  const state = erase.state()
  expect(state.kind === 'ended' && state.items[0]?.problems).toEqual([goesOn])
  expect(errorText(english, goesOn).meaning).toContain('goes on at AWS until 02:14 on 30 November')
  exit()
  expect(existsSync(profile)).toBe(false)
})

test('a sign-in that AWS was not told of is gone from here: told, and tried again', async () => {
  const untold = fail('wipe-aws-not-told', { removed: 'removed' }).error
  const { profile, folder, things } = await oneConnection(untold)
  const { erase, states } = await erased(profile, things)
  expect(states()).toMatchObject({ connection: 'removed' })
  expect(existsSync(folder)).toBe(false)
  const state = erase.state()
  expect(state.kind === 'ended' && state.items[0]?.problems).toEqual([untold])
})

test('nothing begins while a connection is at work, nor before it was asked for', async () => {
  const { profile, things } = await oneConnection()
  const erase = createErase({
    profile,
    things,
    busy: () => ({ name: 'Northwind' }),
    atExit: () => undefined,
    onChange: () => undefined,
  })
  await expect(erase.start()).rejects.toMatchObject({ error: { code: 'not-now' } })
  await erase.ask()
  expect(erase.state()).toMatchObject({ kind: 'asked', busy: { name: 'Northwind' } })
  await expect(erase.start()).rejects.toMatchObject({ error: { code: 'busy' } })
  expect(erase.isBegun()).toBe(false)
  erase.close()
  expect(erase.state()).toEqual({ kind: 'closed' })
})
