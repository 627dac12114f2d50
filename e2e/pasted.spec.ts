/** What was pasted into a field that asks for something else: named, and taken from where it stands. */
import type { Locator, Page } from 'playwright'
import type { StepId } from '../electron/contract/steps.ts'
import { expect, test } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
import { approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'

/** What assistive technology tells of a field besides its name. */
async function toldOf(window: Page, field: Locator): Promise<string> {
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean)
  const texts = await Promise.all(ids.map((id) => window.locator(`[id="${id}"]`).innerText()))
  return texts.join(' ')
}

const fieldOf = (window: Page, step: StepId, label: string): Locator =>
  panel(window, step).getByLabel(label, { exact: true })

test('a page of the console in place of the portal is named while it is typed, with another way in', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  const portal = fieldOf(window, 'sign-in', 'AWS access portal URL')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  expect(await toldOf(window, portal)).not.toContain('This is')
  await portal.fill('Dana Levi <dana.levi@northwind.example>')
  expect(await toldOf(window, portal)).toContain('This is an email address.')
  await expect(button(window, 'sign-in', 'no-portal')).toHaveCount(0)
  // A whole letter: what is wanted is in it, and taken by a press.
  await portal.fill('Dana Levi <dana.levi@northwind.example> https://northwind.awsapps.com/start')
  await button(window, 'sign-in', 'use-pasted').click()
  await expect(portal).toHaveValue('https://northwind.awsapps.com/start')
  await expect(portal).toBeFocused()
  await portal.fill('https://northwind.signin.aws.amazon.com/console')
  expect(await toldOf(window, portal)).toContain('sign-in page for one AWS account')
  expect(await toldOf(window, portal)).toContain('on which you choose an AWS account')
  // Nobody has refused it yet.
  await expect(portal).not.toHaveAttribute('aria-invalid', 'true')
  await pictured(window, 'told')
  await press(window, 'sign-in', 'start')
  await expect(portal).toHaveAttribute('aria-invalid', 'true')
  await expect(portal).toBeFocused()
  expect(await toldOf(window, portal)).toContain('sign-in page for one AWS account')
  await pictured(window, 'refused')
  await button(window, 'sign-in', 'no-portal').click()
  await expect(button(window, 'sign-in', 'start-console')).toBeFocused()
  expect(scene.simulator.requests).toEqual([])
})

test('by hand: account, bucket and folder are taken from addresses by a press, a role’s ARN is not guessed', async ({
  stage,
}) => {
  const scene = await stage('role-exists')
  const { window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await press(window, 'sign-in', 'by-hand')
  await reaches(window, 'sign-in', 'todo')

  await fill(
    window,
    'sign-in',
    'AWS account ID',
    `https://${accountId}.signin.aws.amazon.com/console`,
  )
  const account = fieldOf(window, 'sign-in', 'AWS account ID')
  expect(await toldOf(window, account)).toContain('twelve digits')
  await expect(button(window, 'sign-in', 'use-pasted')).toHaveText(`Use “${accountId}” from it`)
  await button(window, 'sign-in', 'use-pasted').click()
  await expect(account).toHaveValue(accountId)
  await expect(account).toBeFocused()
  await expect(button(window, 'sign-in', 'use-pasted')).toHaveCount(0)
  await window.keyboard.press('Enter')
  await reaches(window, 'sign-in', 'pending')

  await reaches(window, 'cost-report', 'todo')
  const folder = `https://us-east-1.console.aws.amazon.com/s3/buckets/northwind-cur-${accountId}?region=us-east-1&prefix=cur/`
  await fill(window, 'cost-report', 'S3 bucket of the report', folder)
  await fill(window, 'cost-report', 'S3 path prefix', folder)
  await expect(button(window, 'cost-report', 'use-pasted')).toHaveText([
    `Use “northwind-cur-${accountId}” from it`,
    'Use “cur” from it',
  ])
  await pictured(window, 'bucket')
  await button(window, 'cost-report', 'use-pasted').first().click()
  await expect(fieldOf(window, 'cost-report', 'S3 bucket of the report')).toHaveValue(
    `northwind-cur-${accountId}`,
  )
  await button(window, 'cost-report', 'use-pasted').click()
  await expect(fieldOf(window, 'cost-report', 'S3 path prefix')).toHaveValue('cur')
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'bucket', 'pending')

  await reaches(window, 'stack', 'todo')
  const page =
    'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles/details/SpotByNetApp?section=permissions'
  await fill(window, 'stack', 'Role ARN', page)
  const role = fieldOf(window, 'stack', 'Role ARN')
  expect(await toldOf(window, role)).toContain('It has the role’s name, and not its ARN.')
  await expect(button(window, 'stack', 'use-pasted')).toHaveCount(0)
  await press(window, 'stack', 'use-role')
  await expect(role).toHaveAttribute('aria-invalid', 'true')
  await expect(role).toBeFocused()
  expect(await toldOf(window, role)).toContain('at the top of the role’s page')
  const arn = `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`
  await role.fill(`SpotFinOpsRoleArn ${arn}`)
  await button(window, 'stack', 'use-pasted').click()
  await expect(role).toHaveValue(arn)
  await press(window, 'stack', 'use-role')
  await reaches(window, 'stack', 'pending')
  expect(scene.simulator.requests).toEqual([])
})

test('an MSP’s number from the address of its sign-in page, and a bucket that was sent as an address', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await reaches(window, 'plan', 'todo')
  await panel(window, 'plan').locator('[data-answer="msp"]').click()
  await fill(window, 'plan', 'MSP AWS account number', 'cloud@msp.example')
  const number = fieldOf(window, 'plan', 'MSP AWS account number')
  expect(await toldOf(window, number)).toContain('This is an email address.')
  await number.fill('https://772914603358.signin.aws.amazon.com/console')
  await button(window, 'plan', 'use-pasted').click()
  await expect(number).toHaveValue('772914603358')
  await panel(window, 'plan').locator('[data-answer="us"]').click()
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  await panel(window, 'cost-report')
    .getByRole('button', { name: 'I was told a bucket name' })
    .click()
  const told = fieldOf(window, 'cost-report', 'Bucket name that you were told')
  await told.fill('s3://northwind-billing/cur/')
  await button(window, 'cost-report', 'use-pasted').click()
  await expect(told).toHaveValue('northwind-billing')
})
