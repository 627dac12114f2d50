import { expect, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { open, press, reaches } from './journeys/window.ts'

test('a delivery that fails is repaired by adding to the policy, after showing the difference', async ({
  stage,
}) => {
  const scene = await stage('delivery-broken')
  const { window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  const bucket = scene.simulator.world.buckets.get(`northwind-cur-${accountId}`)
  const before = bucket?.policy ?? ''
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await press(window, 'cost-report', 'reuse')
  await reaches(window, 'bucket', 'failed')
  const shown = await open(window, 'bucket')
  await expect(shown).toContainText('billingreports.amazonaws.com')
  await expect(shown).toContainText('cost-dashboard-refresh')
  expect(bucket?.policy).toBe(before)

  await press(window, 'bucket', 'repair')
  await reaches(window, 'bucket', 'pending')
  const after = bucket?.policy ?? ''
  expect(after).toContain('OnlyEncryptedTraffic')
  expect(after).toContain('billingreports.amazonaws.com')
  await createStack(window)
  await reaches(window, 'stack', 'done')
})

test('a policy that changed after it was shown is not touched; the new difference is shown', async ({
  stage,
}) => {
  const scene = await stage('delivery-broken')
  const { window } = await scene.start()
  const bucket = scene.simulator.world.buckets.get(
    `northwind-cur-${scene.scenario.signIn.accountId}`,
  )
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await press(window, 'cost-report', 'reuse')
  await reaches(window, 'bucket', 'failed')
  const theirs = (bucket?.policy ?? '').replace('OnlyEncryptedTraffic', 'ChangedByAColleague')
  if (bucket) bucket.policy = theirs
  await press(window, 'bucket', 'repair')
  await expect(await open(window, 'bucket')).toContainText('since it was shown to you')
  await press(window, 'bucket', 'show-unchanged')
  await expect(await open(window, 'bucket')).toContainText('ChangedByAColleague')
  expect(bucket?.policy).toBe(theirs)
  await press(window, 'bucket', 'repair')
  await reaches(window, 'bucket', 'pending')
  expect(bucket?.policy).toContain('ChangedByAColleague')
})

test('the first delivery is awaited, blocks nothing, and is found after the registration', async ({
  stage,
}) => {
  const scene = await stage('fresh', { deliverySeconds: 3600 })
  const first = await scene.start()
  const { window } = first
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'bucket', 'pending')
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
  await first.close()

  const account = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)
  const [report] = account?.reports ?? []
  if (report) report.created -= 2 * 3600 * 1000
  const second = await scene.start()
  await reaches(second.window, 'bucket', 'pending')
  await press(second.window, 'registration', 'reopen')
  await signIn(second.window, scene.scenario)
  await reaches(second.window, 'bucket', 'done')
  await expect(await open(second.window, 'bucket')).toContainText('Manifest.json')
  await second.window.locator('[data-panel="reopened"] button[data-action="close"]').click()
  await reaches(second.window, 'bucket', 'done')
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
  await second.close()
  const third = await scene.start()
  await reaches(third.window, 'bucket', 'done')
})

test('a delivery that arrives while the app is open is told through the system', async ({
  stage,
}) => {
  const scene = await stage('fresh', { deliverySeconds: 3600 })
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  // Without a notification service on the bus, the last hop is written down instead of shown.
  // Whoever looks at the window is not told beside it: here nobody does.
  await app.evaluate(({ BrowserWindow, Notification }) => {
    BrowserWindow.prototype.isFocused = () => false
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      Reflect.set(globalThis, 'told', [this.title, this.body])
    }
  })
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'bucket', 'pending')
  const [report] =
    scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)?.reports ?? []
  if (report) report.created -= 2 * 3600 * 1000
  await press(window, 'bucket', 'check')
  await reaches(window, 'bucket', 'done')
  const told = () => app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'told') ?? []))
  await expect.poll(told).toContain('AWS has delivered the cost report')
})
