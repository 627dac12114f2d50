/** Another look at a registered connection says what it came to, also when it is over. */
import type { Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { sendToSpot, signIn, untilRegistration } from './journeys/steps.ts'
import { open, panel, press, reaches } from './journeys/window.ts'

const verdict = (window: Page) => panel(window, 'registration').locator('[data-verdict]')
const close = (window: Page) =>
  window.locator('[data-panel="reopened"] button[data-action="close"]').click()

test('Look again ends with a verdict, and says nothing that is not so meanwhile', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  const { window } = first
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)
  await expect(verdict(window)).toHaveCount(0)
  await expect(panel(window, 'registration')).toContainText('The app no longer has them')

  await press(window, 'registration', 'reopen')
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  const registration = await open(window, 'registration')
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'works')
  await expect(registration).toContainText('it works as approved')
  await expect(registration).toContainText('You are signed in once more')
  await expect(registration).not.toContainText('no longer has them')
  await window.screenshot({ path: test.info().outputPath('same.png') })

  const account = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)
  account?.reports.splice(0)
  await press(window, 'cost-report', 'check')
  await reaches(window, 'cost-report', 'failed')
  await open(window, 'registration')
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'broken')
  await expect(verdict(window)).toContainText('The cost report is gone')
  await window.screenshot({ path: test.info().outputPath('changed.png') })

  await close(window)
  await open(window, 'registration')
  await expect(verdict(window)).toHaveAttribute('data-verdict', 'broken')
  await first.close()
  const second = await scene.start()
  await open(second.window, 'registration')
  await expect(verdict(second.window)).toHaveAttribute('data-verdict', 'broken')
  await second.window.screenshot({ path: test.info().outputPath('after-restart.png') })
})

test('a delivery that is awaited is looked for at one time only', async ({ stage }) => {
  const scene = await stage('fresh', { deliverySeconds: 3600 })
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const bucket = await open(window, 'bucket')
  await reaches(window, 'bucket', 'pending')
  expect((await bucket.innerText()).match(/looks? again/gi)).toHaveLength(1)
  await expect(bucket).toContainText('if it is open then, or else as soon as it is started')
})
