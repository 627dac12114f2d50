/** How a connection stands on any later day: dated, never green for what nobody has looked at that day. */
import type { Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
import { sendToSpot, signIn, untilRegistration } from './journeys/steps.ts'
import { open, press, reaches } from './journeys/window.ts'

const DAY = 24 * 60 * 60 * 1000
const health = (window: Page) => window.locator('[data-panel="health"]')
const verdict = (window: Page) => health(window).locator('[data-verdict]')

/** The last step as it is on a later day: the window's clock is moved, and the page drawn anew. */
async function later(window: Page, days: number): Promise<void> {
  await window.clock.setFixedTime(Date.now() + days * DAY)
  await open(window, 'stack')
  await open(window, 'registration')
}

test('two days and thirty days later nothing is green, until somebody signs in again', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)
  await expect(health(window)).toHaveCount(0)

  await later(window, 2)
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'old')
  await expect(verdict(window)).toContainText('Connected 2 days ago')
  await later(window, 30)
  await expect(verdict(window)).toContainText('Connected 30 days ago')
  await expect(verdict(window)).toContainText('nobody has looked since')
  await health(window).getByText('Everything that is looked at').click()
  await expect(health(window).locator('[data-finding]')).not.toHaveCount(0)
  await expect(health(window).locator('[data-fresh="true"]')).toHaveCount(0)
  await pictured(window, 'thirty-days')

  await later(window, 0)
  const account = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)
  const [role] = [...(account?.roles.values() ?? [])].filter(({ name }) => name.startsWith('Spot'))
  role?.attached.add('arn:aws:iam::aws:policy/AdministratorAccess')
  await press(window, 'registration', 'reopen')
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  // The stack is as it was: the line is not green for that, and its step says why.
  const line = window.locator('.checklist li[data-step="stack"]')
  await expect(line).toContainText('Not as it should be')
  await open(window, 'stack')
  await expect(window.locator('[data-found-wrong="stack"]')).toContainText('more than was approved')
  await pictured(window, 'role-not-as-approved')
  await press(window, 'stack', 'open-registration')
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'broken')
  await expect(verdict(window)).toContainText('Dangerous: the role may do more')
  await expect(health(window)).toContainText('in the policy “AdministratorAccess”')
  await health(window).getByText('Spot shows or has mailed a message').click()
  await health(window).getByText('Role permissions are missing').click()
  await expect(health(window).locator('[data-message]')).toContainText('IAM')
  await pictured(window, 'more-than-approved')

  role?.attached.delete('arn:aws:iam::aws:policy/AdministratorAccess')
  await press(window, 'registration', 'look-anew')
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'works')
  await expect(line).toContainText('Done')
  await pictured(window, 'works')
})
