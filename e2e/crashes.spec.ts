import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { connectionIn, keychainHolds } from './journeys/evidence.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { line, open, press, fill, reaches } from './journeys/window.ts'
import { SPOT_DEMO_TOKEN } from './simulator/index.ts'
import type { StepId } from '../electron/contract/steps.ts'

/** Waits until AWS or Spot has got the request, and also carried it out if `answered`. */
async function seen({ simulator }: Stage, operation: string, answered: boolean): Promise<void> {
  await expect
    .poll(
      () =>
        simulator.requests.some(
          (request) =>
            request.operation === operation && (!answered || request.status !== undefined),
        ),
      { intervals: [5], timeout: 60_000 },
    )
    .toBe(true)
}

/** Goes on from wherever the checklist is, as a person would, to the registration. */
async function finish(scene: Stage): Promise<void> {
  const { window } = await scene.start()
  const isDone = async (step: StepId): Promise<boolean> => {
    await reaches(window, step, 'todo', 'done', 'pending')
    return (await line(window, step).getAttribute('data-status')) !== 'todo'
  }
  // What was answered before the crash is not asked again.
  await reaches(window, 'plan', 'done')
  await reaches(window, 'template', 'done')
  await reaches(window, 'sign-in', 'done')
  if (!(await isDone('cost-report'))) await settleReport(window)
  if (!(await isDone('stack'))) await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
}

/** One of each outside, nothing of the sign-in here, one connection. */
async function expectOneOfEach({ simulator, profile, keyring, scenario }: Stage): Promise<void> {
  simulator.settle()
  const { world } = simulator
  const account = world.accounts.get(scenario.signIn.accountId)
  expect(account?.reports).toHaveLength(1)
  expect(account?.stacks).toHaveLength(1)
  expect([...world.buckets.keys()].filter((name) => name.startsWith('spot-eco'))).toHaveLength(1)
  expect([...world.spot.registrations.values()]).toMatchObject([
    { iamRole: expect.any(String), billing: { billingAccountId: scenario.signIn.accountId } },
  ])
  expect(world.sso.sessions.size).toBe(0)
  expect(await readdir(path.join(profile, 'connections'))).toHaveLength(1)
  const connection = await connectionIn(profile)
  expect(await keychainHolds(keyring, connection)).toBe(false)
  const files = await readdir(path.join(profile, 'connections', connection))
  expect(files).toEqual(expect.arrayContaining(['state.json', 'summary.txt']))
  expect(files.filter((name) => /vault|\.tmp-/.test(name))).toEqual([])
}

const POINTS = [
  { operation: 'CreateBucket', service: 's3', answered: false },
  { operation: 'PutReportDefinition', service: 'cur', answered: true },
  { operation: 'CreateStack', service: 'cloudformation', answered: true },
  { operation: 'SetCredentials', service: 'spot', answered: false },
  { operation: 'SetUpBilling', service: 'spot', answered: false },
] as const

for (const { operation, service, answered } of POINTS) {
  const when = answered ? 'after it was carried out' : 'before it was carried out'
  test(`killed at ${operation}, ${when}, the app ends with one of each`, async ({ stage }) => {
    const scene = await stage('fresh', { stackSeconds: 1 })
    const app = await scene.start()
    const { window } = app
    const lift = answered
      ? () => undefined
      : scene.simulator.inject({ kind: 'hang', service, operation })
    const killed = seen(scene, operation, answered).then(() => app.kill())
    await choosePlan(window, 'us')
    await approveTemplate(window)
    await signIn(window, scene.scenario)
    const going = async (): Promise<void> => {
      await settleReport(window)
      await createStack(window)
      await reaches(window, 'stack', 'done')
      await open(window, 'registration')
      await fill(window, 'registration', 'Spot API token', SPOT_DEMO_TOKEN)
      await press(window, 'registration', 'connect')
      await press(window, 'registration', 'send')
    }
    // The window goes while it is being used: what it was used for then fails.
    const used = going().catch(() => undefined)
    await killed
    await used
    lift()
    await finish(scene)
    await expectOneOfEach(scene)
  })
}
