import type { Page } from 'playwright'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './journeys/fixture.ts'
import { keychainHolds } from './journeys/evidence.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { panel, reaches } from './journeys/window.ts'
import { secondPayer, secondStartUrl } from './simulator/index.ts'

async function menu(window: Page, action: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator(`[data-panel="connections"] button[data-action="${action}"]`).click()
}

async function select(window: Page, text: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window
    .locator('[data-panel="connections"] button[data-action="select"]')
    .filter({ hasText: text })
    .click()
}

test('two payers side by side: each with its own checklist, state and vault entry', async ({
  stage,
}) => {
  const scene = await stage('two-payers')
  const { signIn: first } = scene.scenario
  const app = await scene.start()
  const { window } = app
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')

  await menu(window, 'add')
  await choosePlan(window, 'us')
  await signIn(window, {
    ...scene.scenario,
    signIn: { ...first, startUrl: secondStartUrl, accountId: secondPayer },
  })
  await reaches(window, 'sign-in', 'done')
  const ids = await readdir(path.join(scene.profile, 'connections'))
  expect(ids).toHaveLength(2)
  for (const id of ids) expect(await keychainHolds(scene.keyring, id)).toBe(true)

  await select(window, first.accountId)
  await expect(window.locator('header')).toContainText(first.accountId)
  await select(window, secondPayer)
  await expect(window.locator('header')).toContainText(secondPayer)
  await app.close()

  const again = await scene.start()
  await reaches(again.window, 'sign-in', 'done')
  await expect(again.window.locator('header')).toContainText(secondPayer)
  await select(again.window, first.accountId)
  await reaches(again.window, 'sign-in', 'done')
  await expect(panel(again.window, 'cost-report')).toBeVisible()
})

test('a connection is renamed, and removed with its notes; AWS keeps what it has', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await menu(window, 'rename')
  await window.getByLabel('Name of the connection').fill('Northwind Europe')
  await window.locator('[data-panel="rename"] button[data-action="rename"]').click()
  await expect(window.locator('button[data-action="connections"]')).toContainText(
    'Northwind Europe',
  )
  await menu(window, 'add')
  await reaches(window, 'plan', 'todo')
  await select(window, 'Northwind Europe')
  await reaches(window, 'plan', 'done')
  await menu(window, 'remove')
  const removal = window.locator('[data-panel="remove"]')
  await removal.getByRole('checkbox').check()
  await removal.locator('button[data-action="remove"]').click()
  await reaches(window, 'plan', 'todo')
  expect(await readdir(path.join(scene.profile, 'connections'))).toHaveLength(1)
  expect(scene.simulator.requests).toEqual([])
})
