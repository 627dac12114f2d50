import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, filesWith, test, type App } from './journeys/fixture.ts'
import { answered } from './journeys/evidence.ts'
import { choosePlan, settleReport, signIn } from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'
import { repositoryRoot } from './runtime/paths.ts'

const template = (name: string): string =>
  path.join(repositoryRoot, 'e2e', 'simulator', 'templates', `${name}.template.yaml`)
const COST_CENTER = 'ResponsibleCostCenterOfTheFinanceDepartmentInTheHeadquarters'
const SECRET = 'k9-licence-key-of-ours'

/** The file dialog's answer, and the press of the button that opens it. */
async function openTemplate({ app, window }: App, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, file)
  await press(window, 'template', 'open-file')
  await expect(panel(window, 'template')).toContainText(path.basename(file))
}

/** The window in both appearances, whole from top to end, for whoever looks at it. */
async function pictured(window: Page, name: string): Promise<void> {
  await window.setViewportSize({ width: 1180, height: 2400 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const file = test.info().outputPath(`${name}-${colorScheme}.png`)
    await window.screenshot({ path: file })
  }
  await window.setViewportSize({ width: 1180, height: 820 })
}

test('the vendor’s newer template is read, asked for its external ID, and becomes the role', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await reaches(first.window, 'template', 'todo')
  await openTemplate(first, template('ccm-stand-in'))
  const review = panel(first.window, 'template')
  const managed = review.locator('[data-panel="managed"] li')
  await expect(managed).toHaveCount(3)
  await expect(managed.nth(0)).toContainText('AWSOrganizationsReadOnlyAccess')
  await expect(managed.nth(0)).toContainText('as AWS had it in v6')
  await expect(managed.nth(2)).toContainText('not shown here')
  await expect(review.locator('[data-panel="external-id"]')).toContainText('noted as your decision')
  await expect(review.locator('[data-panel="parameters"]')).toContainText(
    'EcoExternalId: you enter it',
  )
  await expect(review.locator('[data-panel="parameters"]')).toContainText(
    'CostAndUsageBucket: the bucket of your cost report',
  )
  await pictured(first.window, 'review')
  await press(first.window, 'template', 'approve')
  await reaches(first.window, 'template', 'done')
  await signIn(first.window, scene.scenario)
  await settleReport(first.window)
  await reaches(first.window, 'stack', 'todo')
  await first.close()

  const { window } = await scene.start()
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  const form = panel(window, 'stack')
  // Without an external ID there is something to decide, and the button says so.
  const toDecide = form.locator('[data-panel="without-id"]')
  await expect(toDecide).toBeVisible()
  await expect(button(window, 'stack', 'create')).toHaveText(/without an external ID/)
  await pictured(window, 'without-id')
  await fill(window, 'stack', 'External ID', 'eco-7f3a')
  await expect(toDecide).toHaveCount(0)
  await expect(button(window, 'stack', 'create')).not.toHaveText(/without an external ID/)
  await expect(form.locator('[data-change="create-role"]')).toContainText(
    'Only requests with the external ID eco-7f3a may use it.',
  )
  await press(window, 'stack', 'create')
  await reaches(window, 'stack', 'done')
  await open(window, 'stack')
  await expect(panel(window, 'stack').locator('[data-fact="external-id"]')).toContainText(
    'eco-7f3a',
  )
  await expect(panel(window, 'stack').locator('[data-fact="role-arn"]')).toContainText('FinOpsRole')
})

test('going on without an external ID is a decision that proof and record name', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const running = await scene.start()
  const { window } = running
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  await openTemplate(running, template('ccm-stand-in'))
  await press(window, 'template', 'approve')
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  await expect(panel(window, 'stack').locator('[data-change="create-role"]')).toContainText(
    'It asks for no external ID.',
  )
  await press(window, 'stack', 'create')
  await reaches(window, 'stack', 'done')
  await open(window, 'stack')
  await expect(panel(window, 'stack').locator('[data-fact="external-id-note"]')).toContainText(
    'you decided to go on without one',
  )
  const [record = ''] = await filesWith(scene.profile, ['(external ID: none)'])
  expect(path.basename(record)).toBe('audit.jsonl')
})

test('what a template asks for is asked in its words, judged beside the field, and kept but for secrets', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await reaches(first.window, 'template', 'todo')
  await openTemplate(first, template('asking'))
  await press(first.window, 'template', 'approve')
  await signIn(first.window, scene.scenario)
  await settleReport(first.window)
  await reaches(first.window, 'stack', 'todo')
  await open(first.window, 'stack')
  const form = panel(first.window, 'stack')
  await expect(form).toContainText('ask the controller of your unit')
  await expect(form.locator('[data-change]')).toHaveCount(4)
  await fill(first.window, 'stack', COST_CENTER, '12')
  await form.getByLabel('Stage', { exact: true }).selectOption('production')
  await fill(first.window, 'stack', 'Teams', 'finance, cloud')
  await fill(first.window, 'stack', 'LicenceKey', SECRET)
  await pictured(first.window, 'asking')
  await expect(form.locator('[data-change="create-role"]')).toContainText('Eco-production')
  await expect(form.locator('[data-change="create-stack"]')).toContainText('LicenceKey = “••••”')
  await press(first.window, 'stack', 'create')
  await expect(form).toContainText(`${COST_CENTER} has to be at least 1000.`)
  await pictured(first.window, 'refused')

  scene.simulator.inject({ kind: 'stackFailure', logicalId: 'Reading', reason: 'No.', count: 1 })
  await fill(first.window, 'stack', COST_CENTER, '4711')
  await fill(first.window, 'stack', 'LicenceKey', SECRET)
  await press(first.window, 'stack', 'create')
  await reaches(first.window, 'stack', 'failed')
  await first.close()

  const { window } = await scene.start()
  await reaches(window, 'stack', 'failed')
  await open(window, 'stack')
  await press(window, 'stack', 'delete-failed')
  await reaches(window, 'stack', 'todo')
  await expect(panel(window, 'stack').getByLabel(COST_CENTER, { exact: true })).toHaveValue('4711')
  await expect(panel(window, 'stack').getByLabel('Teams', { exact: true })).toHaveValue(
    'finance, cloud',
  )
  await expect(panel(window, 'stack').getByLabel('LicenceKey', { exact: true })).toHaveValue('')
  await fill(window, 'stack', 'LicenceKey', SECRET)
  await press(window, 'stack', 'create')
  await reaches(window, 'stack', 'done')
  expect(answered(scene.simulator, 'CreateStack')).toBe(2)
  const sent = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)?.stacks.at(-1)
  expect(sent?.parameters).toMatchObject({ [COST_CENTER]: '4711', LicenceKey: SECRET })
  expect(await filesWith(scene.profile, [SECRET])).toEqual([])
  const [state = ''] = await filesWith(scene.profile, ['4711'])
  expect(await readFile(path.join(scene.profile, state), 'utf8')).toContain('finance, cloud')
})
