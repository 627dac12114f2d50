/** Which step the window shows by itself, on a network that lets every reply wait. */
import type { Page } from 'playwright'
import { STEP_IDS, type StepId } from '../electron/contract/steps.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { answerPlan, choosePlan, signIn } from './journeys/steps.ts'
import { recordAnnounced } from './journeys/announced.ts'
import { recordShown } from './journeys/shown.ts'
import { button, line, panel, reaches } from './journeys/window.ts'
import { SPOT_DEMO_TOKEN, type Scenario } from './simulator/index.ts'

/** So slow that a step is seen while it checks, and that a later one is faster. */
const SLOW = 300

const slow = ({ simulator }: Stage) => simulator.inject({ kind: 'latency', ms: SLOW })

/** Presses a button of the step that is shown, without choosing any line of the checklist. */
const press = (window: Page, step: StepId, action: string): Promise<void> =>
  button(window, step, action).first().click()

async function signInThere(window: Page, { signIn }: Scenario): Promise<void> {
  const choice = (action: string, text: string) =>
    button(window, 'sign-in', action).filter({ hasText: text }).click()
  await panel(window, 'sign-in').getByLabel('AWS access portal URL').fill(signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await choice('choose-account', signIn.accountId)
  await choice('choose-role', signIn.permissionSet)
}

async function sendThere(window: Page): Promise<void> {
  const registration = panel(window, 'registration')
  await registration.getByLabel('Spot API token', { exact: true }).fill(SPOT_DEMO_TOKEN)
  await press(window, 'registration', 'connect')
  await press(window, 'registration', 'send')
}

for (const [id, settles] of [
  ['fresh', 'create'],
  ['report-fits', 'reuse'],
] as const) {
  test(`${id}: the window goes from the first step to the last, each once and in order`, async ({
    stage,
  }) => {
    const scene = await stage(id)
    slow(scene)
    const { window } = await scene.start()
    const shown = await recordShown(window)
    await answerPlan(window, 'us')
    await signInThere(window, scene.scenario)
    await press(window, 'cost-report', settles)
    await press(window, 'template', 'approve')
    await press(window, 'stack', 'create')
    await sendThere(window)
    await reaches(window, 'registration', 'done')
    expect(await shown()).toEqual(STEP_IDS)
  })
}

test('each step that the window goes to has the focus, in order, and is named aloud', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  slow(scene)
  const { window } = await scene.start()
  const announced = await recordAnnounced(window)
  const focused: string[] = []
  /** The window has gone to the step: its heading or first field has the focus, and it was told. */
  const arrivesAt = async (step: StepId): Promise<void> => {
    const heading = panel(window, step).locator('#panel-title')
    const first = panel(window, step).locator('input[data-first]')
    await expect(panel(window, step).locator(':focus').and(heading.or(first))).toHaveCount(1)
    const title = await heading.innerText()
    const place = STEP_IDS.indexOf(step) + 1
    await expect
      .poll(async () => (await announced()).join('; '))
      .toContain(`Step ${place}, ${title}`)
    focused.push(step)
  }
  await answerPlan(window, 'us')
  await arrivesAt('sign-in')
  await signInThere(window, scene.scenario)
  await arrivesAt('cost-report')
  await press(window, 'cost-report', 'reuse')
  // The bucket proves itself while it is shown, and is told as done from there.
  await arrivesAt('template')
  await press(window, 'template', 'approve')
  await arrivesAt('stack')
  await press(window, 'stack', 'create')
  await arrivesAt('registration')
  expect(focused.map((step) => STEP_IDS.findIndex((id) => id === step) + 1)).toEqual([
    2, 3, 5, 6, 7,
  ])
  expect((await announced()).join('; ')).toMatch(/Step 4, [^;]*: Done/)
})

test('a kept sign-in that is slow to prove itself keeps the window until it has', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await first.close()

  slow(scene)
  const { window } = await scene.start()
  const shown = await recordShown(window)
  await reaches(window, 'cost-report', 'todo')
  await expect(panel(window, 'cost-report')).toBeVisible()
  expect((await shown()).filter((step) => step !== 'plan')).toEqual(['sign-in', 'cost-report'])
})

test('another account: the window goes through what is read anew, and over nothing', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await line(window, 'cost-report').click()
  await press(window, 'cost-report', 'reuse')
  await reaches(window, 'bucket', 'done')
  await expect(panel(window, 'template')).toBeVisible()

  slow(scene)
  await line(window, 'sign-in').click()
  const shown = await recordShown(window)
  await press(window, 'sign-in', 'other-account')
  const choose = button(window, 'sign-in', 'choose-account')
  await choose.filter({ hasText: scene.scenario.signIn.accountId }).click()
  const role = button(window, 'sign-in', 'choose-role')
  await role.filter({ hasText: scene.scenario.signIn.permissionSet }).click()
  await expect.poll(async () => (await shown()).at(-1)).toBe('template')
  // What is proven by one and the same answer is one change: the window does not stop at each of it.
  const passed = ['sign-in', 'cost-report', 'bucket', 'template']
  const seen = await shown()
  expect(seen[0]).toBe('sign-in')
  expect(seen).toEqual(passed.filter((step) => seen.includes(step)))
})
