/** Help: offline, searched, spoken in the window's language, and with details that hold no secret. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ElectronApplication, Page } from 'playwright'
import { PSEUDO_ID } from '../electron/texts/pseudo.ts'
import { watchSecrets } from './journeys/evidence.ts'
import { expect, test } from './journeys/fixture.ts'
import { notTranslated, speak, textsIn, valuesIn } from './journeys/language.ts'
import { clipboardText, foundIn } from './journeys/leaks.ts'
import { pictured } from './journeys/pictured.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { fill, panel, reaches } from './journeys/window.ts'
import type { Display } from './runtime/display.ts'

const help = (window: Page) => window.locator('[data-panel="help"]')
const search = (window: Page) => help(window).getByLabel('Search Help')
const results = (window: Page) => help(window).locator('.help-results')
const page = (window: Page) => help(window).locator('.help-page')
const topic = (window: Page, id: string) => help(window).locator(`button[data-topic="${id}"]`)

/** Presses a key on the screen itself: keys of the menu are the system's, and no page gets them. */
async function pressOnScreen(display: Display, key: string): Promise<void> {
  const focus = ['search', '--onlyvisible', '--name', 'Eco Connect', 'windowfocus', '--sync']
  const env = { ...process.env, ...display.env }
  await promisify(execFile)('xdotool', [...focus, 'key', key], { env })
}

/** Chooses the first entry of the menu Help whose name begins so. */
const fromMenu = (app: ElectronApplication, name: string): Promise<void> =>
  app.evaluate(({ Menu }, beginning) => {
    const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Help')
    menu?.submenu?.items.find(({ label }) => label.startsWith(beginning))?.click()
  }, name)

test('F1, the menu and the button open it; Escape closes it and gives the focus back', async ({
  stage,
  display,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await expect(window.getByRole('heading', { name: 'Who manages the account' })).toBeFocused()
  await pressOnScreen(display, 'F1')
  await expect(search(window)).toBeFocused()
  // What is behind it is inert.
  expect(
    await panel(window, 'plan').evaluate((element) => {
      const { x, y } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(x + 1, y + 1))
    }),
  ).toBe(false)
  await window.keyboard.press('Escape')
  await expect(help(window)).toHaveCount(0)
  await expect(window.getByRole('heading', { name: 'Who manages the account' })).toBeFocused()

  await fromMenu(app, 'Eco Connect')
  await expect(search(window)).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(help(window)).toHaveCount(0)

  const button = window.locator('header button[data-action="help"]')
  await button.click()
  await expect(search(window)).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('it is searched by keyboard alone, forgivingly, and says when there is nothing', async ({
  stage,
}) => {
  const { window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await window.locator('header button[data-action="help"]').press('Enter')
  await expect(search(window)).toBeFocused()
  await pictured(window, 'contents')
  await window.keyboard.type('externel id')
  await expect(results(window).locator('.link').first()).toHaveText('External ID')
  await expect(results(window).locator('mark').first()).toHaveText('External')
  await expect(help(window).getByRole('status')).toContainText('found')
  await pictured(window, 'results')
  await window.keyboard.press('ArrowDown')
  await expect(results(window).locator('.link').first()).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(results(window).locator('.link').nth(1)).toBeFocused()
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Enter')
  await expect(page(window).getByRole('heading', { name: 'External ID' })).toBeFocused()
  await expect(page(window)).toContainText('A number that Spot gives to your company alone')
  await window.keyboard.press('Shift+Tab')
  await window.keyboard.press('Enter')
  await expect(search(window)).toBeFocused()
  await expect(results(window).locator('.link').first()).toHaveText('External ID')

  // Enter in the search opens what fits best.
  await search(window).fill('what does it cost')
  await window.keyboard.press('Enter')
  await expect(page(window).getByRole('heading', { name: 'Cost' })).toBeFocused()

  await search(window).fill('zyzzyva')
  await expect(help(window).getByRole('status')).toContainText('Nothing was found for “zyzzyva”')
  await expect(topic(window, 'guide/journey')).toBeVisible()
  await pictured(window, 'nothing')
  await topic(window, 'guide/support').first().press('Enter')
  await expect(page(window).getByRole('heading', { name: 'Details for support' })).toBeFocused()
  // Tab stays inside.
  for (let tabs = 0; tabs < 8; tabs += 1) {
    await window.keyboard.press('Tab')
    const isInside = await window.evaluate(
      () =>
        document.activeElement === document.body ||
        Boolean(document.activeElement?.closest('[data-panel="help"]')),
    )
    expect(isInside).toBe(true)
  }
})

test('a word in a panel is explained, and what was typed there stays', async ({ stage }) => {
  const { window } = await (await stage('fresh')).start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', 'https://half-typed')
  const term = panel(window, 'sign-in').locator('[data-term="identity-center-region"]')
  await expect(term).toHaveAccessibleName('What is “Identity Center region”?')
  await pictured(window, 'terms')
  await term.click()
  const heading = page(window).getByRole('heading', { name: 'Identity Center region' })
  await expect(heading).toBeFocused()
  await pictured(window, 'term')
  await window.keyboard.press('Escape')
  await expect(term).toBeFocused()
  await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue(
    'https://half-typed',
  )
})

test('it opens over another dialog, and goes to another page when it is asked for again', async ({
  stage,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="rename"]').click()
  const name = window.getByLabel('Name of the connection')
  await name.fill('Northw')
  await fromMenu(app, 'Eco Connect')
  await expect(search(window)).toBeFocused()
  await fromMenu(app, 'Copy Details')
  await expect(page(window).getByRole('heading', { name: 'Details for support' })).toBeFocused()
  await fromMenu(app, 'Eco Connect')
  await expect(search(window)).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(help(window)).toHaveCount(0)
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Northw')
})

test('the details for support are shown, then copied as shown, and hold no secret', async ({
  stage,
}) => {
  const scene = await stage('reports-unfit')
  const secrets = watchSecrets(scene.simulator)
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await fromMenu(app, 'Copy Details')
  await expect(page(window)).toBeVisible()
  const before = await clipboardText(app)
  await page(window).locator('button[data-action="show-details"]').click()
  await expect(page(window).locator('.request-text')).toBeFocused()
  const shown = await page(window).locator('.request-text pre').innerText()
  await pictured(window, 'details')
  expect(await clipboardText(app)).toBe(before)
  await page(window).locator('button[data-action="copy-details"]').click()
  await expect(page(window).locator('.copy-said')).toHaveText('Copied')
  const copied = await clipboardText(app)
  expect(copied).toBe(shown)

  const { accountId } = scene.scenario.signIn
  expect(copied).toContain(`AWS account: ends in ${accountId.slice(-4)}`)
  expect(copied).toMatch(/^Version: .+ \(development\)$/m)
  expect(copied).toContain('- 3. cost-report: todo; first that is not finished')
  expect(copied).toMatch(
    /^- [-\d]+ [:\d]+ \w+ \w+: went well; HTTP 200; request ID [0-9a-f-]{36}$/m,
  )
  expect(copied).toMatch(/^- 127\.0\.0\.1: reached/m)
  expect(secrets().length).toBeGreaterThan(4)
  expect(foundIn(copied, secrets())).toEqual([])
  expect(copied).not.toContain(accountId)
  expect(copied).not.toMatch(/\w@\w+\.\w|arn:/)

  // Nothing is copied that was not shown.
  await window.keyboard.press('Escape')
  const reply = await window.evaluate(() =>
    globalThis.window.ecoConnect.send({ step: 'help', action: 'copy-details' }),
  )
  expect(reply).toMatchObject({ accepted: false })
})

test('it follows a change of language while it is open, and is found in there too', async ({
  stage,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await fromMenu(app, 'Eco Connect')
  await expect(search(window)).toBeFocused()
  await window.keyboard.type('prefix')
  await speak(window, PSEUDO_ID)
  await expect(help(window).getByRole('status')).toContainText('⟦')
  const left = async () => {
    const shown = await textsIn(window)
    expect(shown.filter(({ text }) => text.includes('⟦')).length).toBeGreaterThan(10)
    const values = [...(await valuesIn(window)), 'zyzzyva']
    // The details for support are codes and numbers between words.
    return notTranslated(shown, values).filter(({ where }) => where !== 'pre text')
  }
  // A found word is set apart within its sentence, whose marks are at its two ends.
  await expect(results(window).locator('mark').first()).toHaveText(/prefix|préfîx/i)
  await topic(window, 'term/prefix').click()
  expect(await left()).toEqual([])
  const field = help(window).locator('input')
  await field.fill('zyzzyva')
  expect(await left()).toEqual([])
  await field.fill('')
  expect(await left()).toEqual([])
  for (const id of ['guide/journey', 'step/stack', 'guide/support']) {
    await topic(window, id).click()
    expect(await left()).toEqual([])
    if (id !== 'guide/support') await help(window).locator('[data-action="help-back"]').click()
  }
  await page(window).locator('button[data-action="show-details"]').click()
  await expect(page(window).locator('.request-text pre')).toContainText('⟦')
  expect(await left()).toEqual([])
  await speak(window, 'en')
  await expect(page(window).getByRole('heading', { name: 'Details for support' })).toBeVisible()
  await expect(page(window).locator('.request-text pre')).not.toContainText('⟦')
})
