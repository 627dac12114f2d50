/** Nothing takes the focus, the step or what is typed while a person is at it. */
import type { Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  settleReport,
  signIn,
  untilRegistration,
} from './journeys/steps.ts'
import { line, open, panel } from './journeys/window.ts'

async function fromMenu(window: Page, action: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator(`[data-panel="connections"] button[data-action="${action}"]`).click()
}

const focused = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('data-action') ?? element?.tagName ?? ''
  })

const said = (window: Page): Promise<string[]> =>
  window.getByRole('log').locator('p').allInnerTexts()

test('a step that finishes behind a dialog takes neither the focus nor a letter', async ({
  stage,
}) => {
  const scene = await stage('fresh', { stackSeconds: 3 })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await createStack(window)
  await expect(line(window, 'stack')).toHaveAttribute('data-status', 'pending')
  await fromMenu(window, 'rename')
  const field = window.getByLabel('Name of the connection')
  await expect(field).toBeFocused()
  // The name that stands there is typed over.
  let typed = ''
  await expect(async () => {
    await window.keyboard.type('Ab ')
    typed += 'Ab '
    await expect(line(window, 'stack')).toHaveAttribute('data-status', 'done', { timeout: 1 })
  }).toPass({ intervals: [100] })
  await expect(line(window, 'registration')).toHaveAttribute('data-status', 'todo')
  await window.keyboard.type('end')
  await expect(field).toHaveValue(`${typed}end`.slice(0, 80))
  await expect(panel(window, 'stack')).toBeAttached()
  // Tab stays inside, both ways, and never reaches what is behind.
  for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await window.keyboard.press(key)
    const isInside = await window.evaluate(
      () =>
        document.activeElement === document.body ||
        Boolean(document.activeElement?.closest('dialog')),
    )
    expect(isInside).toBe(true)
  }
  expect(await said(window)).not.toContainEqual(expect.stringMatching(/Create the role.*Done/))
  await window.keyboard.press('Escape')
  await expect(window.locator('[data-panel="rename"]')).toHaveCount(0)
  // Back at what opened it; the window has gone on, and says so.
  await panel(window, 'registration').waitFor()
  expect(await focused(window)).toBe('connections')
  await expect
    .poll(() => said(window))
    .toContainEqual(expect.stringMatching(/Create the role.*: Done/))
  await expect
    .poll(async () => (await said(window)).at(-1))
    .toContain('Now shown: step 7, Register with Spot Eco')
})

test('each dialog begins where it harms nobody, and gives the focus back', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fromMenu(window, 'rename')
  const field = window.getByLabel('Name of the connection')
  await field.fill('Northwind')
  await window.keyboard.press('Enter')
  await expect(window.locator('button[data-action="connections"]')).toBeFocused()
  await fromMenu(window, 'rename')
  await window.keyboard.type('Contoso')
  await expect(field).toHaveValue('Contoso')
  await window.keyboard.press('Escape')
  await fromMenu(window, 'remove')
  expect(await focused(window)).toBe('cancel')
  await window.keyboard.press('Escape')
  await expect(window.locator('button[data-action="connections"]')).toBeFocused()
  await signIn(window, scene.scenario)
  await fromMenu(window, 'disconnect')
  await expect(window.locator('[data-panel="disconnect"] h2')).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.locator('[data-panel="disconnect"]')).toHaveCount(0)
  await expect(window.locator('button[data-action="connections"]')).toBeFocused()
})

test('a form stays while it is filled in, whatever becomes of its step', async ({ stage }) => {
  const scene = await stage('fresh', { stackSeconds: 3 })
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  await open(window, 'registration')
  const token = panel(window, 'registration').getByLabel('Spot API token', { exact: true })
  await token.click()
  await window.keyboard.type('half a ')
  // Something before it is looked at anew meanwhile: the registration has to wait now.
  await window.evaluate(`ecoConnect.send({ step: 'template', action: 'change' })`)
  await expect(line(window, 'registration')).toHaveAttribute('data-status', 'waiting')
  await window.keyboard.type('token')
  await expect(token).toHaveValue('half a token')
  await expect(token).toBeFocused()
  await expect(panel(window, 'registration')).toBeVisible()
  // The person leaves the form, and the window catches up.
  await window.locator('button[data-action="connections"]').focus()
  await panel(window, 'template').waitFor()
  expect(await focused(window)).toBe('connections')
  await expect
    .poll(async () => (await said(window)).at(-1))
    .toContain('Now shown: step 5, Review what Spot may do')
})
