import { expect, test } from './journeys/fixture.ts'
import { operatorPolicy } from './journeys/evidence.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { button, open, panel, press, reaches } from './journeys/window.ts'

test('whoever pays the bill is named before anything is created, and going on is noted', async ({
  stage,
}) => {
  const scene = await stage('billing-transfer', { policy: operatorPolicy() })
  const { window } = await scene.start()
  const payer = scene.simulator.world.organization?.outboundTransfers?.[0]?.targetAccountId ?? ''
  expect(payer).toMatch(/^\d{12}$/)
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await expect(panel(window, 'sign-in').locator(`[data-payer="${payer}"]`)).toBeVisible()
  await expect(button(window, 'sign-in', 'email-question')).toBeVisible()
  await expect(button(window, 'sign-in', 'other-account')).toBeVisible()
  await reaches(window, 'cost-report', 'waiting')
  expect(scene.simulator.requests.filter(({ service }) => service === 'cur')).toEqual([])

  await press(window, 'sign-in', 'accept-payer')
  await reaches(window, 'sign-in', 'done')
  await open(window, 'sign-in')
  await expect(panel(window, 'sign-in')).toContainText('Gone on anyway')
  await reaches(window, 'cost-report', 'todo')
})
