import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, filesWith, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendInVain,
  sendToSpot,
  settleReport,
  signIn,
  untilRegistration,
} from './journeys/steps.ts'
import { open, panel, press, reaches } from './journeys/window.ts'
import { connectionIn, keychainHolds, operatorPolicy, secretsOf } from './journeys/evidence.ts'
import { SPOT_DEMO_TOKEN } from './simulator/index.ts'

const policy = operatorPolicy()

test('from nothing to registered, with no more rights than the operator policy gives', async ({
  stage,
}) => {
  const scene = await stage('fresh', { policy })
  const app = await scene.start()
  await untilRegistration(app.window, scene.scenario)
  const secrets = secretsOf(scene.simulator)
  expect(secrets.length).toBeGreaterThan(3)
  const connection = await connectionIn(scene.profile)
  expect(await keychainHolds(scene.keyring, connection)).toBe(true)
  await sendToSpot(app.window)

  const { simulator } = scene
  expect(simulator.violations).toEqual([])
  const account = simulator.world.accounts.get(scene.scenario.signIn.accountId)
  expect(account?.reports).toHaveLength(1)
  expect(account?.stacks).toHaveLength(1)
  expect([...simulator.world.spot.registrations.values()]).toMatchObject([
    {
      iamRole: expect.stringContaining(':role/SpotByNetApp_Finops_ReadOnly'),
      billing: { billingAccountId: scene.scenario.signIn.accountId },
    },
  ])

  await expect(panel(app.window, 'registration')).toContainText('48 hours')
  expect(simulator.world.sso.sessions.size).toBe(0)
  expect(await keychainHolds(scene.keyring, connection)).toBe(false)
  await app.close()
  expect(await filesWith(scene.profile, [...secrets, SPOT_DEMO_TOKEN])).toEqual([])
  expect(await readdir(path.join(scene.profile, 'connections', connection))).toEqual([
    'audit.jsonl',
    'state.json',
    'summary.txt',
  ])
  expect(app.output()).not.toContain(SPOT_DEMO_TOKEN)

  const again = await scene.start()
  await reaches(again.window, 'registration', 'done')
  await reaches(again.window, 'stack', 'done')
})

test('asks AWS for nothing that the operator policy does not list', async ({ stage }) => {
  const scene = await stage('fresh', { policy })
  const app = await scene.start()
  await untilRegistration(app.window, scene.scenario)
  const listed = new Set(policy.Statement.flatMap(({ Action }) => Action))
  const unlisted = [...scene.simulator.actions].filter((action) => !listed.has(action))
  expect(unlisted).toEqual([])
  const denied = scene.simulator.requests.filter(({ status }) => status === 403)
  expect(denied).toEqual([])
})

test('uses a report that fits as it is, and changes nothing about it', async ({ stage }) => {
  const scene = await stage('report-fits')
  const app = await scene.start()
  await untilRegistration(app.window, scene.scenario)
  await reaches(app.window, 'bucket', 'done')
  await sendToSpot(app.window)
  const written = scene.simulator.requests
    .map(({ operation }) => operation)
    .filter((operation) => /^(Put|Create|Delete|Modify)/.test(operation))
  expect(new Set(written)).toEqual(new Set(['CreateToken', 'CreateStack']))
  const summary = await readFile(
    path.join(scene.profile, (await filesWith(scene.profile, ['Registered at']))[0] ?? ''),
    'utf8',
  )
  expect(summary).toContain('arn:aws:iam::')
})

test('goes on where it was after quitting while AWS creates the stack', async ({ stage }) => {
  const scene = await stage('report-fits', { stackSeconds: 15 })
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await approveTemplate(first.window)
  await signIn(first.window, scene.scenario)
  await settleReport(first.window)
  await createStack(first.window)
  await reaches(first.window, 'stack', 'pending')
  await first.close()

  const second = await scene.start()
  await reaches(second.window, 'stack', 'pending')
  await reaches(second.window, 'stack', 'done')
  const created = scene.simulator.requests.filter(({ operation }) => operation === 'CreateStack')
  expect(created).toHaveLength(1)
  await sendToSpot(second.window)
})

test('says that the sign-in ended, and goes on in place after a new one', async ({ stage }) => {
  const scene = await stage('report-fits', { stackSeconds: 20 })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await createStack(window)
  scene.simulator.world.sso.endSsoSession()
  scene.simulator.world.sso.expireRoleCredentials()
  await reaches(window, 'stack', 'failed')
  await open(window, 'stack')
  await press(window, 'stack', 'sign-in-again')
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
})

test('renews role credentials without a word', async ({ stage }) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  scene.simulator.world.sso.expireRoleCredentials()
  await settleReport(window)
  await reaches(window, 'bucket', 'done')
})

test('a Spot API that refuses leads to the console, with the values at hand', async ({ stage }) => {
  const scene = await stage('report-fits')
  scene.simulator.world.spot.refuses = true
  const app = await scene.start()
  const { window } = app
  await untilRegistration(app.window, scene.scenario)
  await sendInVain(window)
  await expect(panel(window, 'registration')).toContainText('arn:aws:iam::')
  await press(window, 'registration', 'confirm-done')
  await reaches(window, 'registration', 'done')
  expect(scene.simulator.world.sso.sessions.size).toBe(0)
})
