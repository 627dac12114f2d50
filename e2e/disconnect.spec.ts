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
  for (const box of await item(window, id).getByRole('checkbox').all()) await box.check()
  await item(window, id).locator('button[data-action="remove"]').click()
}

test('takes back exactly what the app created, one thing after the other, with consent', async ({
  stage,
}) => {
  const scene = await stage('fresh', { deliverySeconds: 1 })
  const { world } = scene.simulator
  const { window } = await scene.start()
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
    await expect(item(window, id)).toHaveAttribute('data-state', 'removed', { timeout: 30_000 })
  }
  const account = world.accounts.get(scene.scenario.signIn.accountId)
  expect(account?.reports).toEqual([])
  expect(account?.stacks.map(({ status }) => status)).toEqual(['DELETE_COMPLETE'])
  expect([...world.buckets.keys()]).toEqual(bucketsBefore)
  await expect(dialog(window)).toContainText('Spot')
  await dialog(window).locator('button[data-action="close"]').last().click()
  await reaches(window, 'sign-in', 'todo')
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
  await expect(item(window, 'stack')).toHaveAttribute('data-state', 'removed', { timeout: 30_000 })
  expect(account?.reports).toHaveLength(reports ?? -1)
  const deletions = scene.simulator.requests
    .map(({ operation }) => operation)
    .filter((operation) => operation.startsWith('Delete'))
  expect(new Set(deletions)).toEqual(new Set(['DeleteStack']))
  await dialog(window).locator('button[data-action="close"]').last().click()
  await reaches(window, 'sign-in', 'todo')
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})
