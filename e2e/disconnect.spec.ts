import type { Locator, Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { sendToSpot, signIn, untilRegistration } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

const dialog = (window: Page): Locator => window.locator('[data-panel="disconnect"]')
const item = (window: Page, id: string): Locator => dialog(window).locator(`[data-item="${id}"]`)

async function openDisconnect(window: Page): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="disconnect"]').click()
}

async function remove(window: Page, id: string): Promise<void> {
  await expect(item(window, id)).toHaveAttribute('data-state', 'there')
  for (const box of await item(window, id).getByRole('checkbox').all()) await box.check()
  await item(window, id).locator('button[data-action="remove"]').click()
}

test('takes back exactly what the app created, one thing after the other, with consent', async ({
  stage,
}) => {
  const scene = await stage('fresh', { deliverySeconds: 1 })
  const { world } = scene.simulator
  const app = await scene.start()
  const { window } = app
  const bucketsBefore = [...world.buckets.keys()]
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)

  await openDisconnect(window)
  await expect(dialog(window)).toContainText('sign in')
  await dialog(window).locator('button[data-action="reopen"]').click()
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  await openDisconnect(window)
  for (const id of ['stack', 'report', 'bucket']) {
    await expect(item(window, id)).toHaveAttribute('data-state', 'there')
    await expect(item(window, id).locator('button[data-action="remove"]')).toBeDisabled()
  }
  for (const id of ['stack', 'report', 'bucket']) {
    await remove(window, id)
    await expect(item(window, id)).toHaveAttribute('data-state', 'removed')
  }
  const account = world.accounts.get(scene.scenario.signIn.accountId)
  expect(account?.reports).toEqual([])
  expect(account?.stacks.map(({ status }) => status)).toEqual(['DELETE_COMPLETE'])
  expect([...world.buckets.keys()]).toEqual(bucketsBefore)
  await expect(dialog(window)).toContainText('Spot')
  await dialog(window).locator('button[data-action="close"]').last().click()
  expect(scene.simulator.world.sso.sessions.size).toBe(0)

  const end = window.locator('[data-panel="disconnected"]')
  await expect(end.getByRole('heading', { level: 2 })).toContainText('Disconnected')
  await expect(end.locator('[data-removed="proven"]')).toHaveCount(3)
  await expect(end).toContainText('Nothing that this app created for the connection is left.')
  await expect(end.locator('.request-text')).toContainText(scene.scenario.signIn.accountId)
  await expect(window.locator('[data-status="failed"]')).toHaveCount(0)
  await expect(window.locator('body')).not.toContainText('Somebody has deleted')
  await expect(window.locator('.checklist-count')).toHaveText('Disconnected')
  await end.locator('button[data-action="copy-request"]').click()
  await expect(end).toContainText('Copied')

  await app.close()
  const { window: again } = await scene.start()
  await expect(again.locator('[data-panel="disconnected"]')).toBeVisible()
  await again.locator('button[data-action="connect-again"]').click()
  await reaches(again, 'sign-in', 'todo')
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})

test('what is left can be taken back on another day', async ({ stage }) => {
  const scene = await stage('fresh', { deliverySeconds: 1 })
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)
  await openDisconnect(window)
  await dialog(window).locator('button[data-action="reopen"]').click()
  await signIn(window, scene.scenario)
  await openDisconnect(window)
  await remove(window, 'stack')
  // The button is gone with what it asked; whoever pressed it stays at the thing.
  const thing = item(window, 'stack').getByRole('heading')
  await expect(thing).toBeFocused()
  await expect(item(window, 'stack')).toHaveAttribute('data-state', 'removed')
  await expect(thing).toBeFocused()
  await dialog(window).locator('button[data-action="list"]').click()
  await expect(dialog(window).getByRole('heading', { level: 2 })).toBeFocused()
  await expect(item(window, 'report')).toHaveAttribute('data-state', 'there')
  await dialog(window).locator('button[data-action="close"]').last().click()

  const end = window.locator('[data-panel="disconnected"]')
  const title = end.getByRole('heading', { level: 2 })
  await expect(title).toBeFocused()
  await expect(window).toHaveTitle(/^Disconnected .+\(\d{12}\)$/)
  await expect(end).toContainText('Spot can read nothing through it any more')
  await expect(end.locator('[data-left="there"]')).toHaveCount(2)
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
  await end.locator('button[data-action="reopen"]').click()
  await signIn(window, scene.scenario)
  await window.locator('[data-panel="reopened"] button[data-action="list"]').click()
  await expect(item(window, 'stack')).toHaveAttribute('data-state', 'gone')
  await remove(window, 'report')
  await expect(item(window, 'report')).toHaveAttribute('data-state', 'removed')
  await remove(window, 'bucket')
  await expect(item(window, 'bucket')).toHaveAttribute('data-state', 'removed')
  await dialog(window).locator('button[data-action="close"]').last().click()
  await expect(end.locator('[data-removed="proven"]')).toHaveCount(3)
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})

test('what the app did not create is left alone', async ({ stage }) => {
  const scene = await stage('report-fits')
  const { world } = scene.simulator
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const account = world.accounts.get(scene.scenario.signIn.accountId)
  const reports = account?.reports.length
  await openDisconnect(window)
  await expect(item(window, 'report')).toHaveAttribute('data-state', 'not-ours')
  await expect(item(window, 'bucket')).toHaveAttribute('data-state', 'not-ours')
  await expect(item(window, 'report').locator('button')).toHaveCount(0)
  await remove(window, 'stack')
  await expect(item(window, 'stack')).toHaveAttribute('data-state', 'removed')
  expect(account?.reports).toHaveLength(reports ?? -1)
  const deletions = scene.simulator.requests
    .map(({ operation }) => operation)
    .filter((operation) => operation.startsWith('Delete'))
  expect(new Set(deletions)).toEqual(new Set(['DeleteStack']))
  await dialog(window).locator('button[data-action="close"]').last().click()
  await expect(window.locator('[data-panel="disconnected"] [data-left="not-ours"]')).toHaveCount(2)
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})
