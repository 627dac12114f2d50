import { expect, test } from './journeys/fixture.ts'
import { scenarios } from './simulator/index.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'

test('a wrong region says so and offers the likely others', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  scene.simulator.world.sso.wrongRegion = true
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await button(window, 'sign-in', 'try-region').first().waitFor()
  await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue(
    scene.scenario.signIn.startUrl,
  )
  scene.simulator.world.sso.wrongRegion = false
  await button(window, 'sign-in', 'try-region').first().click()
  await button(window, 'sign-in', 'choose-account').first().waitFor()
})

test('a region that was refused is asked again on purpose only, also after a restart', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { sso } = scene.simulator.world
  const first = await scene.start()
  sso.wrongRegion = true
  await choosePlan(first.window, 'us')
  await reaches(first.window, 'sign-in', 'todo')
  await fill(first.window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(first.window, 'sign-in', 'start')
  await expect(button(first.window, 'sign-in', 'try-region').first()).toContainText('Ireland')
  await button(first.window, 'sign-in', 'try-region').first().click()
  await expect(panel(first.window, 'sign-in')).toContainText('sign-in in eu-west-1')
  await expect(button(first.window, 'sign-in', 'try-region').first()).toContainText('Oregon')
  await first.close()

  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'todo')
  const region = (await open(window, 'sign-in')).getByLabel(
    'Sign-in region (AWS: Identity Center region)',
  )
  await expect(region).toHaveValue('us-west-2')
  const before = scene.simulator.requests.length
  await region.fill('eu-west-1')
  await region.press('Escape')
  await press(window, 'sign-in', 'start')
  await expect(panel(window, 'sign-in')).toContainText('AWS did not know')
  await window.screenshot({ path: test.info().outputPath('refused-before.png') })
  expect(scene.simulator.requests).toHaveLength(before)
  sso.wrongRegion = false
  await press(window, 'sign-in', 'start-anyway')
  await button(window, 'sign-in', 'choose-account').first().waitFor()
})

test('an account taken away midway is told, and another can be chosen', async ({ stage }) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await reaches(first.window, 'sign-in', 'done')
  scene.simulator.world.sso.users
    .get('dana.levi')
    ?.assignments.delete(scene.scenario.signIn.accountId)
  await press(first.window, 'sign-in', 'check')
  await reaches(first.window, 'sign-in', 'failed')
  await expect(await open(first.window, 'sign-in')).toContainText(scene.scenario.signIn.accountId)
  await expect(button(first.window, 'sign-in', 'choose-account').first()).toBeVisible()
})

test('whose sign-in came back is shown before anything else is checked', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  scene.simulator.world.sso.whoIsInBrowser = 'sam.ortiz'
  await choosePlan(window, 'us')
  const theirs = scenarios.find(({ id }) => id === 'member-account')
  if (!theirs) throw new Error('no such scenario')
  await signIn(window, theirs)
  await reaches(window, 'sign-in', 'failed')
  await expect(await open(window, 'sign-in')).toContainText('sam.ortiz')
  await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  scene.simulator.world.sso.whoIsInBrowser = 'dana.levi'
  await signIn(window, scene.scenario)
  await expect(await open(window, 'sign-in')).toContainText('dana.levi')
})
