/** An ended sign-in takes nothing away: what was proven stays, and one button goes on. */
import type { Locator, Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { approveTemplate, choosePlan, settleReport, signIn } from './journeys/steps.ts'
import { button, fill, line, open, panel, press, reaches } from './journeys/window.ts'

/** The smallest window that everything has to be reached in. */
const SMALL = { width: 900, height: 600 }

/** Whether a button can be pressed without scrolling. */
async function isInView(window: Page, target: Locator): Promise<boolean> {
  const box = await target.boundingBox()
  if (!box) return false
  const { width, height } = await window.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  }))
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
}

test('an ended sign-in leaves the count as it was, nothing red, and its button in view', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await window.setViewportSize(SMALL)
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'bucket', 'done')
  await reaches(window, 'stack', 'todo')
  const count = window.locator('.checklist-count')
  await expect(count).toHaveText('5 of 7 steps finished')
  await open(window, 'stack')
  await fill(window, 'stack', 'Stack name', 'finance-spot')

  scene.simulator.world.sso.endSsoSession()
  scene.simulator.world.sso.expireRoleCredentials()
  await press(window, 'sign-in', 'check')
  await reaches(window, 'sign-in', 'failed')
  await window.screenshot({ path: test.info().outputPath('sign-in-ended.png') })
  await expect(count).toHaveText(/^5 of 7 steps finished, 3 of them proven earlier/)
  for (const step of ['cost-report', 'bucket'] as const)
    await expect(line(window, step)).toContainText('Proven earlier, not looked at now')
  await expect(line(window, 'sign-in')).toContainText('Needs a new sign-in')
  // Nothing is told as a failure, in the checklist or beside it.
  await expect(window.locator('.checklist [class*="status-error"]')).toHaveCount(0)
  await expect(window.getByRole('alert')).toHaveCount(0)

  const again = button(window, 'sign-in', 'sign-in-again')
  expect(await isInView(window, again)).toBe(true)
  await open(window, 'bucket')
  await expect(panel(window, 'bucket')).toContainText('Nothing of it is lost')
  await window.screenshot({ path: test.info().outputPath('proven-earlier.png') })
  await button(window, 'bucket', 'to-sign-in').click()
  await again.click()
  await reaches(window, 'stack', 'todo')
  await expect(count).toHaveText('5 of 7 steps finished')
  await open(window, 'stack')
  await expect(panel(window, 'stack').getByLabel('Stack name', { exact: true })).toHaveValue(
    'finance-spot',
  )
})
