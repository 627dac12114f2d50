import { randomBytes } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { StepId } from '../electron/contract/steps.ts'
import { type App, expect, filesWith, type Stage, test } from './journeys/fixture.ts'
import { chooseWay, inLines, keysOf } from './journeys/keys.ts'
import { answered, connectionIn, keychainHolds, watchSecrets } from './journeys/evidence.ts'
import { saveTo, takePaper } from './journeys/files.ts'
import { clipboardText, foundIn, foundInHeap, screenText, traceIpc } from './journeys/leaks.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  enterMspAnswer,
  requestFromSupport,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { button, fill, line, open, panel, press, reaches } from './journeys/window.ts'
import { consoleBrowser, SPOT_DEMO_TOKEN, type RoleCredentials } from './simulator/index.ts'

/** Everything that can be searched while and after a journey runs. */
type Search = {
  readonly app: App
  readonly secrets: () => string[]
  readonly spotToken: string
  /** From now on this is looked for as well. */
  readonly plant: (secret: string) => void
  /** Remembers what the screen shows; takes the name for the message of a failure. */
  readonly look: (name: string) => Promise<void>
  /** Asserts that nothing has come out so far, and ends the app. */
  readonly end: (how?: 'killed') => Promise<void>
}

/** How every private key of the curve P-256 begins as text: PKCS #8 in base64, before what is secret in it. */
const PROOF_KEY = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg'

/** A journey under watch: a Spot token of its own, and everything the simulator issues. */
async function watched(scene: Stage, env: Record<string, string> = {}): Promise<Search> {
  const { simulator } = scene
  const issued = watchSecrets(simulator)
  const { spot } = simulator.world
  const spotToken = randomBytes(32).toString('hex')
  spot.tokens.set(spotToken, spot.tokens.get(SPOT_DEMO_TOKEN) ?? [])
  spot.tokens.delete(SPOT_DEMO_TOKEN)
  const planted = [spotToken, PROOF_KEY]
  const secrets = (): string[] => [...issued(), ...planted]
  const app = await scene.start({ env })
  const trace = await traceIpc(app.app)
  const screens: { readonly name: string; readonly text: string }[] = []
  const look = async (name: string): Promise<void> => {
    screens.push({ name, text: await screenText(app.window) })
  }
  return {
    app,
    secrets,
    spotToken,
    plant: (secret) => void planted.push(secret),
    look,
    async end(how) {
      await look('the end')
      const known = secrets()
      const { accountId } = scene.scenario.signIn
      expect(await foundInHeap(app.window, [...known, accountId])).toEqual([accountId])
      const traced = await trace()
      expect(foundIn(traced, [...known, accountId]), 'sent to the page').toEqual([accountId])
      for (const { name, text } of screens) expect(foundIn(text, known), name).toEqual([])
      expect(foundIn(await clipboardText(app.app), known), 'clipboard').toEqual([])
      await (how === 'killed' ? app.kill() : app.close())
      expect(foundIn(app.output(), known), 'stdout and stderr').toEqual([])
      expect(
        await filesWith(
          scene.profile,
          known.map((one) => one.slice(0, 24)),
        ),
      ).toEqual([])
    },
  }
}

/** Has somebody else asked to do a step, if the app offers it, and takes it back. */
async function handOverAndBack({ app, look }: Search, profile: string, step: StepId) {
  const { window } = app
  await open(window, step)
  if (!(await button(window, step, 'hand-over').isVisible())) return
  await saveTo(app.app, path.join(profile, `hand-over-${step}.html`))
  await press(window, step, 'hand-over')
  await reaches(window, step, 'pending')
  await look(`${step} handed over`)
  await press(window, step, 'take-back')
  await reaches(window, step, 'todo')
}

async function register({ app, spotToken, look }: Search): Promise<void> {
  const { window } = app
  await reaches(window, 'registration', 'todo', 'failed')
  await fill(window, 'registration', 'Spot API token', spotToken)
  await press(window, 'registration', 'connect')
  await button(window, 'registration', 'send').first().waitFor()
  await look('token accepted')
  await press(window, 'registration', 'send')
}

/** The page of the record is made and would be opened. */
async function makeRecordPage({ app }: Search): Promise<void> {
  await app.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await takePaper(app.window, 'calls', 'open')
}

test('in the browser, with somebody else asked at every step, until registered', async ({
  stage,
}) => {
  test.slow()
  const scene = await stage('fresh')
  const search = await watched(scene)
  const { app, look } = search
  const { window } = app
  await choosePlan(window, 'us', look)
  await approveTemplate(window, look)
  await signIn(window, scene.scenario, { look })
  expect(search.secrets().length).toBeGreaterThan(5)
  const connection = await connectionIn(scene.profile)
  expect(await keychainHolds(scene.keyring, connection)).toBe(true)
  await reaches(window, 'cost-report', 'todo')
  await handOverAndBack(search, scene.profile, 'cost-report')
  await settleReport(window, look)
  await handOverAndBack(search, scene.profile, 'stack')
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  await handOverAndBack(search, scene.profile, 'registration')
  await register(search)
  await reaches(window, 'registration', 'done')
  await look('registered')
  await makeRecordPage(search)
  const folder = path.join(scene.profile, 'connections', connection)
  await expect.poll(() => readdir(folder)).toContain('record-of-calls.html')
  await search.end()
  expect(await keychainHolds(scene.keyring, connection)).toBe(false)
  expect(await readdir(folder)).not.toContain('vault.bin')
  const handedOver = (await readdir(scene.profile)).filter((name) => name.startsWith('hand-over-'))
  expect(handedOver.length).toBeGreaterThan(1)
})

test('while signed in, the saved sign-in is sealed and nowhere else', async ({ stage }) => {
  const scene = await stage('report-fits')
  const search = await watched(scene)
  await choosePlan(search.app.window, 'us', search.look)
  await signIn(search.app.window, scene.scenario, { look: search.look })
  await reaches(search.app.window, 'cost-report', 'todo')
  await search.end()
  const folder = path.join(scene.profile, 'connections', await connectionIn(scene.profile))
  expect(await readdir(folder)).toContain('vault.bin')
})

async function way({ app }: Search, value: 'keys' | 'profile'): Promise<void> {
  await reaches(app.window, 'sign-in', 'todo', 'failed')
  const form = await open(app.window, 'sign-in')
  await form.locator(`input[type="radio"][value="${value}"]`).check()
}
async function paste(search: Search, keys: RoleCredentials): Promise<void> {
  await way(search, 'keys')
  const { window } = search.app
  await panel(window, 'sign-in').getByLabel('Keys as you copied them').fill(inLines(keys))
  await press(window, 'sign-in', 'use-keys')
}

test('with pasted keys, refused ones and good ones', async ({ stage }) => {
  const scene = await stage('report-fits')
  const search = await watched(scene)
  const { app, look } = search
  await choosePlan(app.window, 'us')
  const refused = keysOf(scene)
  scene.simulator.world.sso.roleCredentials.delete(refused.accessKeyId)
  await paste(search, refused)
  await expect.poll(() => answered(scene.simulator, 'GetCallerIdentity')).toBe(1)
  await reaches(app.window, 'sign-in', 'todo', 'failed')
  await look('refused keys')
  await paste(search, keysOf(scene))
  await reaches(app.window, 'sign-in', 'done')
  await look('keys taken')
  await settleReport(app.window, look)
  await search.end()
})

test('with a profile of the AWS CLI', async ({ stage }) => {
  const scene = await stage('report-fits')
  const folder = test.info().outputPath('aws')
  await mkdir(folder, { recursive: true })
  const search = await watched(scene, { ECO_CONNECT_AWS_FOLDER: folder })
  const keys = keysOf(scene)
  const credentials = [
    '[finance]',
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
    `aws_session_token = ${keys.sessionToken}`,
  ].join('\n')
  await writeFile(path.join(folder, 'credentials'), credentials)
  const { window } = search.app
  await choosePlan(window, 'us')
  await way(search, 'profile')
  await press(window, 'sign-in', 'look-for-profiles')
  await search.look('profiles')
  await button(window, 'sign-in', 'use-profile').filter({ hasText: 'finance' }).click()
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
  await search.end()
})

test('with a device code and no keychain, by a request to Support', async ({ stage }) => {
  const scene = await stage('msp', { keyring: 'missing' })
  const search = await watched(scene)
  const { app, look } = search
  const { window } = app
  await choosePlan(window, 'msp')
  await approveTemplate(window)
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
  await look('no keychain')
  await window.locator('[data-step="vault"] button[data-action="session-only"]').click()
  await reaches(window, 'sign-in', 'todo', 'done')
  if ((await line(window, 'sign-in').getAttribute('data-status')) === 'todo')
    await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  await signIn(window, scene.scenario, { look, method: 'device' })
  await enterMspAnswer(window, look)
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  await requestFromSupport(window, look)
  await search.end()
})

/** Has the window write its details for support, and looks at them. */
async function supportDetails({ app, look }: Search): Promise<void> {
  const { window } = app
  await app.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items ?? []
    const all = items.flatMap(({ submenu }) => submenu?.items ?? [])
    all.find(({ label }) => label.startsWith('Copy Details'))?.click()
  })
  const details = window.locator('[data-panel="help"]')
  await details.locator('button[data-action="show-details"]').click()
  await expect(details.locator('.request-text pre')).toContainText('CreateOAuth2Token')
  await details.locator('button[data-action="copy-details"]').click()
  await expect(details.locator('.copy-said')).toHaveText('Copied')
  await look('details for support')
  await window.keyboard.press('Escape')
}

test('as in the AWS console, with renewals, until registered', async ({ stage }) => {
  test.slow()
  const scene = await stage('console-sign-in', { stackSeconds: 8 })
  scene.simulator.world.signin.lifetimes.credentialSeconds = 6
  const search = await watched(scene)
  const { app, look } = search
  const { window } = app
  await choosePlan(window, 'us', look)
  await approveTemplate(window, look)
  await signIn(window, scene.scenario, { look })
  const connection = await connectionIn(scene.profile)
  expect(await keychainHolds(scene.keyring, connection)).toBe(true)
  await settleReport(window, look)
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  expect(answered(scene.simulator, 'CreateOAuth2Token')).toBeGreaterThan(1)
  await supportDetails(search)
  await register(search)
  await reaches(window, 'registration', 'done')
  await look('registered')
  await makeRecordPage(search)
  const folder = path.join(scene.profile, 'connections', connection)
  await expect.poll(() => readdir(folder)).toContain('record-of-calls.html')
  await search.end()
  expect(await keychainHolds(scene.keyring, connection)).toBe(false)
  expect(await readdir(folder)).not.toContain('vault.bin')
})

test('as in the AWS console, on another device, killed while signed in', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  const search = await watched(scene)
  const { app, look } = search
  const { window } = app
  await choosePlan(window, 'us')
  await chooseWay(window, 'console')
  await button(window, 'sign-in', 'start-elsewhere').click()
  await app.app.evaluate(({ clipboard }) => clipboard.writeText(''))
  await button(window, 'sign-in', 'copy-link').click()
  await expect.poll(() => clipboardText(app.app)).toContain('http')
  const code = await consoleBrowser(scene.simulator).codeFrom(await clipboardText(app.app))
  search.plant(code ?? '')
  const field = panel(window, 'sign-in').getByLabel('Code from AWS’s page')
  await field.fill(code ?? '')
  await failing(
    scene,
    search,
    { service: 'signin', operation: 'CreateOAuth2Token', code: 'ValidationException' },
    () => button(window, 'sign-in', 'enter-code').click(),
    'sign-in',
  )
  await chooseWay(window, 'console')
  await button(window, 'sign-in', 'start-console').click()
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
  await look('signed in')
  scene.simulator.violations.length = 0
  await search.end('killed')
})

/** Fails once a call with an error that repeats the whole request, and shows what is told of it. */
async function failing(
  scene: Stage,
  { app, look }: Search,
  where: { readonly service: string; readonly operation: string; readonly code?: string },
  act: () => Promise<void>,
  step: StepId,
): Promise<void> {
  const { code = 'AccessDeniedException', service, operation } = where
  const lift = scene.simulator.inject({ kind: 'echo', service, operation, code, status: 403 })
  const before = answered(scene.simulator, operation)
  await act()
  // The step may still show how the call before this one failed.
  await expect.poll(() => answered(scene.simulator, operation)).toBeGreaterThan(before)
  await reaches(app.window, step, 'failed')
  await open(app.window, step)
  await panel(app.window, step)
    .locator('[aria-expanded="false"]')
    .evaluateAll((folded) => folded.forEach((one) => one instanceof HTMLElement && one.click()))
  // The message did come back, and what it repeats of the request is shown.
  await expect(panel(app.window, step)).toContainText('Cannot process')
  await look(`${service}:${operation} failed`)
  lift()
}

test('when AWS and Spot repeat in their errors what they were sent', async ({ stage }) => {
  test.slow()
  const scene = await stage('report-fits')
  const search = await watched(scene)
  const { app, look } = search
  const { window } = app
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  const startSignIn = (): Promise<void> => press(window, 'sign-in', 'start')
  for (const operation of ['RegisterClient', 'CreateToken'])
    await failing(scene, search, { service: 'sso-oidc', operation }, startSignIn, 'sign-in')
  await failing(
    scene,
    search,
    { service: 'sso', operation: 'ListAccounts' },
    startSignIn,
    'sign-in',
  )
  await press(window, 'sign-in', 'check')
  await reaches(window, 'sign-in', 'todo')
  await button(window, 'sign-in', 'choose-account').filter({ hasText: '418207315602' }).click()
  await failing(
    scene,
    search,
    { service: 'sso', operation: 'GetRoleCredentials', code: 'InvalidRequestException' },
    () =>
      button(window, 'sign-in', 'choose-role').filter({ hasText: 'Administrator' }).first().click(),
    'sign-in',
  )
  await press(window, 'sign-in', 'check')
  await reaches(window, 'sign-in', 'done')
  const expired = { service: 'cur', operation: 'DescribeReportDefinitions', code: 'InvalidToken' }
  await reaches(window, 'cost-report', 'todo')
  await failing(scene, search, expired, () => press(window, 'cost-report', 'reuse'), 'cost-report')
  await press(window, 'cost-report', 'check')
  await settleReport(window, look)
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  await failing(
    scene,
    search,
    { service: 'spot', operation: 'SetCredentials' },
    () => register(search),
    'registration',
  )
  await expect(panel(window, 'registration')).toContainText('Bearer [hidden]')
  const told = scene.simulator.inject({
    kind: 'echo',
    service: 'sso',
    operation: 'Logout',
    code: 'InvalidRequestException',
    status: 400,
  })
  await open(window, 'registration')
  await press(window, 'registration', 'confirm-done')
  await reaches(window, 'registration', 'done')
  const wipe = window.locator('button[data-action="wipe"]').first()
  await wipe.waitFor()
  await look('AWS could not be told')
  told()
  await wipe.click()
  await expect(wipe).toHaveCount(0)
  scene.simulator.violations.length = 0
  await search.end()
})
