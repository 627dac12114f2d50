import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './journeys/fixture.ts'
import { secretsOf } from './journeys/evidence.ts'
import { saveTo } from './journeys/files.ts'
import { approveTemplate, choosePlan, createStack, signIn } from './journeys/steps.ts'
import { open, panel, press, reaches } from './journeys/window.ts'
import { addColleaguesStack, addFittingReport, administratorAccess } from './simulator/index.ts'

test('somebody who may not do a step is told before they try, asks somebody else, and what they did is found', async ({
  stage,
}) => {
  const scene = await stage('limited-operator')
  const { app, window } = await scene.start()
  const { world } = scene.simulator
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  const note = window.locator('[data-panel="preflight"][data-step="cost-report"]')
  await expect(note).toContainText('cur:PutReportDefinition')
  await expect(note).toContainText('IAM Identity Center')
  await note.getByText('statement', { exact: false }).first().click()
  await expect(note).toContainText('"Effect": "Allow"')

  const file = path.join(scene.profile, 'request.html')
  await saveTo(app, file)
  await press(window, 'cost-report', 'hand-over')
  await reaches(window, 'cost-report', 'pending')
  await expect(panel(window, 'cost-report')).toContainText('request.html')
  const page = await readFile(file, 'utf8')
  for (const text of ['Legacy CUR export', scene.scenario.signIn.accountId, 'spot-eco-cur-']) {
    expect(page).toContain(text)
  }
  for (const secret of secretsOf(scene.simulator)) expect(page).not.toContain(secret)
  expect(page).not.toContain('<script')

  // The colleague does it, in AWS's own console.
  addFittingReport(world, Date.now())
  await press(window, 'cost-report', 'check')
  await reaches(window, 'cost-report', 'done')
  await reaches(window, 'bucket', 'done', 'pending')

  await reaches(window, 'stack', 'todo')
  await saveTo(app, path.join(scene.profile, 'stack.html'))
  await press(window, 'stack', 'hand-over')
  await reaches(window, 'stack', 'pending')
  addColleaguesStack(world, Date.now())
  await press(window, 'stack', 'check')
  await reaches(window, 'stack', 'done')
  const changes = scene.simulator.requests.filter(({ operation }) =>
    /^(Create(?!Token)|Put|Delete)/.test(operation),
  )
  expect(changes).toEqual([])
})

test('whoever asked somebody else can do it themselves after all, also after a restart', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await saveTo(first.app, path.join(scene.profile, 'review.html'))
  await press(first.window, 'template', 'hand-over')
  await reaches(first.window, 'template', 'pending')
  await first.close()

  const second = await scene.start()
  await reaches(second.window, 'template', 'pending')
  await press(second.window, 'template', 'take-back')
  await approveTemplate(second.window)
})

test('a bucket name and a role ARN that somebody sent are verified like any other', async ({
  stage,
}) => {
  const scene = await stage('role-exists')
  const { window } = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const report = await open(window, 'cost-report')
  const told = report.getByLabel('Bucket name that you were told')
  if (!(await told.isVisible())) await report.getByText('I was told', { exact: false }).click()
  await told.fill('nobody-has-this-bucket')
  await press(window, 'cost-report', 'use-bucket')
  await expect(report).toContainText('nobody-has-this-bucket')
  await expect(told).toHaveValue('nobody-has-this-bucket')
  await told.fill(`northwind-cur-${accountId}`)
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'cost-report', 'done')

  await reaches(window, 'stack', 'todo')
  const stack = await open(window, 'stack')
  const arn = stack.getByLabel('ARN of the role')
  if (!(await arn.isVisible())) await stack.getByText('I have a role ARN', { exact: false }).click()
  await arn.fill('arn:aws:iam::111122223333:role/SpotByNetApp_Finops_ReadOnly')
  await stack.locator('button[data-action="use-role"]').last().click()
  await expect(stack).toContainText('111122223333')
  await arn.fill(`arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`)
  await stack.locator('button[data-action="use-role"]').last().click()
  await reaches(window, 'stack', 'done')
})

test('a stack that a colleague created is offered, taken and proven, and nothing is created', async ({
  stage,
}) => {
  const scene = await stage('role-exists')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await press(window, 'cost-report', 'reuse')
  await reaches(window, 'stack', 'todo')
  await expect(await open(window, 'stack')).toContainText('finops-spot-role')
  await press(window, 'stack', 'adopt')
  await reaches(window, 'stack', 'done')
  const operations = scene.simulator.requests.map(({ operation }) => operation)
  expect(operations).not.toContain('CreateStack')
})

test('a permission given after the look ahead is found by trying', async ({ stage }) => {
  const scene = await stage('limited-operator')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await press(window, 'cost-report', 'create')
  await reaches(window, 'cost-report', 'failed')
  await expect(panel(window, 'cost-report')).toContainText('s3:CreateBucket')
  scene.simulator.world.sso.permissionSets.set(
    scene.scenario.signIn.permissionSet,
    administratorAccess,
  )
  await press(window, 'cost-report', 'create')
  await reaches(window, 'cost-report', 'done')
  await createStack(window)
  await reaches(window, 'stack', 'done')
})
