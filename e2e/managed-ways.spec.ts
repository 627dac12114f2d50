import type { Page } from 'playwright'
import type { StepId } from '../electron/contract/steps.ts'
import { expect } from './journeys/fixture.ts'
import { tellAll } from './journeys/by-hand.ts'
import { inspect } from './journeys/inspection.ts'
import { pictured } from './journeys/pictured.ts'
import { test } from './journeys/policy.ts'
import { wordsIn } from './journeys/spoken.ts'
import {
  approveTemplate,
  chooseAccountAndRole,
  choosePlan,
  createStack,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'

/** What is said to be set by the organization, by the names of the settings. */
const setIn = (window: Page, step: StepId): Promise<string[]> =>
  panel(window, step)
    .locator('[data-set-by]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-set-by') ?? ''))

test('the way in that an organization has set is locked and said, and leads into the account', async ({
  stage,
  decide,
}) => {
  const scene = await stage('report-fits')
  const { scenario } = scene
  const { startUrl, accountId } = scenario.signIn
  const env = await decide({
    AllowedPortals: [startUrl],
    AllowedRegions: ['us-east-1'],
    AllowedAccounts: [accountId],
    AllowedSignInWays: ['portal', 'keys'],
    AllowDeviceCode: false,
    SessionOnly: true,
  })
  const { window } = await scene.start({ env })
  await choosePlan(window, 'us')
  const form = await open(window, 'sign-in')
  const words = await wordsIn(window)
  const portal = form.getByLabel(words.signIn.startUrl)
  await expect(portal).toHaveValue(startUrl)
  await expect(portal).not.toBeEditable()
  // Whoever listens to the field hears why.
  await expect(portal).toHaveAccessibleDescription(
    /Set by your organization: Allowed access portals/,
  )
  await expect(form.getByLabel(words.signIn.region)).toHaveValue('us-east-1')
  await expect(form.getByRole('radio')).toHaveCount(2)
  await expect(form).toContainText('3 other ways are turned off.')
  await expect(button(window, 'sign-in', 'by-hand')).toHaveCount(0)
  await expect(button(window, 'sign-in', 'start-with-code')).toHaveCount(0)
  expect(await setIn(window, 'sign-in')).toEqual([
    'AllowedSignInWays',
    'AllowedPortals',
    'AllowedRegions',
    'AllowDeviceCode',
  ])
  const off = window.locator('[data-set-by="AllowDeviceCode"]')
  await expect(off).toContainText('Allow signing in on another device (turned off)')
  await expect(window.locator('[data-set-by="SessionOnly"]')).toBeVisible()
  await pictured(window, 'sign-in-set')
  expect(await inspect(window)).toEqual([])

  await press(window, 'sign-in', 'start')
  await chooseAccountAndRole(window, scenario)
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText(accountId)
})

test('several portals are chosen from, and other accounts are left out of the list', async ({
  stage,
  decide,
}) => {
  const scene = await stage('fresh')
  const { startUrl } = scene.scenario.signIn
  const other = 'https://other-company.awsapps.com/start'
  const accounts = [...scene.simulator.world.accounts.keys()]
  const env = await decide({
    AllowedPortals: [other, startUrl],
    AllowedAccounts: accounts.slice(0, 2),
    AllowedRegions: ['eu-central-1', 'us-east-1'],
  })
  const { window } = await scene.start({ env, args: ['--lang=de'] })
  await choosePlan(window, 'us')
  const form = await open(window, 'sign-in')
  const words = await wordsIn(window)
  await form.getByLabel(words.signIn.startUrl).selectOption(startUrl)
  await form.getByLabel(words.signIn.region).selectOption('us-east-1')
  await expect(form).toContainText('Von Ihrer Organisation vorgegeben: Erlaubte Zugangsportale')
  await pictured(window, 'portals-set-german')
  expect(await inspect(window)).toEqual([])
  await press(window, 'sign-in', 'start')
  await button(window, 'sign-in', 'choose-account').first().waitFor()
  const listed = button(window, 'sign-in', 'choose-account')
  expect(await listed.evaluateAll((all) => all.map((one) => one.dataset['account']))).toEqual(
    expect.arrayContaining(accounts.slice(0, 2)),
  )
  await expect(listed).toHaveCount(2)
  await expect(panel(window, 'sign-in').locator('[data-set-by="AllowedAccounts"]')).toBeVisible()
  await pictured(window, 'accounts-left-out-german')
})

test('from the report to Spot, what is set is said where it counts and nowhere in the way', async ({
  stage,
  decide,
}) => {
  const scene = await stage('report-fits')
  const env = await decide({
    BucketNamePattern: 'finance-*',
    ClassicBucketNamesOnly: true,
    AllowOwnTemplates: false,
    RequireExternalId: true,
    AllowSpotApi: false,
  })
  const { window } = await scene.start({ env })
  await choosePlan(window, 'us')
  await open(window, 'template')
  await expect(button(window, 'template', 'open-file')).toHaveCount(0)
  expect(await setIn(window, 'template')).toEqual(['AllowOwnTemplates'])
  await pictured(window, 'template-set')
  await approveTemplate(window)
  await signIn(window, scene.scenario)

  const report = await open(window, 'cost-report')
  await expect(report).toContainText('Not allowed by your organization')
  await expect(button(window, 'cost-report', 'reuse')).toHaveCount(0)
  await pictured(window, 'report-not-allowed')
  expect(await inspect(window)).toEqual([])
  const words = await wordsIn(window)
  await report.getByText(words.costReport.newReport.namesTitle).click()
  const name = report.getByLabel(words.costReport.newReport.bucketName, { exact: true })
  await expect(name).toHaveValue(/^finance-spot-eco-cur-\d{12}$/)
  await expect(report.getByRole('radio')).toHaveCount(2)
  expect(await setIn(window, 'cost-report')).toEqual([
    'ClassicBucketNamesOnly',
    'BucketNamePattern',
  ])
  await name.fill('sales-cur')
  await expect(report).toContainText('Your organization has decided this.')
  await pictured(window, 'bucket-name-not-allowed')
  await name.fill('finance-spot-eco-cur-1')
  await expect(report).not.toContainText('Your organization has decided this.')
  await settleReport(window)

  const stack = await open(window, 'stack')
  await reaches(window, 'stack', 'todo')
  expect(await setIn(window, 'stack')).toContain('RequireExternalId')
  await press(window, 'stack', 'create')
  await expect(stack).toContainText('Your organization has decided this.')
  await expect(stack).toContainText('Enter the external ID that Spot gives you, and use a template')
  await pictured(window, 'external-id-required')
  await fill(window, 'stack', (all) => all.stack.fields.externalId.label, 'northwind-2026')
  await createStack(window)
  await reaches(window, 'stack', 'done')

  const registration = await open(window, 'registration')
  await reaches(window, 'registration', 'todo')
  await expect(registration).toContainText('Register in the Spot console.')
  await expect(button(window, 'registration', 'connect')).toHaveCount(0)
  await pictured(window, 'registration-in-console')
  expect(await inspect(window)).toEqual([])
})

test('what is refused where a step is done is said there, and nothing is taken for undone', async ({
  stage,
  decide,
}) => {
  const scene = await stage('report-fits')
  const env = await decide({ AllowedPortals: [scene.scenario.signIn.startUrl] })
  const { window } = await scene.start({ env })
  await choosePlan(window, 'us')
  await open(window, 'sign-in')
  await press(window, 'sign-in', 'start')
  await chooseAccountAndRole(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  await window.evaluate(() =>
    globalThis.window.ecoConnect.send({
      step: 'sign-in',
      action: 'start',
      startUrl: 'https://elsewhere.awsapps.com/start',
      region: 'us-east-1',
      method: 'browser',
    }),
  )
  const shown = await open(window, 'sign-in')
  await expect(shown.getByRole('alert')).toContainText('https://elsewhere.awsapps.com/start')
  await expect(shown.getByRole('alert')).toContainText('AllowedPortals')
  await reaches(window, 'sign-in', 'done')
  await pictured(window, 'refused-where-done')
  expect(await inspect(window)).toEqual([])
  await press(window, 'sign-in', 'check')
  await expect(shown.getByRole('alert')).toHaveCount(0)
})

test('what is refused where a step was told by hand is said there, and what was told stays', async ({
  stage,
  decide,
}) => {
  const scene = await stage('fresh')
  const { startUrl, accountId } = scene.scenario.signIn
  const env = await decide({ AllowedPortals: [startUrl], BucketNamePattern: 'finance-*' })
  const { window } = await scene.start({ env })
  await choosePlan(window, 'us')
  await approveTemplate(window)
  const role = `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`
  await tellAll(window, { accountId, bucket: 'finance-report', roleArn: role })
  for (const [command, setting] of [
    [
      {
        step: 'sign-in',
        action: 'start',
        startUrl: 'https://elsewhere.awsapps.com/start',
        region: 'us-east-1',
        method: 'browser',
      },
      'AllowedPortals',
    ],
    [
      { step: 'cost-report', action: 'use-bucket', bucketName: 'elsewhere', prefix: '' },
      'BucketNamePattern',
    ],
  ] as const) {
    await window.evaluate((sent) => globalThis.window.ecoConnect.send(sent), command)
    const shown = await open(window, command.step)
    await expect(shown.getByRole('alert')).toContainText(setting)
    await expect(shown).toContainText('Not verified')
    await reaches(window, command.step, 'pending')
  }
  await reaches(window, 'stack', 'pending')
  expect(await inspect(window)).toEqual([])
  expect(scene.simulator.requests).toEqual([])
})
