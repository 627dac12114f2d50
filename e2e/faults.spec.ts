import { expect, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendInVain,
  settleReport,
  signIn,
  untilRegistration,
} from './journeys/steps.ts'
import { button, open, panel, press, reaches } from './journeys/window.ts'

test('an AWS that never answers: the wait is shown, Cancel ends it, and a check goes on', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  const lift = scene.simulator.inject({
    kind: 'hang',
    service: 'cur',
    operation: 'DescribeReportDefinitions',
  })
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'checking')
  await open(window, 'cost-report')
  await button(window, 'cost-report', 'cancel').click()
  await reaches(window, 'cost-report', 'failed')
  lift()
  await press(window, 'cost-report', 'check')
  await settleReport(window)
  expect(scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)?.reports).toHaveLength(
    1,
  )
})

test('a captive portal is named, and does not stand for an answer of AWS', async ({ stage }) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  const lift = scene.simulator.inject({
    kind: 'html',
    service: 'cloudformation',
    operation: 'ValidateTemplate',
  })
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'stack', 'failed')
  await expect(await open(window, 'stack')).toContainText('web page')
  lift()
  await press(window, 'stack', 'check')
  await createStack(window)
  await reaches(window, 'stack', 'done')
})

test('a connection that breaks while the report is defined leaves one report', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const lift = scene.simulator.inject({
    kind: 'reset',
    service: 'cur',
    operation: 'PutReportDefinition',
  })
  await press(window, 'cost-report', 'create')
  await reaches(window, 'cost-report', 'failed')
  await expect(await open(window, 'cost-report')).toContainText('broke')
  lift()
  await press(window, 'cost-report', 'create')
  await reaches(window, 'cost-report', 'done')
  const { world } = scene.simulator
  expect(world.accounts.get(scene.scenario.signIn.accountId)?.reports).toHaveLength(1)
  expect([...world.buckets.keys()].filter((name) => name.startsWith('spot-eco'))).toHaveLength(1)
})

test('a Spot that is down is told so, keeps the other way open, and is registered once it is up', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const lift = scene.simulator.inject({
    kind: 'status',
    status: 503,
    service: 'spot',
    operation: 'SetCredentials',
  })
  await sendInVain(window)
  await expect(panel(window, 'registration')).toContainText('does not work at the moment')
  await expect(button(window, 'registration', 'confirm-done')).toBeVisible()
  lift()
  await press(window, 'registration', 'send')
  await reaches(window, 'registration', 'done')
  expect(scene.simulator.world.spot.registrations.size).toBe(1)
})
