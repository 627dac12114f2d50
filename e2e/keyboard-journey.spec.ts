/** From zero to registered by Tab, Shift+Tab, Space, Enter, arrows, Escape and what is typed: no mouse. */
import type { Page } from 'playwright'
import type { StepId } from '../electron/contract/steps.ts'
import { expect, test, type App } from './journeys/fixture.ts'
import { typistAt, type Typist } from './journeys/typist.ts'
import { button, line, panel, reaches } from './journeys/window.ts'
import { SPOT_DEMO_TOKEN, type Scenario } from './simulator/index.ts'

/** As the window opens, and the smallest in which all main actions are to be in view. */
const SIZES = [
  { width: 1180, height: 820 },
  { width: 900, height: 600 },
] as const

const field = (window: Page, step: StepId, label: string) =>
  panel(window, step).getByLabel(label, { exact: true })
const heading = (window: Page, step: StepId) => panel(window, step).locator('h2')

const resize = ({ app }: App, size: (typeof SIZES)[number]): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  )

/** The other ways in are looked at, an address is refused and typed over, and somebody signs in. */
async function signInByKeys(window: Page, hands: Typist, { signIn }: Scenario): Promise<void> {
  const url = field(window, 'sign-in', 'AWS access portal URL')
  const way = (value: string) => panel(window, 'sign-in').locator(`input[value="${value}"]`)
  await hands.isAt(url)
  await hands.tabTo(way('portal'), 'Shift+Tab')
  await hands.press('ArrowDown')
  await hands.isAt(way('console'))
  await hands.press('ArrowDown')
  await hands.isAt(way('keys'))
  await expect(field(window, 'sign-in', 'Keys as you copied them')).toBeVisible()
  await hands.press('ArrowUp')
  await hands.press('ArrowUp')
  await hands.isAt(way('portal'))
  await hands.tabTo(url)
  await hands.type('northwind')
  await hands.press('Enter')
  await expect(url).toHaveAttribute('aria-invalid', 'true')
  await hands.isAt(url)
  await expect(url).toHaveAccessibleDescription(/address/)
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
  const switcher = window.locator('button[data-action="connections"]')
  const menu = window.locator('[data-panel="connections"]')
  const rename = window.locator('[data-panel="rename"]')
  const name = rename.getByLabel('Name of the connection')
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

for (const size of SIZES)
  test(`from zero to registered by keyboard alone, at ${size.width}×${size.height}`, async ({
    stage,
  }) => {
    test.slow()
    const scene = await stage('fresh')
    const started = await scene.start()
    const { window } = started
    await resize(started, size)
    await reaches(window, 'plan', 'todo')
    const hands = typistAt(window)
    await hands.isAt(heading(window, 'plan'))
    const toFirstAnswer = await hands.tabTo(panel(window, 'plan').locator('[data-answer="us"]'))
    expect(toFirstAnswer).toBeLessThanOrEqual(3)
    await hands.press('Space')
    await signInByKeys(window, hands, scene.scenario)

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
    const token = field(window, 'registration', 'Spot API token')
    await panel(window, 'registration').waitFor()
    await hands.tabTo(token)
    await hands.type(SPOT_DEMO_TOKEN)
    await hands.press('Enter')
    await hands.tabTo(button(window, 'registration', 'send').first())
    await hands.press('Enter')
    await reaches(window, 'registration', 'done')
    await hands.isAt(panel(window, 'registration').locator('h2, h3').and(window.locator(':focus')))
    await expect(line(window, 'registration')).toContainText('Done')
  })
