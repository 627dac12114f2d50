import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import type { CommandReply } from '../electron/contract/bridge.ts'
import { expect, test, type App, type Stage } from './journeys/fixture.ts'
import { entryOf, replaceEntry } from './journeys/keychain-entry.ts'
import { pictured } from './journeys/pictured.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'
import { CURRENT, layOut, openingOf, rememberOutside } from './profiles/kept.ts'

const dialog = (window: Page) => window.locator('[data-panel="erasure"]')
const page = (window: Page) => window.locator('[data-panel="erased"]')
const ended = (window: Page) => window.locator('[data-panel="erased"][data-erasure="ended"]')
const idsIn = (profile: string): Promise<string[]> => readdir(path.join(profile, 'connections'))

/** Two payers, both signed in and kept. */
async function twoPayers(stage: (id: 'two-payers') => Promise<Stage>): Promise<Stage> {
  const scene = await stage('two-payers')
  await layOut(CURRENT, 'two-connections', scene.profile)
  await rememberOutside(scene.simulator.world, CURRENT, 'two-connections', Date.now())
  const { keys } = await openingOf(CURRENT, 'two-connections')
  for (const [id, key] of Object.entries(keys)) await replaceEntry(scene.keyring, id, key)
  return scene
}

async function ask(window: Page): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="erase"]').click()
  await expect(dialog(window)).toBeVisible()
}

async function confirm(window: Page): Promise<void> {
  await dialog(window).getByLabel('To confirm, type the word “remove”').fill('Remove')
  await dialog(window).locator('button[data-action="start"]').click()
}

/** Presses the button that closes the app, and waits until its processes are gone. */
async function quit({ app, window, close }: App): Promise<void> {
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  // The window goes while the click is still waiting for its answer.
  await window
    .locator('button[data-action="quit"]')
    .click()
    .catch(() => undefined)
  await gone
  await close()
}

const logouts = ({ simulator }: Stage): number =>
  simulator.requests.filter(({ operation }) => operation === 'Logout').length

test('everything of two signed-in payers goes: sign-ins, keychain entries, files; the folder last', async ({
  stage,
}) => {
  const scene = await twoPayers(stage)
  const ids = await idsIn(scene.profile)
  // As a probe of the keychain leaves it when the app is killed between two of its calls.
  await replaceEntry(scene.keyring, `${ids[0]}.probe`, 'of no value')
  const app = await scene.start()
  const { window } = app
  await reaches(window, 'sign-in', 'done')
  await ask(window)
  await expect(dialog(window)).toContainText('Northwind Europe')
  await expect(dialog(window)).toContainText('295840173366')
  await expect(dialog(window)).toContainText('they begin with “Eco Connect/”')
  await expect(dialog(window)).toContainText(
    'Everything in AWS: what there is of report, bucket, stack and role',
  )
  await expect(dialog(window)).toContainText(scene.profile)
  await expect(dialog(window).locator('button[data-action="start"]')).toBeDisabled()
  await pictured(window, 'dialog')
  await confirm(window)
  await ended(window).waitFor()
  await expect(page(window)).toContainText('Everything was removed from this computer')
  await expect(page(window).locator('[data-state="removed"][data-kept="connection"]')).toHaveCount(
    2,
  )
  await pictured(window, 'ended')
  for (const id of ids)
    for (const entry of [id, `${id}.probe`]) expect(await entryOf(scene.keyring, entry)).toBeNull()
  expect(logouts(scene)).toBe(2)
  expect(await idsIn(scene.profile)).toEqual([])
  await quit(app)
  expect(existsSync(scene.profile)).toBe(false)
})

test('killed while it removes, the next start goes on, says so, and comes to the end', async ({
  stage,
}) => {
  const scene = await twoPayers(stage)
  const ids = await idsIn(scene.profile)
  const first = await scene.start()
  await reaches(first.window, 'sign-in', 'done')
  // AWS does not answer to the end of the second session: there it is killed.
  scene.simulator.inject({ kind: 'latency', ms: 1, operation: 'Logout', count: 1 })
  const hang = scene.simulator.inject({ kind: 'hang', operation: 'Logout' })
  await ask(first.window)
  await confirm(first.window)
  await expect(page(first.window).locator('[data-state="removing"]')).toHaveCount(1)
  await expect.poll(() => logouts(scene)).toBeGreaterThan(0)
  await first.kill()
  hang()
  const asked = scene.simulator.requests.length

  const second = await scene.start()
  await ended(second.window).waitFor()
  await expect(page(second.window)).toContainText('It goes on with that now')
  await expect(second.window.locator('[data-status]')).toHaveCount(0)
  const since = scene.simulator.requests.slice(asked).map(({ operation }) => operation)
  expect(new Set(since)).toEqual(new Set(['Logout']))
  for (const id of ids) expect(await entryOf(scene.keyring, id)).toBeNull()
  await quit(second)
  expect(existsSync(scene.profile)).toBe(false)
})

test('what a locked keychain keeps is told by its name, remembered over a kill, and removed once it is open', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await reaches(first.window, 'sign-in', 'done')
  const [id = ''] = await idsIn(scene.profile)
  await scene.keyring.lock()
  await ask(first.window)
  await confirm(first.window)
  await ended(first.window).waitFor()
  await expect(page(first.window)).toContainText('Not everything could be removed')
  await expect(page(first.window)).toContainText(`“Eco Connect/${id}”`)
  await expect(page(first.window)).toContainText(`“Eco Connect/${id}.probe”`)
  await pictured(first.window, 'left')
  await first.kill()

  const second = await scene.start()
  await ended(second.window).waitFor()
  await expect(page(second.window)).toContainText(`“Eco Connect/${id}”`)
  await scene.keyring.unlock()
  expect(await entryOf(scene.keyring, id)).not.toBeNull()
  await page(second.window).locator('button[data-action="again"]').click()
  await expect(page(second.window)).toContainText('Everything was removed from this computer')
  expect(await entryOf(scene.keyring, id)).toBeNull()
  await quit(second)
  expect(existsSync(scene.profile)).toBe(false)
})

test('what is a newer version’s, or nobody knows whose, is named and left as it is', async ({
  stage,
}) => {
  const scene = await twoPayers(stage)
  const ids = await idsIn(scene.profile)
  const [newer = '', other = ''] = ids
  const state = path.join(scene.profile, 'connections', newer, 'state.json')
  await writeFile(state, '{"version": 99, "choices": {"label": "Northwind Asia"}}')
  const mine = path.join(scene.profile, 'my own notes.txt')
  await writeFile(mine, 'not of the app')
  const app = await scene.start()
  const { window } = app
  await ask(window)
  await expect(dialog(window)).toContainText('Northwind Asia')
  await expect(dialog(window)).toContainText('my own notes.txt')
  await confirm(window)
  await ended(window).waitFor()
  await expect(page(window).locator('[data-state="stays"]')).toHaveCount(2)
  expect(await entryOf(scene.keyring, other)).toBeNull()
  expect(await entryOf(scene.keyring, newer)).not.toBeNull()
  await quit(app)
  // Chromium may be in the middle of writing when its end comes.
  const left = (await readdir(scene.profile)).filter(
    (name) => !/^(\.org\.chromium\.|Network Persistent State$)/.test(name),
  )
  expect(left).toEqual(['connections', 'my own notes.txt'])
  expect(await idsIn(scene.profile)).toEqual([newer])
  expect(await readFile(state, 'utf8')).toContain('"version": 99')

  const again = await scene.start()
  await expect(again.window.locator('[data-panel="locked"]')).toBeVisible()
})

test('the app’s menu asks too; nothing happens without the word, nor past the dialog', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  const send = (command: object): Promise<CommandReply> =>
    window.evaluate((command) => {
      const bridge = Reflect.get(globalThis, 'ecoConnect') as {
        send: (command: object) => Promise<CommandReply>
      }
      return bridge.send(command)
    }, command)
  expect(await send({ step: 'erasure', action: 'start', typed: 'remove' })).toMatchObject({
    error: { code: 'not-now' },
  })
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items ?? []
    const all = items.flatMap(({ submenu }) => submenu?.items ?? [])
    all.find(({ label }) => label.startsWith('Remove everything'))?.click()
  })
  await expect(dialog(window)).toBeVisible()
  expect(await send({ step: 'erasure', action: 'start', typed: 'yes' })).toMatchObject({
    error: { code: 'invalid-command' },
  })
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toHaveCount(0)
  await reaches(window, 'plan', 'done')
  expect(await idsIn(scene.profile)).toHaveLength(1)
  expect(existsSync(path.join(scene.profile, 'removing-everything'))).toBe(false)
})
