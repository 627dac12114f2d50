import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, filesWith, test, type Stage } from './journeys/fixture.ts'
import { connectionIn, secretsOf } from './journeys/evidence.ts'
import { entryOf, removeEntry, replaceEntry } from './journeys/keychain-entry.ts'
import { approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { button, fill, line, panel, press, reaches } from './journeys/window.ts'

const notice = (window: Page) => window.locator('[data-panel="vault"]')
const noticeButton = (window: Page, action: string) =>
  notice(window).locator(`button[data-action="${action}"]`)
const registrations = ({ simulator }: Stage): number =>
  simulator.requests.filter(({ operation }) => operation === 'RegisterClient').length

/** Signs in for the first time and closes the app: a profile that remembers somebody. */
async function signedInOnce(scene: Stage): Promise<string> {
  const { window, close } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await close()
  return connectionIn(scene.profile)
}

async function typeAddressAndStart(window: Page, scene: Stage): Promise<void> {
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
}

async function vaultFiles(scene: Stage): Promise<string[]> {
  const folder = path.join(scene.profile, 'connections', await connectionIn(scene.profile))
  return (await readdir(folder)).filter((name) => name.startsWith('vault.bin')).toSorted()
}

test('a kept sign-in behind a locked keyring waits, and is there once it is unlocked', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  await signedInOnce(scene)
  await scene.keyring.lock()
  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'failed')
  await expect(notice(window)).toContainText('did not give out the key')
  await scene.keyring.unlock()
  await noticeButton(window, 'retry').click()
  await reaches(window, 'sign-in', 'done')
  await expect(notice(window)).toHaveCount(0)
  expect(registrations(scene)).toBe(1)
})

test('a keyring that was reset: the sign-in nobody can open is forgotten, and made anew', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const connection = await signedInOnce(scene)
  await removeEntry(scene.keyring, connection)
  const first = await scene.start()
  await reaches(first.window, 'sign-in', 'failed')
  await noticeButton(first.window, 'retry').click()
  await expect(notice(first.window)).toContainText('forget the saved sign-in')
  await noticeButton(first.window, 'forget').click()
  await reaches(first.window, 'sign-in', 'todo')
  await expect(notice(first.window)).toHaveCount(0)
  expect(await vaultFiles(scene)).toEqual([])
  await press(first.window, 'sign-in', 'start')
  await reaches(first.window, 'sign-in', 'done')
  await first.close()
  expect(await filesWith(scene.profile, secretsOf(scene.simulator))).toEqual([])

  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'done')
  expect(registrations(scene)).toBe(2)
})

for (const [name, value] of [
  ['of another program', 'hunter2'],
  ['that is too short', randomBytes(16).toString('base64')],
  ['that is another key', randomBytes(32).toString('base64')],
] as const) {
  test(`an entry ${name} under the app’s name: the file is set aside, and a sign-in replaces both`, async ({
    stage,
  }) => {
    const scene = await stage('fresh')
    const connection = await signedInOnce(scene)
    await replaceEntry(scene.keyring, connection, value)
    const first = await scene.start()
    await reaches(first.window, 'sign-in', 'todo')
    await expect(first.window.getByText('The saved sign-in could not be opened')).toBeVisible()
    expect(await vaultFiles(scene)).toEqual(['vault.bin.unreadable-1'])
    await press(first.window, 'sign-in', 'start')
    await reaches(first.window, 'sign-in', 'done')
    await first.close()
    expect(await entryOf(scene.keyring, connection)).not.toBe(value)

    const second = await scene.start()
    await reaches(second.window, 'sign-in', 'done')
    expect(registrations(scene)).toBe(2)
  })
}

test('an entry that was there before the first sign-in gives way to the app’s key', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window, close } = await scene.start()
  await choosePlan(window, 'us')
  const connection = await connectionIn(scene.profile)
  await replaceEntry(scene.keyring, connection, 'hunter2')
  await signIn(window, scene.scenario)
  await close()
  const key = await entryOf(scene.keyring, connection)
  expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32)
  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'done')
})

test('a keyring that hangs: the window and other steps go on, and so does the sign-in after it', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  scene.keyring.freeze()
  await typeAddressAndStart(window, scene)
  await reaches(window, 'sign-in', 'acting')
  await expect(panel(window, 'sign-in')).toContainText('Asking the keychain')
  await approveTemplate(window)
  await expect(line(window, 'sign-in')).toHaveAttribute('data-status', 'acting')
  expect(scene.simulator.requests).toEqual([])
  scene.keyring.thaw()
  await reaches(window, 'sign-in', 'todo')
  await expect(button(window, 'sign-in', 'choose-account').first()).toBeVisible()
})

test('a sign-in that waits for the keyring can be cancelled, and the app closed, at once', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window, close } = await scene.start()
  await choosePlan(window, 'us')
  scene.keyring.freeze()
  await typeAddressAndStart(window, scene)
  await reaches(window, 'sign-in', 'acting')
  await press(window, 'sign-in', 'cancel')
  await reaches(window, 'sign-in', 'todo', 'failed')
  // Rejects if a process outlives the app, such as the one that waits for the keyring.
  await close()
})

test('a keyring that dies while it is asked is told; once it is back the sign-in goes on', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  scene.keyring.freeze()
  await typeAddressAndStart(window, scene)
  await expect(panel(window, 'sign-in')).toContainText('Asking the keychain')
  await scene.keyring.crash()
  await reaches(window, 'sign-in', 'failed')
  await expect(notice(window)).toBeVisible()
  expect(scene.simulator.requests).toEqual([])
  await scene.keyring.revive()
  await noticeButton(window, 'retry').click()
  await reaches(window, 'sign-in', 'todo')
  await expect(button(window, 'sign-in', 'choose-account').first()).toBeVisible()
})

test('a keyring that dies between keeping and reading costs no sign-in', async ({ stage }) => {
  const scene = await stage('fresh')
  await signedInOnce(scene)
  await scene.keyring.crash()
  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'failed')
  await expect(notice(window)).toContainText('No keychain service is running')
  await scene.keyring.revive()
  await noticeButton(window, 'retry').click()
  await reaches(window, 'sign-in', 'done')
  expect(registrations(scene)).toBe(1)
})

test('a session bus that goes away ends the app, as Chromium has it, and costs no secret', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  const ended = first.window.waitForEvent('close')
  await scene.keyring.endBus()
  await ended
  await first.kill()
  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'failed')
  await expect(notice(second.window)).toContainText('no keychain')
  await noticeButton(second.window, 'session-only').click()
  await reaches(second.window, 'sign-in', 'todo')
  await press(second.window, 'sign-in', 'start')
  await reaches(second.window, 'sign-in', 'done')
  await second.close()
  expect(await filesWith(scene.profile, secretsOf(scene.simulator))).toEqual([])
})
