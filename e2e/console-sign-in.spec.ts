/** Signing in as to the AWS console, for companies without an access portal. */
import type { Page } from 'playwright'
import { connectionIn, keychainHolds } from './journeys/evidence.ts'
import { expect, filesWith, test, type App, type Stage } from './journeys/fixture.ts'
import { chooseWay } from './journeys/keys.ts'
import { pictured } from './journeys/pictured.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
} from './journeys/steps.ts'
import { button, line, open, panel, press, reaches } from './journeys/window.ts'
import { consoleBrowser } from './simulator/index.ts'

const PAYER = '418207315602'

/** Takes the way in, and leaves AWS's page to the browser's stand-in. */
async function signInAtConsole(window: Page): Promise<void> {
  await chooseWay(window, 'console')
  await button(window, 'sign-in', 'start-console').click()
}

async function started(scene: Stage, env: Record<string, string> = {}): Promise<App> {
  const app = await scene.start({ env })
  await choosePlan(app.window, 'us')
  return app
}

const exchanges = ({ simulator }: Stage): number =>
  simulator.requests.filter(({ operation }) => operation === 'CreateOAuth2Token').length

/** The link of the sign-in that waits, as the person copies it. */
async function copiedLink({ app, window }: App): Promise<string> {
  await app.evaluate(({ clipboard }) => clipboard.writeText(''))
  await button(window, 'sign-in', 'copy-link').click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('http')
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

/** Presses “Continue” on the page of a link; resolves where AWS sends the browser then. */
async function allowed(link: string): Promise<string> {
  const { origin, searchParams } = new URL(link)
  const body = new URLSearchParams(searchParams)
  body.set('decision', 'allow')
  const answer = await fetch(`${origin}/v1/authorize`, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

test('an IAM user signs in, creates the role with renewed credentials, and leaves nothing here', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in', { stackSeconds: 8 })
  const { signin } = scene.simulator.world
  // A kind of token that AWS has no way to end.
  signin.refreshTokenPrefix = 'aor'
  const app = await started(scene)
  const { window } = app
  await chooseWay(window, 'console')
  const form = panel(window, 'sign-in')
  for (const said of ['AWS developer tools', 'not Eco Connect', '12 hours', 'Never your password'])
    await expect(form).toContainText(said)
  await pictured(window, 'before-the-browser')
  signin.lifetimes.credentialSeconds = 6
  await button(window, 'sign-in', 'start-console').click()
  await reaches(window, 'sign-in', 'done')
  const proof = await open(window, 'sign-in')
  for (const said of [PAYER, 'dana.levi', 'As in the AWS console'])
    await expect(proof).toContainText(said)
  await pictured(window, 'signed-in')

  await approveTemplate(window)
  await settleReport(window)
  const before = exchanges(scene)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  expect(exchanges(scene)).toBeGreaterThan(before)

  const connection = await connectionIn(scene.profile)
  expect(await keychainHolds(scene.keyring, connection)).toBe(true)
  await sendToSpot(window)
  await expect(window.locator('[data-wipe="wiped"]')).toContainText('not ended at AWS')
  await pictured(window, 'wiped')
  expect(await keychainHolds(scene.keyring, connection)).toBe(false)
  const page = await window.content()
  await app.close()
  const secrets = [...signin.sessions].flatMap(({ refreshTokens }) => [...refreshTokens.keys()])
  const issued = [...scene.simulator.world.sso.roleCredentials.values()].flatMap((one) => [
    one.secretAccessKey,
    one.sessionToken,
  ])
  const all = [...secrets, ...issued, 'PRIVATE KEY']
  expect(await filesWith(scene.profile, all)).toEqual([])
  for (const secret of all) expect([page, app.output()].join('\n')).not.toContain(secret)
  // What AWS answered is not kept: a later start says no more than it knows.
  const { window: later } = await scene.start()
  await expect(later.locator('[data-wipe="wiped"]')).toContainText('If AWS did not confirm')
  expect(scene.simulator.violations).toEqual([])
})

test('a federated role is found again after a restart, sealed, and nobody has to sign in', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in')
  consoleBrowser(scene.simulator).as('federated')
  const first = await started(scene)
  await signInAtConsole(first.window)
  await reaches(first.window, 'sign-in', 'done')
  await expect(await open(first.window, 'sign-in')).toContainText('FinanceAdministrator')
  await first.close()
  const [session] = scene.simulator.world.signin.sessions
  expect(await filesWith(scene.profile, [...(session?.refreshTokens.keys() ?? [])])).toEqual([])

  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
  expect(exchanges(scene)).toBe(1)
})

test('the root user is advised against, and goes on only by saying so', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  consoleBrowser(scene.simulator).as('root')
  const { window } = await started(scene)
  await signInAtConsole(window)
  await window.locator('[data-panel="root"]').waitFor()
  await expect(panel(window, 'sign-in')).toContainText('signed in as the root user')
  await pictured(window, 'root')
  await expect(line(window, 'cost-report')).toHaveAttribute('data-status', 'waiting')
  await press(window, 'sign-in', 'accept-root')
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText('root user')
})

test('a member account is refused, and the account that pays is named', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  scene.simulator.world.signin.refreshTokenPrefix = 'aor'
  consoleBrowser(scene.simulator).as('member-user')
  const { window } = await started(scene)
  await signInAtConsole(window)
  await reaches(window, 'sign-in', 'failed')
  await expect(await open(window, 'sign-in')).toContainText(PAYER)
  await pictured(window, 'member')
  consoleBrowser(scene.simulator).as('iam-user')
  await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  await expect(panel(window, 'sign-in')).toContainText('It is not ended at AWS')
  await button(window, 'sign-in', 'start-console').click()
  await reaches(window, 'sign-in', 'done')
})

test('denied in the browser is told, and the next attempt works', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  const browser = consoleBrowser(scene.simulator)
  browser.denies()
  const { window } = await started(scene)
  await signInAtConsole(window)
  await expect(panel(window, 'sign-in')).toContainText('refused on AWS’s page')
  await pictured(window, 'denied')
  browser.as('iam-user')
  await press(window, 'sign-in', 'start-console')
  await reaches(window, 'sign-in', 'done')
})

test('whoever lacks the permission reads which two to ask for, and is offered the other ways', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in')
  const { window } = await started(scene)
  const lift = scene.simulator.inject({
    kind: 'error',
    service: 'signin',
    operation: 'CreateOAuth2Token',
    code: 'AccessDeniedException',
    message: 'not authorized',
    status: 403,
    details: { error: 'INSUFFICIENT_PERMISSIONS' },
  })
  await signInAtConsole(window)
  for (const said of [
    'signin:AuthorizeOAuth2Access',
    'signin:CreateOAuth2Token',
    'SignInLocalDevelopmentAccess',
    'service control policy',
  ])
    await expect(panel(window, 'sign-in')).toContainText(said)
  await pictured(window, 'not-allowed')
  await expect(panel(window, 'sign-in').locator('input[type="radio"]')).toHaveCount(4)
  lift()
})

test('a code that was used, and a forged callback, sign nobody in', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  const app = await started(scene, { ECO_SIMULATOR_BROWSER: 'ignore' })
  const { window } = app
  await signInAtConsole(window)
  await button(window, 'sign-in', 'copy-link').waitFor()
  await pictured(window, 'waiting-for-the-browser')
  const link = await copiedLink(app)
  const callback = new URL(link).searchParams.get('redirect_uri') ?? ''
  const forged = await fetch(`${callback}?code=somebody-elses&state=guessed`)
  expect(forged.status).toBe(400)
  expect(exchanges(scene)).toBe(0)
  const back = await allowed(link)
  scene.simulator.world.signin.codes.clear()
  await fetch(back)
  await expect(panel(window, 'sign-in')).toContainText('does not accept this sign-in any more')
  expect(exchanges(scene)).toBe(1)
  await press(window, 'sign-in', 'start-console')
  await button(window, 'sign-in', 'copy-link').waitFor()
  await fetch(await allowed(await copiedLink(app)))
  await reaches(window, 'sign-in', 'done')
})

test('a sign-in that ends midway is told in place, and gone on with after signing in again', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in')
  const { window } = await started(scene)
  await approveTemplate(window)
  await signInAtConsole(window)
  await settleReport(window)
  await reaches(window, 'stack', 'todo')
  scene.simulator.world.signin.endSignIns()
  scene.simulator.world.sso.expireRoleCredentials()
  await press(window, 'stack', 'create')
  await reaches(window, 'sign-in', 'failed')
  await expect(await open(window, 'sign-in')).toContainText('Your sign-in to AWS has ended')
  await pictured(window, 'ended')
  await button(window, 'sign-in', 'sign-in-again').click()
  await reaches(window, 'stack', 'done')
})

test('a connection that is taken back says until when the sign-in goes on at AWS', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in')
  scene.simulator.world.signin.refreshTokenPrefix = 'aor'
  const { window } = await started(scene)
  await approveTemplate(window)
  await signInAtConsole(window)
  await settleReport(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="disconnect"]').click()
  const dialog = window.locator('[data-panel="disconnect"]')
  for (const id of ['stack', 'report', 'bucket']) {
    const item = dialog.locator(`[data-item="${id}"]`)
    await expect(item).toHaveAttribute('data-state', 'there')
    for (const box of await item.getByRole('checkbox').all()) await box.check()
    await item.locator('button[data-action="remove"]').click()
    await expect(item).toHaveAttribute('data-state', 'removed')
  }
  await dialog.locator('button[data-action="close"]').last().click()
  const end = window.locator('[data-panel="disconnected"]')
  await expect(end.locator('[data-goes-on]')).toContainText('It is not ended at AWS')
  await pictured(window, 'taken-back')
})

test('the browser of another device shows a code that is pasted here', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  const app = await started(scene)
  const { window } = app
  await chooseWay(window, 'console')
  await button(window, 'sign-in', 'start-elsewhere').click()
  const field = panel(window, 'sign-in').getByLabel('Code from AWS’s page')
  await field.fill('what is this')
  await pictured(window, 'code')
  await button(window, 'sign-in', 'enter-code').click()
  await expect(panel(window, 'sign-in')).toContainText('not the code that AWS’s page shows')
  const theirs = Buffer.from('state=of-another&code=theirs').toString('base64')
  await field.fill(theirs)
  await button(window, 'sign-in', 'enter-code').click()
  await expect(panel(window, 'sign-in')).toContainText('belongs to another sign-in')
  expect(exchanges(scene)).toBe(0)
  const code = await consoleBrowser(scene.simulator).codeFrom(await copiedLink(app))
  await field.fill(code ?? '')
  await button(window, 'sign-in', 'enter-code').click()
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText('dana.levi')
})

test('whoever enters an address of the console is led to this way', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  const { window } = await started(scene)
  await reaches(window, 'sign-in', 'todo')
  await pictured(window, 'ways')
  const form = await open(window, 'sign-in')
  await form
    .getByLabel('AWS access portal URL', { exact: true })
    .fill('https://418207315602.signin.aws.amazon.com/console')
  await press(window, 'sign-in', 'start')
  await button(window, 'sign-in', 'no-portal').click()
  await button(window, 'sign-in', 'start-console').click()
  await reaches(window, 'sign-in', 'done')
})

test('removed from this computer, and told until when it goes on at AWS', async ({ stage }) => {
  const scene = await stage('console-sign-in')
  // A kind of token that AWS has no way to end.
  scene.simulator.world.signin.refreshTokenPrefix = 'aor'
  const app = await started(scene)
  const { window } = app
  await signInAtConsole(window)
  await reaches(window, 'sign-in', 'done')
  await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  await expect(panel(window, 'sign-in')).toContainText(
    'It is not ended at AWS: it ends there by itself',
  )
  await button(window, 'sign-in', 'start-console').click()
  await reaches(window, 'sign-in', 'done')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="erase"]').click()
  const dialog = window.locator('[data-panel="erasure"]')
  await expect(dialog).toContainText('may go on at AWS all the same, for up to 12 hours')
  await dialog.getByLabel('To confirm, type the word “remove”').fill('remove')
  await dialog.locator('button[data-action="start"]').click()
  const page = window.locator('[data-panel="erased"][data-erasure="ended"]')
  await page.waitFor()
  await expect(page).toContainText('Everything was removed from this computer')
  await expect(page.locator('[data-kept="connection"][data-state="removed"]')).toContainText(
    /goes on at AWS until \d{1,2}:\d\d.* on .+ at the latest/,
  )
  await expect(page.locator('button[data-action="again"]')).toHaveCount(0)
  await pictured(window, 'removed-from-this-computer')
})

test('a connection that is removed from the list says until when its sign-in goes on at AWS', async ({
  stage,
}) => {
  const scene = await stage('console-sign-in')
  scene.simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    service: 'signin',
    operation: 'RevokeOAuth2TokenWithIAM',
  })
  const { window } = await started(scene)
  await signInAtConsole(window)
  await reaches(window, 'sign-in', 'done')
  // Whoever is signed in is led to sign out first.
  await press(window, 'sign-in', 'sign-out')
  await reaches(window, 'sign-in', 'todo')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="remove"]').click()
  const dialog = window.locator('[data-panel="remove"]')
  await dialog.getByRole('checkbox').check()
  await dialog.locator('button[data-action="remove"]').click()
  await expect(window.locator('main')).toContainText('goes on at AWS until')
  await pictured(window, 'connection-removed')
})
