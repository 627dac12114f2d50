import { expect, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  settleReport,
  signIn,
  useCode,
  untilRegistration,
} from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'

test('a code signs in where the browser is elsewhere', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario, { method: 'device' })
  await reaches(window, 'sign-in', 'done')
  await expect(panel(window, 'sign-in')).toContainText('dana.levi')
  expect(scene.simulator.requests.map(({ operation }) => operation)).toContain(
    'StartDeviceAuthorization',
  )
})

test('the code and its address stay in sight until the person has used them', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start({ env: { ECO_SIMULATOR_BROWSER: 'ignore' } })
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await useCode(window)
  const [device] = await waitFor(() => [...scene.simulator.world.sso.devices.values()])
  await expect(panel(window, 'sign-in')).toContainText(device?.userCode ?? 'no code')
  await press(window, 'sign-in', 'cancel')
  await reaches(window, 'sign-in', 'todo')
})

test('a member account is refused, and told which account pays', async ({ stage }) => {
  const scene = await stage('member-account')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'failed')
  await expect(panel(window, 'sign-in')).toContainText('418207315602')
  await expect(panel(window, 'sign-in')).toContainText(scene.scenario.signIn.accountId)
  await reaches(window, 'cost-report', 'waiting')
  const services = new Set(scene.simulator.requests.map(({ service }) => service))
  expect([...services]).not.toContain('cur')
  await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})

test('a sign-in refused in the browser is told, and can be tried again', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start({ env: { ECO_SIMULATOR_BROWSER: 'deny' } })
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
  await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue(
    scene.scenario.signIn.startUrl,
  )
})

test('three thousand accounts are filtered by a few letters', async ({ stage }) => {
  const scene = await stage('big-organization')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await expect(panel(window, 'sign-in')).toContainText('3,000')
  await fill(window, 'sign-in', 'Filter accounts', 'workload 2748')
  await expect(button(window, 'sign-in', 'choose-account')).toHaveCount(1)
  await fill(window, 'sign-in', 'Filter accounts', 'Northwind Management')
  await button(window, 'sign-in', 'choose-account').filter({ hasText: '418207315602' }).click()
  await button(window, 'sign-in', 'choose-role')
    .filter({ hasText: 'Administrator' })
    .first()
    .click()
  await reaches(window, 'sign-in', 'done')
})

test('a stack that fails says why, is deleted on demand, and can be tried again', async ({
  stage,
}) => {
  const scene = await stage('stack-fails')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await createStack(window)
  await reaches(window, 'stack', 'failed')
  await open(window, 'stack')
  await expect(panel(window, 'stack')).toContainText('SpotByNetApp_Finops_ReadOnly_Policy')
  await press(window, 'stack', 'delete-failed')
  await reaches(window, 'stack', 'todo')
  await fill(window, 'stack', 'Policy name', 'SpotEcoConnect_Policy')
  await createStack(window)
  await reaches(window, 'stack', 'done')
})

async function waitFor<T>(read: () => T[]): Promise<T[]> {
  await expect.poll(() => read().length).toBeGreaterThan(0)
  return read()
}

test('where AWS will not say which account pays, the person does', async ({ stage }) => {
  const scene = await stage('report-fits')
  scene.simulator.inject({
    kind: 'accessDenied',
    service: 'organizations',
    denial: 'missing-permission',
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await button(window, 'sign-in', 'choose-account').filter({ hasText: '418207315602' }).click()
  await button(window, 'sign-in', 'choose-role')
    .filter({ hasText: 'Administrator' })
    .first()
    .click()
  await button(window, 'sign-in', 'confirm-management').waitFor()
  await reaches(window, 'cost-report', 'waiting')
  await press(window, 'sign-in', 'confirm-management')
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
})

test('a session that AWS could not be told to end is shown, and ended on demand', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const lift = scene.simulator.inject({ kind: 'reset', service: 'sso', operation: 'Logout' })
  await open(window, 'registration')
  await press(window, 'registration', 'confirm-done')
  await reaches(window, 'registration', 'done')
  const wipe = window.locator(
    '[data-step="app"] button[data-action="wipe"], button[data-action="wipe"]',
  )
  await wipe.first().waitFor()
  expect(scene.simulator.world.sso.sessions.size).toBe(1)
  lift()
  await wipe.first().click()
  await expect.poll(() => scene.simulator.world.sso.sessions.size).toBe(0)
  await expect(wipe).toHaveCount(0)
})
