import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
import { saveTo } from './journeys/files.ts'
import {
  approveTemplate,
  askMsp,
  choosePlan,
  createStack,
  enterMspAnswer,
  MSP_BUCKET,
  requestFromSupport,
  signIn,
} from './journeys/steps.ts'
import { button, fill, line, open, panel, press, reaches } from './journeys/window.ts'
import { addColleaguesStack } from './simulator/index.ts'
import type { StepId } from '../electron/contract/steps.ts'

const copied = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText())

/** The drafts that were opened in the mail program, as they read; '' while there is none. */
async function draftsIn(mail: string): Promise<string> {
  const links = await readFile(mail, 'utf8').catch(() => '')
  return decodeURIComponent(links).replaceAll('\r\n', '\n')
}

/** The button cannot be pressed, and says beside it why. */
async function expectOff(window: Page, step: StepId, action: string, why: string): Promise<void> {
  await open(window, step)
  await expect(button(window, step, action)).toHaveAttribute('aria-disabled', 'true')
  await expect(panel(window, step)).toContainText(why)
}

/** Nothing in the window says that the account is registered, or looks like it. */
async function expectNotRegistered(window: Page): Promise<void> {
  await expect(window.locator('body')).not.toContainText('Registered')
  await expect(window.locator('body')).not.toContainText('is registered')
  await expect(line(window, 'registration')).not.toHaveAttribute('data-status', 'done')
  await expect(line(window, 'registration')).not.toContainText('Done')
}

const untilMsp = async (window: Page, scenario: Parameters<typeof signIn>[1]): Promise<void> => {
  await choosePlan(window, 'msp')
  await approveTemplate(window)
  await signIn(window, scenario)
}

test('an MSP’s customer asks the MSP, creates the role for its bucket, and waits for Spot Support', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const first = await scene.start()
  const { accountId } = scene.scenario.signIn
  await untilMsp(first.window, scene.scenario)
  await reaches(first.window, 'cost-report', 'todo')
  for (const step of ['bucket', 'stack', 'registration'] as const)
    await reaches(first.window, step, 'waiting')
  await expectOff(first.window, 'cost-report', 'confirm-request-sent', 'Copy the request')
  await askMsp(first.window)
  const request = await copied(first.app)
  for (const text of [
    'Hourly',
    'us-east-1',
    'Parquet',
    '8. ',
    accountId,
    'the prefix of the report',
  ])
    expect(request).toContain(text)
  await expect(line(first.window, 'cost-report')).toContainText('Waiting for your MSP')
  await first.close()

  const { app, window } = await scene.start()
  await reaches(window, 'cost-report', 'pending')
  const waiting = await open(window, 'cost-report')
  await expect(waiting).toContainText('Waiting for your MSP since')
  await fill(window, 'cost-report', 'Bucket of your MSP', 'No Bucket')
  await press(window, 'cost-report', 'answer')
  await expect(waiting.getByLabel('Bucket of your MSP')).toHaveAttribute('aria-invalid', 'true')
  await expect(waiting).toContainText('Waiting for your MSP since')
  await enterMspAnswer(window)
  await expect(await open(window, 'cost-report')).toContainText('Not verified')
  await expect(await open(window, 'bucket')).toContainText('in your MSP’s AWS account')
  await expect(line(window, 'bucket')).toContainText('With your MSP')
  await expect(panel(window, 'bucket')).not.toContainText('nothing to do')

  await reaches(window, 'stack', 'todo')
  const form = await open(window, 'stack')
  await expect(form).toContainText(MSP_BUCKET)
  await expect(form.getByLabel('Bucket name')).toHaveCount(0)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  const [stack] = scene.simulator.world.accounts.get(accountId)?.stacks ?? []
  expect(stack?.parameters).toMatchObject({ CostAndUsageBucket: MSP_BUCKET })

  await expectOff(window, 'registration', 'copy-request', 'Enter the Spot organization ID first')
  await expectOff(window, 'registration', 'confirm-request-sent', 'Copy the request')
  await requestFromSupport(window)
  const asked = await copied(app)
  for (const value of [
    `S3 bucket of the Cost and Usage Report: ${MSP_BUCKET}`,
    `Role ARN: arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`,
    `AWS account ID (customer): ${accountId}`,
    'AWS account number of the MSP: 562910847733',
    'CloudFormation stack name: SpotEcoConnect',
    'Report prefix: cur',
    'Spot organization ID: 606079870158',
  ])
    expect(asked).toContain(value)
  expect(asked).not.toMatch(/\((not|to be)/)
  await expect(await open(window, 'registration')).toContainText('Waiting for Spot Support since')
  await expectNotRegistered(window)
  await expect.poll(() => scene.simulator.world.sso.sessions.size).toBe(0)
})

test('the end of an MSP’s customer keeps the request, and what the person says stays unverified', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const first = await scene.start()
  await untilMsp(first.window, scene.scenario)
  await enterMspAnswer(first.window)
  await createStack(first.window)
  await reaches(first.window, 'stack', 'done')
  await requestFromSupport(first.window)
  const sent = await copied(first.app)
  await first.app.evaluate(({ clipboard }) => clipboard.clear())
  await first.close()

  const mail = path.join(scene.profile, 'mail')
  const { app, window } = await scene.start({ env: { ECO_SIMULATOR_MAIL: mail } })
  await reaches(window, 'registration', 'pending')
  await expect(window.locator('.checklist-count')).toHaveText('Waiting for Spot Support')
  await press(window, 'registration', 'copy-request')
  await expect(panel(window, 'registration')).toContainText('Copied')
  await expect.poll(() => copied(app)).toBe(sent)
  await press(window, 'registration', 'email-request')
  await expect.poll(() => draftsIn(mail)).toContain(sent)

  const summary = /(\/\S.*summary\.txt)/.exec(await panel(window, 'registration').innerText())?.[1]
  const text = await readFile(summary ?? '', 'utf8')
  for (const row of sent.split('\n')) expect(text).toContain(row)
  expect(text).not.toContain('Delete the report')
  expect(text).not.toContain('Registered')

  await press(window, 'registration', 'confirm-connected')
  await expect(panel(window, 'registration')).toContainText('Confirmed by you')
  await expect(panel(window, 'registration')).toContainText('Not verified')
  await expect(line(window, 'registration')).toContainText('Confirmed by you, not verified')
  await expectNotRegistered(window)
  await press(window, 'registration', 'not-connected')
  await expect(panel(window, 'registration')).toContainText('Waiting for Spot Support since')
  await press(window, 'registration', 'confirm-connected')
  await expect(button(window, 'registration', 'not-connected')).toBeVisible()
  await app.close()

  const third = await scene.start()
  await expect(line(third.window, 'registration')).toContainText('Confirmed by you, not verified')
  await expectNotRegistered(third.window)
})

test('a request that has changed since it was copied cannot be said to be sent', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const { window } = await scene.start()
  await untilMsp(window, scene.scenario)
  await enterMspAnswer(window)
  await createStack(window)
  await reaches(window, 'registration', 'todo')
  const organization = (await open(window, 'registration')).getByLabel('Spot organization ID')
  await organization.fill('606079870158')
  await button(window, 'registration', 'copy-request').click()
  await expect(panel(window, 'registration')).toContainText('Copied. Paste it')
  await organization.fill('606079870159')
  await organization.blur()
  await expectOff(window, 'registration', 'confirm-request-sent', 'Copy the request')
  await organization.fill('not an ID')
  await button(window, 'registration', 'copy-request').click()
  await expect(organization).toHaveAttribute('aria-invalid', 'true')
  await expectOff(window, 'registration', 'confirm-request-sent', 'Copy the request')
})

test('the request to the MSP leaves as a file or an email too, and a bucket that the account names is offered', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const mail = path.join(scene.profile, 'mail')
  const { app, window } = await scene.start({ env: { ECO_SIMULATOR_MAIL: mail } })
  await untilMsp(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await press(window, 'cost-report', 'email-request')
  await expect(button(window, 'cost-report', 'confirm-request-sent')).toBeEnabled()
  expect(await draftsIn(mail)).toContain('the name of the S3 bucket')

  const file = path.join(scene.profile, 'to-msp.html')
  await saveTo(app, file)
  await press(window, 'cost-report', 'hand-over')
  await reaches(window, 'cost-report', 'pending')
  await expect(panel(window, 'cost-report')).toContainText('to-msp.html')
  const page = await readFile(file, 'utf8')
  for (const text of ['managed service provider (MSP)', 'Hourly detail: Hourly', 'twelve digits'])
    expect(page).toContain(text)
  expect(page).not.toContain('cur:PutReportDefinition')

  // The MSP has our administrator create its stack, which names the bucket.
  addColleaguesStack(scene.simulator.world, Date.now(), {
    accountId: scene.scenario.signIn.accountId,
    bucketName: 'the-msps-own-cur',
  })
  await press(window, 'cost-report', 'check')
  await expect(panel(window, 'cost-report')).toContainText('the-msps-own-cur')
  await press(window, 'cost-report', 'use-found')
  await reaches(window, 'bucket', 'skipped')
  await expect(await open(window, 'cost-report')).toContainText('the-msps-own-cur')
  await press(window, 'cost-report', 'change')
  await reaches(window, 'cost-report', 'pending')
  await expect(panel(window, 'cost-report').getByLabel('Bucket of your MSP')).toHaveValue(
    'the-msps-own-cur',
  )
  await reaches(window, 'stack', 'waiting')
})

test('by hand an MSP’s customer tells the bucket in step 3 as well, and nowhere else', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const { window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(window, 'msp')
  await approveTemplate(window)
  await press(window, 'sign-in', 'by-hand')
  await fill(window, 'sign-in', 'AWS account ID', accountId)
  await press(window, 'sign-in', 'by-hand-account')
  await enterMspAnswer(window)
  await reaches(window, 'stack', 'todo')
  const stack = await open(window, 'stack')
  await expect(stack).toContainText(MSP_BUCKET)
  await fill(window, 'stack', 'Role ARN', `arn:aws:iam::${accountId}:role/Spot`)
  await press(window, 'stack', 'use-role')
  await reaches(window, 'stack', 'pending')
  await requestFromSupport(window)
  await expect(panel(window, 'registration').locator('.request-text')).toContainText(
    'We have not checked them',
  )
  expect(scene.simulator.requests).toEqual([])
})

test('what was asked of Spot Support is an end, which can be looked at again and disconnected', async ({
  stage,
}) => {
  const scene = await stage('msp')
  const { window } = await scene.start()
  await untilMsp(window, scene.scenario)
  await enterMspAnswer(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await requestFromSupport(window)
  for (const step of ['plan', 'cost-report', 'stack'] as const) {
    await open(window, step)
    await expectNotRegistered(window)
  }
  await open(window, 'registration')
  await window.locator('button[data-action="reopen"]').click()
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  await reaches(window, 'cost-report', 'pending')
  await expectNotRegistered(window)
  await expect(line(window, 'registration')).toContainText('Waiting for Spot Support')

  // The look has a verdict, about what can be looked at and nothing else.
  await open(window, 'registration')
  const verdict = panel(window, 'registration').locator('[data-verdict]')
  await expect(verdict).toHaveAttribute('data-verdict', 'works')
  await expect(verdict).toContainText('it works as approved')
  await expect(window.locator('body')).not.toContainText('After the registration')
  await pictured(window, 'looked-again')
  await panel(window, 'registration').locator('button[data-action="disconnect"]').click()
  const dialog = window.locator('[data-panel="disconnect"]')
  const role = dialog.locator('[data-item="stack"]')
  await expect(role).toHaveAttribute('data-state', 'there')
  for (const box of await role.getByRole('checkbox').all()) await box.check()
  await role.locator('button[data-action="remove"]').click()
  await expect(role).toHaveAttribute('data-state', 'removed')
  await dialog.locator('button[data-action="close"]').last().click()
  const end = window.locator('[data-panel="disconnected"]')
  await expect(end).toContainText('You asked Spot Support to connect the account')
  await expect(end.locator('.request-text')).toContainText(MSP_BUCKET)
})
