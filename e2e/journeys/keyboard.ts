import { expect, type Locator } from '@playwright/test'
import type { Page } from 'playwright'
import type { StepId } from '../../electron/contract/steps.ts'
import { SPOT_DEMO_TOKEN, type Scenario } from '../simulator/index.ts'
import type { App } from './fixture.ts'
import { calledIn, wordsIn, type Called } from './spoken.ts'
import { typistAt, type Typist } from './typist.ts'
import { button, line, panel, reaches } from './window.ts'

type Size = { readonly width: number; readonly height: number }

/** Of the window's content. */
export const resize = ({ app }: App, size: Size): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  )

const field = async (window: Page, step: StepId, label: Called): Promise<Locator> =>
  panel(window, step).getByLabel(await calledIn(window, label), { exact: true })
const heading = (window: Page, step: StepId) => panel(window, step).locator('h2')

/** The other ways in are looked at, an address is refused and typed over, and somebody signs in. */
async function signInByKeys(window: Page, hands: Typist, { signIn }: Scenario): Promise<void> {
  const url = await field(window, 'sign-in', (words) => words.signIn.startUrl)
  const way = (value: string) => panel(window, 'sign-in').locator(`input[value="${value}"]`)
  await hands.isAt(url)
  await hands.tabTo(way('portal'), 'Shift+Tab')
  await hands.press('ArrowDown')
  await hands.isAt(way('console'))
  await hands.press('ArrowDown')
  await hands.isAt(way('keys'))
  await expect(await field(window, 'sign-in', (words) => words.signIn.keys.block)).toBeVisible()
  await hands.press('ArrowUp')
  await hands.press('ArrowUp')
  await hands.isAt(way('portal'))
  await hands.tabTo(url)
  await hands.type('northwind')
  await hands.press('Enter')
  await expect(url).toHaveAttribute('aria-invalid', 'true')
  await hands.isAt(url)
  await expect(url).toHaveAccessibleDescription(/address|Adresse/)
  // Who comes to a field by Tab types over what stands there.
  await hands.press('Shift+Tab')
  await hands.tabTo(url)
  await hands.type(signIn.startUrl)
  await hands.press('Enter')
  for (const [action, text] of [
    ['choose-account', signIn.accountId],
    ['choose-role', signIn.permissionSet],
  ] as const) {
    const choice = button(window, 'sign-in', action).filter({ hasText: text })
    await choice.waitFor()
    await hands.isAt(panel(window, 'sign-in').locator('h3').first())
    await hands.tabTo(choice)
    await hands.press('Enter')
  }
}

/** The menu is opened, left, and opened again; the connection gets a name; the step is gone back to. */
async function renameByKeys(window: Page, hands: Typist): Promise<void> {
  const { connections } = await wordsIn(window)
  const switcher = window.locator('button[data-action="connections"]')
  const menu = window.locator('[data-panel="connections"]')
  const rename = window.locator('[data-panel="rename"]')
  const name = rename.getByLabel(connections.renameDialog.field)
  await hands.tabTo(switcher, 'Shift+Tab')
  await hands.press('Enter')
  await hands.tabTo(menu.locator('button[data-action="rename"]'))
  await hands.press('Escape')
  await expect(menu).toBeHidden()
  await hands.isAt(switcher)
  await hands.press('Space')
  await hands.tabTo(menu.locator('button[data-action="rename"]'))
  await hands.press('Enter')
  await hands.isAt(name)
  await hands.type('Given up')
  await hands.press('Escape')
  await expect(rename).toHaveCount(0)
  await hands.isAt(switcher)
  await hands.press('Enter')
  await hands.tabTo(menu.locator('button[data-action="rename"]'))
  await hands.press('Enter')
  await hands.isAt(name)
  await hands.type('Northwind payer')
  await hands.press('Enter')
  await hands.isAt(switcher)
  await expect(switcher).toContainText('Northwind payer')
  await hands.tabTo(window.locator('button[data-action="skip"]'), 'Shift+Tab')
  await hands.press('Enter')
  await hands.isAt(window.locator('.panel h2'))
}

/** From zero to registered without a mouse, in whatever language the window speaks. */
export async function registerByKeys(window: Page, scenario: Scenario): Promise<void> {
  await reaches(window, 'plan', 'todo')
  const hands = typistAt(window)
  await hands.isAt(heading(window, 'plan'))
  const toFirstAnswer = await hands.tabTo(panel(window, 'plan').locator('[data-answer="us"]'))
  expect(toFirstAnswer).toBeLessThanOrEqual(3)
  await hands.press('Space')
  await signInByKeys(window, hands, scenario)

  await hands.isAt(heading(window, 'cost-report'))
  await renameByKeys(window, hands)
  await hands.tabTo(button(window, 'cost-report', 'create'))
  await hands.press('Enter')
  await hands.isAt(heading(window, 'template'))
  await hands.tabTo(button(window, 'template', 'approve'))
  await hands.press('Space')
  await hands.isAt(heading(window, 'stack'))
  await hands.tabTo(button(window, 'stack', 'create'))
  await hands.press('Enter')
  const token = await field(window, 'registration', (words) => words.registration.sendToSpot.token)
  await panel(window, 'registration').waitFor()
  await hands.tabTo(token)
  await hands.type(SPOT_DEMO_TOKEN)
  await hands.press('Enter')
  await hands.tabTo(button(window, 'registration', 'send').first())
  await hands.press('Enter')
  await reaches(window, 'registration', 'done')
  await hands.isAt(panel(window, 'registration').locator('h2, h3').and(window.locator(':focus')))
  await expect(line(window, 'registration')).toContainText((await wordsIn(window)).app.lines.done)
}
