import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './journeys/fixture.ts'
import { tellAll } from './journeys/by-hand.ts'
import { saveTo } from './journeys/files.ts'
import { approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { fill, open, panel, press, reaches, unfold } from './journeys/window.ts'

const ROLE = 'SpotByNetApp_Finops_ReadOnly'

test('all by hand: no request leaves, everything is marked as not verified', async ({ stage }) => {
  const scene = await stage('role-exists')
  const { app, window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(window, 'us')
  await approveTemplate(window)
  const template = path.join(scene.profile, 'template.json')
  await saveTo(app, template)
  await open(window, 'template')
  await press(window, 'template', 'change')
  await reaches(window, 'template', 'todo')
  await unfold(window, 'template')
  await press(window, 'template', 'save-file')
  await expect.poll(() => readFile(template, 'utf8').catch(() => '')).toContain('SpotFinOpsRoleArn')
  await approveTemplate(window)
  await tellAll(window, {
    accountId: '4182-0731-5602',
    bucket: `northwind-cur-${accountId}`,
    roleArn: `arn:aws:iam::${accountId}:role/${ROLE}`,
  })
  await expect(await open(window, 'stack')).toContainText('Not verified')
  await reaches(window, 'registration', 'todo')
  await expect(await open(window, 'registration')).toContainText('not verified')
  await press(window, 'registration', 'confirm-done')
  await reaches(window, 'registration', 'done')
  await reaches(window, 'stack', 'pending')
  expect(scene.simulator.requests).toEqual([])
})

test('what is pasted must fit together, and is not lost when it does not', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await press(window, 'sign-in', 'by-hand')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS account ID', '41820731560')
  await press(window, 'sign-in', 'by-hand-account')
  const account = panel(window, 'sign-in').getByLabel('AWS account ID')
  await expect(panel(window, 'sign-in')).toContainText('has twelve digits')
  await expect(account).toHaveValue('41820731560')
  await account.fill('418207315602')
  await press(window, 'sign-in', 'by-hand-account')
  await reaches(window, 'cost-report', 'todo')
  await fill(window, 'cost-report', 'S3 bucket of the report', 'Not a bucket')
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'cost-report', 'todo')
  const bucket = panel(window, 'cost-report').getByLabel('S3 bucket of the report', { exact: true })
  await expect(bucket).toHaveValue('Not a bucket')
  await expect(bucket).toHaveAttribute('aria-invalid', 'true')
})

test('signing in later verifies all that was told', async ({ stage }) => {
  const scene = await stage('role-exists')
  const { window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await tellAll(window, {
    accountId,
    bucket: `northwind-cur-${accountId}`,
    roleArn: `arn:aws:iam::${accountId}:role/${ROLE}`,
  })
  await window.locator('[data-panel="by-hand"] button[data-action="leave-by-hand"]').click()
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'done')
  await reaches(window, 'bucket', 'done')
  await reaches(window, 'stack', 'done')
})
