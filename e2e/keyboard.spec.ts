/** Where the keyboard is, and what a state looks like where colours are not the app's to choose. */
import type { Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan, untilRegistration } from './journeys/steps.ts'
import { button, fill, line, open, panel, press, reaches } from './journeys/window.ts'

const focusedText = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const { activeElement: element } = document
    return element instanceof HTMLElement ? element.innerText : ''
  })

test('three keys at most lead to the first answer, with the skip link and without', async ({
  stage,
}) => {
  const { window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  // Where the window puts whoever has just opened it.
  await expect(panel(window, 'plan').locator('h2')).toBeFocused()
  const answer = panel(window, 'plan').locator('[data-answer]').first()
  const isThere = (): Promise<boolean> =>
    answer.evaluate((element) => element === document.activeElement)
  const tabs = async (): Promise<number> => {
    for (let count = 0; count <= 20; count += 1) {
      if (await isThere()) return count
      await window.keyboard.press('Tab')
    }
    throw new Error('Tab never came there')
  }
  expect(await tabs()).toBeLessThanOrEqual(3)
  // From the very beginning of the window, as after a look at the menu bar.
  await window.evaluate(() => document.body.focus())
  await window.locator('button[data-action="skip"]').focus()
  await expect(window.locator('button[data-action="skip"]')).toBeInViewport()
  await window.keyboard.press('Enter')
  await expect(panel(window, 'plan').locator('h2')).toBeFocused()
  expect(await tabs()).toBeLessThanOrEqual(2)
})

test('a refused value has the focus, each time', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', 'northwind')
  await press(window, 'sign-in', 'start')
  const url = panel(window, 'sign-in').getByLabel('AWS access portal URL', { exact: true })
  await expect(url).toBeFocused()
  await fill(window, 'sign-in', 'Sign-in region (AWS: Identity Center region)', 'us-esat-1')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await expect(
    panel(window, 'sign-in').getByLabel('Sign-in region (AWS: Identity Center region)'),
  ).toBeFocused()
})

test('the parts of the sign-in sound different', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await window.keyboard.press('Enter')
  await button(window, 'sign-in', 'choose-account').first().waitFor()
  await expect.poll(() => focusedText(window)).toBe('Choose the AWS account to connect')
  await button(window, 'sign-in', 'choose-account').first().focus()
  await window.keyboard.press('Enter')
  await button(window, 'sign-in', 'choose-role').first().waitFor()
  await expect
    .poll(() => focusedText(window))
    .toBe('Choose the permissions to work with (AWS: permission set)')
})

test('with forced colours every state has a mark, and the step that is shown a frame', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  await open(window, 'registration')
  await window.emulateMedia({ forcedColors: 'active' })
  await expect(window.locator('html')).toContainClass('forced-colors')
  const frame = (step: 'plan' | 'registration') =>
    line(window, step)
      .locator('.line')
      .or(line(window, step).and(window.locator('.line')))
      .first()
      .evaluate((element) => {
        const { borderTopWidth: width, borderTopStyle: style } = getComputedStyle(element)
        const title = element.querySelector('.line-title')
        const line = title ? getComputedStyle(title).textDecorationLine : ''
        return [style, width, line].join(' ')
      })
  expect(await frame('registration')).toBe('solid 3px underline')
  expect(await frame('plan')).not.toContain('underline')
  // At 200 % there is no room for the words: a mark stands for them, and differs.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  const done = line(window, 'plan').locator('.line-mark svg')
  await expect(done).toBeVisible()
  const shapes = await window
    .locator('.line-mark')
    .evaluateAll((marks) => marks.map((mark) => mark.querySelector('svg')?.innerHTML ?? ''))
  expect(shapes.every((shape) => shape !== '')).toBe(true)
  expect(new Set(shapes).size).toBeGreaterThan(1)
  // A dialog has an edge.
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="rename"]').click()
  const edge = await window
    .locator('[data-panel="rename"]')
    .evaluate((element) => getComputedStyle(element).borderTopWidth)
  expect(edge).toBe('3px')
})
