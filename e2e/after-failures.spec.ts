/** After a failure: nothing is typed twice, nothing is asked in vain, and each sentence fits. */
import { expect, test } from './journeys/fixture.ts'
import { asBlock, paste } from './journeys/keys.ts'
import { choosePlan, signIn, untilRegistration } from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'
import { issueCredentials, SPOT_DEMO_TOKEN } from './simulator/index.ts'

test('a Spot token is typed once, whatever fails, and the way on fits what has failed', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { simulator } = scene
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const shown = await open(window, 'registration')
  const token = shown.getByLabel('Spot API token', { exact: true })

  const noAnswer = simulator.inject({ kind: 'html', service: 'spot', operation: 'ListAccounts' })
  await fill(window, 'registration', 'Spot API token', SPOT_DEMO_TOKEN)
  await press(window, 'registration', 'connect')
  await expect(button(window, 'registration', 'check-token')).toBeVisible()
  await expect(token).toHaveCount(0)
  await expect(button(window, 'registration', 'send')).toHaveCount(0)
  noAnswer()
  await press(window, 'registration', 'check-token')
  await expect(button(window, 'registration', 'send').first()).toBeVisible()

  const lost = simulator.inject({ kind: 'html', service: 'spot', operation: 'SetUpBilling' })
  await press(window, 'registration', 'send')
  await reaches(window, 'registration', 'failed')
  await expect(token).toHaveCount(0)
  await expect(button(window, 'registration', 'check-token')).toHaveCount(0)
  lost()
  await press(window, 'registration', 'send')
  await reaches(window, 'registration', 'done')
})

test('the root user is told as not limited, and nothing is simulated', async ({ stage }) => {
  const scene = await stage('report-fits')
  const { accountId } = scene.scenario.signIn
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' } as const
  const root = issueCredentials(scene.simulator.world, {
    accountId,
    holder: {
      kind: 'identity',
      arn: `arn:aws:iam::${accountId}:root`,
      policy: { Version: '2012-10-17', Statement: [everything] },
    },
    expires: Date.now() + 3_600_000,
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await paste(window, asBlock(root))
  await press(window, 'sign-in', 'accept-root')
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
  await expect(await open(window, 'cost-report')).toContainText('not limited by policies')
  await expect(panel(window, 'cost-report')).not.toContainText('simulat')
  const asked = scene.simulator.requests.map(({ operation }) => operation)
  expect(asked).not.toContain('SimulatePrincipalPolicy')
})

test('a missing mark of ownership is told as that, and no removal is offered', async ({
  stage,
}) => {
  const scene = await stage('fresh', { deliverySeconds: 1 })
  const { world } = scene.simulator
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  for (const bucket of world.buckets.values()) bucket.tags = {}
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="disconnect"]').click()
  const bucket = window.locator('[data-panel="disconnect"] [data-item="bucket"]')
  await expect(bucket).toHaveAttribute('data-state', 'unmarked')
  await expect(bucket).toContainText('Without the mark of this app')
  await expect(bucket.locator('button[data-action="remove"]')).toHaveCount(0)
})

test('a refresh token that AWS has refused is sent no second time, nor by the next start', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { sso } = scene.simulator.world
  const renewals = (): number =>
    scene.simulator.requests.filter(({ operation }) => operation === 'CreateToken').length
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await reaches(first.window, 'sign-in', 'done')
  const before = renewals()
  sso.endSsoSession()
  await press(first.window, 'sign-in', 'check')
  await reaches(first.window, 'sign-in', 'failed')
  await expect(await open(first.window, 'sign-in')).toContainText('has ended')
  expect(renewals()).toBe(before + 1)
  await press(first.window, 'sign-in', 'check')
  await reaches(first.window, 'sign-in', 'checking', 'failed')
  await reaches(first.window, 'sign-in', 'failed')
  await first.close()
  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'failed', 'todo')
  expect(renewals()).toBe(before + 1)
})

test('whoever comes back from another sign-in is told what to do, and the app goes on waiting', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start({ env: { ECO_SIMULATOR_BROWSER: 'ignore' } })
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await press(window, 'sign-in', 'copy-link')
  const link = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(link).toContain('redirect_uri=')
  const callback = new URL(new URL(await link()).searchParams.get('redirect_uri') ?? '')
  callback.search = new URLSearchParams({ code: 'theirs', state: 'of-another' }).toString()
  const page = await fetch(callback)
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('start the sign-in again')
  await reaches(window, 'sign-in', 'acting')
  await press(window, 'sign-in', 'cancel')
  await reaches(window, 'sign-in', 'todo')
})

test('what was acknowledged is sent although AWS lists nothing to acknowledge', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { world } = scene.simulator
  world.settings.listsCapabilities = false
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const account = world.accounts.get(scene.scenario.signIn.accountId)
  expect(account?.stacks.map(({ capabilities }) => capabilities)).toEqual([
    ['CAPABILITY_NAMED_IAM'],
  ])
})
