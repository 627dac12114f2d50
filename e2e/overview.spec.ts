import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { saveTo } from './journeys/files.ts'
import { replaceEntry } from './journeys/keychain-entry.ts'
import { pictured } from './journeys/pictured.ts'
import { choosePlan } from './journeys/steps.ts'
import { fill, panel, reaches } from './journeys/window.ts'
import { CURRENT, layOut, openingOf, rememberOutside } from './profiles/kept.ts'

const SITUATIONS = [
  'handed-over',
  'registered',
  'msp-asked-support',
  'disconnected',
  'two-connections',
] as const

/** A profile with connections in many states, as whoever looks after several payers has them. */
async function many(stage: (id: 'two-payers') => Promise<Stage>): Promise<Stage> {
  const scene = await stage('two-payers')
  for (const situation of SITUATIONS) {
    await layOut(CURRENT, situation, scene.profile)
    const { keys } = await openingOf(CURRENT, situation)
    for (const [id, key] of Object.entries(keys)) await replaceEntry(scene.keyring, id, key)
    await rememberOutside(scene.simulator.world, CURRENT, situation, Date.now())
  }
  return scene
}

const overview = (window: Page) => window.locator('[data-panel="overview"]')

async function openOverview(window: Page): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="overview"]').click()
  await expect(overview(window)).toBeVisible()
}

const openByMenu = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View')
    view?.submenu?.items.find(({ label }) => label.startsWith('Overview'))?.click()
  })

test('all connections side by side: how each stands, and a click opens it', async ({ stage }) => {
  const scene = await many(stage)
  const app = await scene.start()
  const { window } = app
  await reaches(window, 'sign-in', 'done')
  await openOverview(window)
  await expect(overview(window).getByRole('heading', { name: 'All connections' })).toBeFocused()
  const rows = overview(window).getByRole('row')
  await expect(rows).toHaveCount(7)
  await expect(rows.filter({ hasText: 'Request to Spot Support sent' })).toContainText(
    'Spot Support: connect the account (asked',
  )
  await expect(rows.filter({ hasText: 'Disconnected' })).toContainText(
    'Spot Support: remove the account from Spot',
  )
  await expect(rows.filter({ hasText: 'Needs attention' })).toContainText(
    'Your AWS administrator: ',
  )
  const second = rows.filter({ hasText: '295840173366' })
  await expect(second).toContainText('You: ')
  await expect(second).not.toContainText('Nothing proven')
  await pictured(window, 'overview')
  await expect(window).toHaveTitle('All connections')

  // Closed, it leads back to where it was opened, or to the step.
  const close = overview(window).locator('button[data-action="close-overview"]')
  await close.click()
  await expect(window.locator('button[data-action="connections"]')).toBeFocused()
  await window.evaluate(`document.activeElement.blur()`)
  await app.app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View')
    menu?.submenu?.items[0]?.click()
  })
  await close.click()
  await expect(window.locator('#panel-title')).toBeFocused()
  await expect(window).toHaveTitle(/^Step \d: /)
  await openOverview(window)

  await second.getByRole('button').click()
  await expect(overview(window)).toHaveCount(0)
  await expect(window.locator('button[data-action="connections"]')).toContainText(
    'Adventure Works Management',
  )
})

test('the overview is saved as a page that loads nothing, and as a spreadsheet', async ({
  stage,
}) => {
  const scene = await many(stage)
  const app = await scene.start()
  const { window } = app
  await openOverview(window)
  const save = async (action: 'save-page' | 'save-table', name: string): Promise<string> => {
    const file = path.join(test.info().outputDir, name)
    await saveTo(app.app, file)
    await overview(window).locator(`button[data-action="${action}"]`).click()
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('')
    return readFile(file, 'utf8')
  }
  const page = await save('save-page', 'overview.html')
  expect(page).toContain("default-src 'none'")
  expect(page).not.toContain('<script')
  expect(page.match(/<tr>/g)).toHaveLength(7)
  const table = await save('save-table', 'overview.csv')
  expect(table).toContain('"Connection","AWS account","State","Last proof","Waits for"\r\n')
  expect(table).toContain('"2958-4017-3366"')
  expect(table.match(/\r\n/g)).toHaveLength(7)
})

test('the menu View opens it, and what was typed beneath it stays', async ({ stage }) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', 'https://northwind')
  await openByMenu(app)
  await expect(overview(window).getByRole('row')).toHaveCount(2)
  await overview(window).locator('button[data-action="close-overview"]').click()
  await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue(
    'https://northwind',
  )
})

test('a table that has no room is moved with the keyboard, and takes no stop where it has', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await openByMenu(app)
  const frame = overview(window).locator('.table-frame')
  await expect(frame.getByRole('table', { name: 'All connections' })).toBeVisible()
  await expect(frame).not.toHaveAttribute('tabindex')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(720, 560),
  )
  await expect(frame).toHaveRole('region')
  await frame.focus()
  await frame.press('ArrowRight')
  await expect.poll(() => frame.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
})
