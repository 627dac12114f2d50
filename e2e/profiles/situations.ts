import path from 'node:path'
import type { App } from '../journeys/fixture.ts'
import { saveTo } from '../journeys/files.ts'
import { speak } from '../journeys/language.ts'
import {
  approveTemplate,
  askMsp,
  choosePlan,
  createStack,
  enterMspAnswer,
  requestFromSupport,
  sendToSpot,
  settleReport,
  signIn,
  untilRegistration,
} from '../journeys/steps.ts'
import { fill, open, panel, press, reaches } from '../journeys/window.ts'
import {
  issueCredentials,
  secondPayer,
  secondStartUrl,
  type Scenario,
  type ScenarioId,
  type Simulator,
} from '../simulator/index.ts'

const DECADE = 10 * 365 * 24 * 3600

/** What a situation is played in. */
type Scene = {
  readonly app: App
  readonly scenario: Scenario
  readonly simulator: Simulator
  readonly profile: string
}

/** A profile as a person may leave it behind: where it begins, and how they came there. */
export type Situation = {
  readonly id: string
  readonly scenario: ScenarioId
  readonly stackSeconds?: number
  readonly deliverySeconds?: number
  readonly play: (scene: Scene) => Promise<void>
}

async function connectionMenu({ app: { window } }: Scene, action: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator(`[data-panel="connections"] button[data-action="${action}"]`).click()
}

/** Takes back everything that the app created, signed in anew for it. */
async function disconnect(scene: Scene): Promise<void> {
  const { window } = scene.app
  const dialog = window.locator('[data-panel="disconnect"]')
  await connectionMenu(scene, 'disconnect')
  await dialog.locator('button[data-action="reopen"]').click()
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  await connectionMenu(scene, 'disconnect')
  for (const id of ['stack', 'report', 'bucket']) {
    const item = dialog.locator(`[data-item="${id}"]`)
    // Its box is there once it is known what there is to remove.
    await dialog.locator(`[data-item="${id}"][data-state="there"]`).waitFor()
    for (const box of await item.getByRole('checkbox').all()) await box.check()
    await item.locator('button[data-action="remove"]').click()
    await dialog.locator(`[data-item="${id}"][data-state="removed"]`).waitFor()
  }
  await dialog.locator('button[data-action="close"]').last().click()
  await window.locator('[data-panel="disconnected"]').waitFor()
}

async function pasteKeys({ app: { window }, simulator, scenario }: Scene): Promise<void> {
  const keys = issueCredentials(simulator.world, {
    accountId: scenario.signIn.accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: Date.now() + 3_600_000,
  })
  const block = [
    `export AWS_ACCESS_KEY_ID="${keys.accessKeyId}"`,
    `export AWS_SECRET_ACCESS_KEY="${keys.secretAccessKey}"`,
    `export AWS_SESSION_TOKEN="${keys.sessionToken}"`,
  ].join('\n')
  await reaches(window, 'sign-in', 'todo')
  await (await open(window, 'sign-in')).locator('input[type="radio"][value="keys"]').check()
  await panel(window, 'sign-in').getByLabel('Keys as you copied them').fill(block)
  await press(window, 'sign-in', 'use-keys')
  await reaches(window, 'sign-in', 'done')
}

async function tellByHand({ app: { window }, scenario }: Scene): Promise<void> {
  const { accountId } = scenario.signIn
  await press(window, 'sign-in', 'by-hand')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS account ID', accountId)
  await press(window, 'sign-in', 'by-hand-account')
  await reaches(window, 'cost-report', 'todo')
  await fill(window, 'cost-report', 'S3 bucket of the report', `northwind-cur-${accountId}`)
  await fill(window, 'cost-report', 'S3 path prefix', 'cur')
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'bucket', 'pending')
  const roleArn = `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`
  await reaches(window, 'stack', 'todo')
  await fill(window, 'stack', 'Role ARN', roleArn)
  await press(window, 'stack', 'use-role')
  await reaches(window, 'stack', 'pending')
}

/** Every situation of which a profile is kept. The words after the id say how it was left. */
export const situations: readonly Situation[] = [
  {
    id: 'signed-in',
    scenario: 'fresh',
    async play({ app: { window }, scenario }) {
      await choosePlan(window, 'us')
      await signIn(window, scenario)
      await reaches(window, 'cost-report', 'todo')
    },
  },
  {
    // Closed while AWS is at work, before it has made anything.
    id: 'stack-being-created',
    scenario: 'report-fits',
    stackSeconds: 3600,
    async play({ app: { window }, scenario }) {
      await choosePlan(window, 'us')
      await approveTemplate(window)
      await signIn(window, scenario)
      await settleReport(window)
      await createStack(window)
      await reaches(window, 'stack', 'pending')
    },
  },
  {
    id: 'waiting-for-delivery',
    scenario: 'fresh',
    deliverySeconds: DECADE,
    async play({ app: { window }, scenario }) {
      await untilRegistration(window, scenario)
      await reaches(window, 'bucket', 'pending')
    },
  },
  {
    id: 'registered',
    scenario: 'fresh',
    async play({ app: { window }, scenario }) {
      await untilRegistration(window, scenario)
      await sendToSpot(window)
    },
  },
  {
    id: 'disconnected',
    scenario: 'fresh',
    deliverySeconds: 1,
    async play(scene) {
      const { window } = scene.app
      await untilRegistration(window, scene.scenario)
      await sendToSpot(window)
      await disconnect(scene)
    },
  },
  {
    id: 'two-connections',
    scenario: 'two-payers',
    async play(scene) {
      const { window } = scene.app
      const { signIn: first } = scene.scenario
      await choosePlan(window, 'us')
      await signIn(window, scene.scenario)
      await connectionMenu(scene, 'rename')
      await window.getByLabel('Name of the connection').fill('Northwind Europe')
      await window.locator('[data-panel="rename"] button[data-action="rename"]').click()
      await connectionMenu(scene, 'add')
      await choosePlan(window, 'us')
      const second = { ...first, startUrl: secondStartUrl, accountId: secondPayer }
      await signIn(window, { ...scene.scenario, signIn: second })
      await approveTemplate(window)
      // A language that was chosen is kept; tests of this profile read English.
      await speak(window, 'de')
      await speak(window, 'en')
    },
  },
  {
    id: 'pasted-keys',
    scenario: 'report-fits',
    async play(scene) {
      await choosePlan(scene.app.window, 'us')
      await approveTemplate(scene.app.window)
      await pasteKeys(scene)
      await settleReport(scene.app.window)
    },
  },
  {
    id: 'msp-asked-support',
    scenario: 'msp',
    async play({ app: { window }, scenario }) {
      await choosePlan(window, 'msp')
      await approveTemplate(window)
      await signIn(window, scenario)
      await askMsp(window)
      await enterMspAnswer(window)
      await createStack(window)
      await reaches(window, 'stack', 'done')
      await requestFromSupport(window)
    },
  },
  {
    id: 'handed-over',
    scenario: 'limited-operator',
    async play({ app, scenario, profile }) {
      const { window } = app
      await choosePlan(window, 'us')
      await approveTemplate(window)
      await signIn(window, scenario)
      await reaches(window, 'cost-report', 'todo')
      await saveTo(app.app, path.join(profile, 'request.html'))
      await press(window, 'cost-report', 'hand-over')
      await reaches(window, 'cost-report', 'pending')
    },
  },
  {
    id: 'by-hand',
    scenario: 'role-exists',
    async play(scene) {
      await choosePlan(scene.app.window, 'us')
      await approveTemplate(scene.app.window)
      await tellByHand(scene)
    },
  },
]
