/** An ended sign-in takes nothing away: what was proven stays, and one button goes on. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { z } from 'zod'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
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

/** Five steps of seven, with a sign-in that ends once the app is closed. */
async function fiveSteps(scene: Stage): Promise<void> {
  const { window, close } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'bucket', 'done')
  await reaches(window, 'stack', 'todo')
  await expect(window.locator('.checklist-count')).toHaveText('5 of 7 steps finished')
  await close()
  scene.simulator.world.sso.endSsoSession()
  scene.simulator.world.sso.expireRoleCredentials()
}

test('after a restart with an ended sign-in the count stands, and its button is in view', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  await fiveSteps(scene)
  for (const _ of ['once', 'and once more']) {
    const again = await scene.start()
    await again.window.setViewportSize(SMALL)
    await reaches(again.window, 'sign-in', 'failed', 'todo')
    await expect(again.window.locator('.checklist-count')).toHaveText(
      /^5 of 7 steps finished, 3 of them proven earlier/,
    )
    await again.close()
  }
  const { window } = await scene.start()
  await window.setViewportSize(SMALL)
  await reaches(window, 'sign-in', 'failed', 'todo')
  for (const step of ['cost-report', 'bucket'] as const) {
    await expect(line(window, step)).toContainText('Proven earlier, not looked at now')
    await expect(line(window, step)).toHaveAttribute('data-status', 'waiting')
  }
  await expect(line(window, 'stack')).toHaveAttribute('data-status', 'waiting')
  // Nothing of it is red, or green, but what is known without a sign-in.
  await expect(window.locator('.checklist [class*="status-error"]')).toHaveCount(0)
  await expect(panel(window, 'sign-in')).toBeVisible()
  const signInButton = panel(window, 'sign-in').locator(
    'button[data-action="sign-in-again"], button[data-action="start"]',
  )
  expect(await isInView(window, signInButton.first())).toBe(true)
  await pictured(window, 'restarted')
  await open(window, 'bucket')
  await expect(panel(window, 'bucket')).toContainText('Last proven')
  await expect(panel(window, 'bucket')).toContainText('Nothing of it is lost')
  await pictured(window, 'restarted-bucket')
  await button(window, 'bucket', 'to-sign-in').click()
  await signInButton.first().click()
  await reaches(window, 'stack', 'todo')
  await expect(window.locator('.checklist-count')).toHaveText('5 of 7 steps finished')
})

test('what was proven of one account is not told of another', async ({ stage }) => {
  const scene = await stage('report-fits')
  await fiveSteps(scene)
  const [id = ''] = await readdir(path.join(scene.profile, 'connections'))
  const file = path.join(scene.profile, 'connections', id, 'state.json')
  const state = z
    .looseObject({ choices: z.looseObject({ account: z.looseObject({ id: z.string() }) }) })
    .parse(JSON.parse(await readFile(file, 'utf8')))
  const account = { ...state.choices.account, id: '295840173366' }
  await writeFile(file, JSON.stringify({ ...state, choices: { ...state.choices, account } }))
  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'failed', 'todo')
  await expect(window.locator('.checklist-count')).toHaveText('2 of 7 steps finished')
})

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
