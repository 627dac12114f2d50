import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import type { CommandReply } from '../electron/contract/bridge.ts'
import { STEP_IDS } from '../electron/contract/steps.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { replaceEntry } from './journeys/keychain-entry.ts'
import { line, reaches } from './journeys/window.ts'
import { CURRENT, layOut, openingOf, rememberOutside } from './profiles/kept.ts'

/** Commands about the connection that is shown, of every kind that could write or ask. */
const commandsAbout = (id: string): readonly Readonly<Record<string, unknown>>[] => [
  ...STEP_IDS.flatMap((step) => [
    ...['check', 'cancel', 'show-file', 'take-back'].map((action) => ({ step, action })),
    ...['hand-over', 'hand-over-all', 'write-email'].map((action) => ({
      step,
      action,
      language: 'en',
    })),
  ]),
  { step: 'plan', action: 'change' },
  { step: 'stack', action: 'change' },
  { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' },
  { step: 'sign-in', action: 'by-hand' },
  { step: 'sign-in', action: 'sign-out' },
  { step: 'template', action: 'approve', sha256: '0'.repeat(64) },
  { step: 'template', action: 'use-built-in' },
  { step: 'registration', action: 'confirm-done' },
  ...['retry', 'session-only', 'forget'].map((action) => ({ step: 'vault', action })),
  ...['list', 'close'].map((action) => ({ step: 'disconnect', action })),
  {
    step: 'disconnect',
    action: 'remove',
    item: 'stack',
    name: 'SpotEcoConnect',
    withObjects: false,
  },
  ...['open-summary', 'wipe', 'reopen', 'close'].map((action) => ({
    step: 'app',
    action,
  })),
  { step: 'connections', action: 'rename', id, name: 'Another name' },
  { step: 'connections', action: 'remove', id },
]

/** Sends past the window, as a page that is not the app's own would, and says what became of each. */
const sendAll = (window: Page, commands: readonly object[]): Promise<string[]> =>
  window.evaluate(async (commands) => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as {
      send: (command: object) => Promise<CommandReply>
    }
    const said: string[] = []
    for (const command of commands) {
      const reply = await bridge.send(command)
      said.push(reply.accepted ? `accepted ${JSON.stringify(command)}` : reply.error.code)
    }
    return said
  }, commands)

/** Every file of a folder, byte for byte. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted()
  const read = names.map(async (name) => [name, await readFile(path.join(folder, name), 'hex')])
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>
}

/** Makes one file of a connection one of a version to come. */
const NEWER: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  'saved progress': async (folder) => {
    const file = path.join(folder, 'state.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/"version": \d+/, '"version": 99, "unheard": [{}]'))
  },
  'saved sign-in': async (folder) => {
    const file = path.join(folder, 'vault.bin')
    const bytes = await readFile(file)
    bytes[0] = 31
    await writeFile(file, bytes)
  },
  'record of calls': (folder) =>
    appendFile(path.join(folder, 'audit.jsonl'), '{"version":99,"what":"never heard of"}\n'),
}

const [FIRST, SECOND] = ['418207315602', '295840173366']

/** Two payers as an earlier build left them, both signed in; the first one's folder is given. */
async function twoConnections(
  stage: (id: 'two-payers') => Promise<Stage>,
): Promise<Stage & { id: string; folder: string }> {
  const scene = await stage('two-payers')
  await layOut(CURRENT, 'two-connections', scene.profile)
  await rememberOutside(scene.simulator.world, CURRENT, 'two-connections', Date.now())
  const { keys } = await openingOf(CURRENT, 'two-connections')
  for (const [id, key] of Object.entries(keys)) await replaceEntry(scene.keyring, id, key)
  const parent = path.join(scene.profile, 'connections')
  for (const id of Object.keys(keys)) {
    const folder = path.join(parent, id)
    if ((await readFile(path.join(folder, 'state.json'), 'utf8')).includes(FIRST))
      return { ...scene, id, folder }
  }
  throw new Error('the first payer is not in the profile')
}

async function choose(window: Page, text: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window
    .locator('[data-panel="connections"] button[data-action="select"]')
    .filter({ hasText: text })
    .click()
}

async function addAnother(window: Page): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="add"]').click()
}

const locked = (window: Page) => window.locator('[data-panel="locked"]')

for (const [part, makeNewer] of Object.entries(NEWER)) {
  test(`a ${part} of a newer version locks its connection: told, and nothing of it is touched`, async ({
    stage,
  }) => {
    const scene = await twoConnections(stage)
    await makeNewer(scene.folder)
    const before = await bytesIn(scene.folder)

    const first = await scene.start()
    const { window } = first
    await reaches(window, 'sign-in', 'done')
    await choose(window, FIRST)
    await expect(locked(window)).toContainText(`The ${part} of this connection was written by`)
    await expect(locked(window)).toContainText('nothing was changed')
    await expect(locked(window)).toContainText('Install the newer version again')
    await expect(window.locator('[data-status]')).toHaveCount(0)
    await expect(window.locator('main button')).toHaveCount(0)
    await window.locator('button[data-action="connections"]').click()
    const offered = window.locator('[data-panel="connections"] .menu-actions button')
    const actions = offered.evaluateAll((all) => all.map((one) => one.getAttribute('data-action')))
    expect(await actions).toEqual(['add', 'overview', 'erase'])
    await window.keyboard.press('Escape')
    const commands = commandsAbout(scene.id)
    expect(new Set(await sendAll(window, commands))).toEqual(new Set(['state-newer']))
    expect(await bytesIn(scene.folder)).toEqual(before)

    // The other connection goes on to work, and a third one can be added.
    await choose(window, SECOND)
    await expect(line(window, 'template')).toHaveAttribute('data-status', 'done')
    const aboutIt = commands.filter((command) => command['step'] === 'connections')
    expect(new Set(await sendAll(window, aboutIt))).toEqual(new Set(['state-newer']))
    await addAnother(window)
    await choosePlan(window, 'us')
    await approveTemplate(window)
    await choose(window, FIRST)
    await expect(locked(window)).toBeVisible()
    // Which one was shown last is written down after it is shown.
    const settings = path.join(scene.profile, 'settings.json')
    await expect.poll(() => readFile(settings, 'utf8')).toContain(`"selected": "${scene.id}"`)
    await first.close()
    expect(await bytesIn(scene.folder)).toEqual(before)

    const second = await scene.start()
    await expect(locked(second.window)).toBeVisible()
    await second.close()
    expect(await bytesIn(scene.folder)).toEqual(before)
    expect(await readdir(path.join(scene.profile, 'connections'))).toHaveLength(3)
    const asked = scene.simulator.requests.filter(({ accountId }) => accountId === FIRST)
    expect(asked).toEqual([])
  })
}

test('a profile whose only connection is of a newer version opens, and another can be added', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await first.close()
  const [id = ''] = await readdir(path.join(scene.profile, 'connections'))
  const folder = path.join(scene.profile, 'connections', id)
  await writeFile(path.join(folder, 'state.json'), '{"version":99}')
  await writeFile(path.join(folder, 'notes.db'), 'a file that this version does not know')
  await writeFile(path.join(folder, 'state.json.tmp-6e961297-fc97-4499-b785-ebcf106ac4bd'), '{')
  const before = await bytesIn(folder)
  const { window } = await scene.start()
  await expect(locked(window)).toBeVisible()
  // Whoever cannot see the window hears why: nothing else in it has the focus.
  await expect(locked(window).getByRole('heading', { level: 2 })).toBeFocused()
  await expect(window).toHaveTitle(/newer version/)
  await addAnother(window)
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  expect(await bytesIn(folder)).toEqual(before)
})

test('settings of a newer version are told and left as they are, and all connections work', async ({
  stage,
}) => {
  const scene = await twoConnections(stage)
  const file = path.join(scene.profile, 'settings.json')
  const text = '{"version": 99, "order": {"by": "name"}, "selected": 7}\n'
  await writeFile(file, text)
  for (let start = 0; start < 2; start += 1) {
    const { window, close } = await scene.start()
    const told = window.getByText('settings of the window were written by a newer version')
    await expect(told.first()).toBeVisible()
    for (const account of [SECOND, FIRST]) {
      await choose(window, account ?? '')
      await reaches(window, 'sign-in', 'done')
    }
    await addAnother(window)
    await reaches(window, 'plan', 'todo')
    if (start === 0) await choosePlan(window, 'us')
    await close()
    expect(await readFile(file, 'utf8')).toBe(text)
  }
})

test('once the newer version has been here again, a connection that was locked goes on', async ({
  stage,
}) => {
  const scene = await twoConnections(stage)
  const file = path.join(scene.folder, 'state.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/"version": \d+/, '"version": 99'))
  const first = await scene.start()
  await choose(first.window, FIRST)
  await expect(locked(first.window)).toBeVisible()
  await first.close()
  // Here this build stands for the newer one: the file is again one that it reads.
  await rm(file)
  await writeFile(file, text)
  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'done')
  await expect(second.window.locator('header')).toContainText('Northwind Europe')
})
