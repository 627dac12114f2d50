/** The file beside a request: made by one app, opened by another, and by nobody believed. */
import { execFile } from 'node:child_process'
import { access, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ElectronApplication, Page } from 'playwright'
import { handOverFileSchema, type HandOverFile } from '../electron/contract/hand-over-file.ts'
import { secretsOf } from './journeys/evidence.ts'
import { saveTo } from './journeys/files.ts'
import { pictured } from './journeys/pictured.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { answerPlan, approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { line, open, panel, press, reaches } from './journeys/window.ts'
import type { Environment } from './runtime/display.ts'
import { environmentFor, sandboxWorks } from './runtime/environment.ts'
import { resolveElectron } from './runtime/electron.ts'
import { repositoryRoot } from './runtime/paths.ts'

declare global {
  var filesShown: string[]
}

const run = promisify(execFile)
const dialog = (window: Page) => window.locator('[data-panel="opened-file"]')
const FILE: HandOverFile = {
  format: 'eco-connect-hand-over',
  version: 1,
  kind: 'request',
  from: { name: 'Dana Whitfield', connection: 'Northwind' },
  madeAt: '2026-01-31T12:05:00.000Z',
  appVersion: '1.2.3',
  accountId: '',
  steps: ['cost-report', 'stack'],
  values: { managedBy: 'us', reportName: 'eco-of-northwind', prefix: 'hourly' },
}

/** As the system says it to the app that runs: a second start hands its file over, macOS sends an event. */
const hand = (app: ElectronApplication, file: string, by: 'second-instance' | 'open-file') =>
  app.evaluate(
    ({ app: electron }, given) => {
      if (given.by === 'second-instance')
        electron.emit('second-instance', {}, [], '', { file: given.file })
      else electron.emit('open-file', { preventDefault: () => undefined }, given.file)
    },
    { file, by },
  )

test('a request for all steps is saved with its data, and shown in its folder', async ({
  stage,
}) => {
  const scene = await stage('limited-operator')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const page = path.join(scene.profile, 'request.html')
  await saveTo(app, page)
  await press(window, 'cost-report', 'hand-over-all')
  await reaches(window, 'cost-report', 'pending')
  // Also the step whose turn has not come.
  await expect(panel(window, 'cost-report').locator('[data-panel="asked-steps"] li')).toHaveText([
    'Step 3, Set up the cost report',
    'Step 6, Create the role for Spot',
  ])
  await pictured(window, 'all-asked')
  const text = await readFile(page, 'utf8')
  for (const named of ['cur:PutReportDefinition', 'cloudformation:CreateStack', 'Part 2 of'])
    expect(text).toContain(named)

  const data = await readFile(path.join(scene.profile, 'request.ecoconnect'), 'utf8')
  for (const secret of secretsOf(scene.simulator)) expect(data).not.toContain(secret)
  const file = handOverFileSchema.parse(JSON.parse(data))
  expect(file.steps).toEqual(expect.arrayContaining(['cost-report', 'stack']))
  expect(file.accountId).toBe(scene.scenario.signIn.accountId)
  expect(file.template?.approved).toBe(true)

  await app.evaluate(({ shell }) => {
    const shown: string[] = []
    globalThis.filesShown = shown
    shell.showItemInFolder = (one) => void shown.push(one)
  })
  await press(window, 'cost-report', 'show-file')
  await expect.poll(() => app.evaluate(() => globalThis.filesShown)).toEqual([page])
  await press(window, 'cost-report', 'write-email')
  await expect(panel(window, 'cost-report')).toContainText('Attach the two files yourself')
})

test('a file given at the start says whom it claims to come from, and nothing comes of it', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const file = path.join(scene.profile, 'from-dana.ecoconnect')
  await writeFile(file, JSON.stringify(FILE))
  const { window } = await scene.start({ args: [file] })
  await expect(dialog(window)).toContainText('Nothing in this file is verified')
  for (const text of ['Dana Whitfield', 'Northwind', 'eco-of-northwind', 'hourly'])
    await expect(dialog(window)).toContainText(text)
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toHaveCount(0)
  await expect(line(window, 'plan')).toHaveAttribute('data-status', 'todo')
  await open(window, 'plan')
  await expect(panel(window, 'plan').locator('[aria-current="true"]')).toHaveCount(0)
  expect(scene.simulator.requests).toEqual([])
})

/** A second start of the program on the same profile, which hands its file to the first and ends. */
async function startAgain(scene: Stage, display: Environment, file: string) {
  const { executable } = await resolveElectron()
  const sandbox = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const args = [...sandbox, repositoryRoot, `--user-data-dir=${scene.profile}`, path.basename(file)]
  const env = environmentFor(scene.keyring.env, display, scene.simulator.env)
  await run(executable, args, { env, cwd: path.dirname(file) })
}

/** The records of calls of all connections that say something. */
async function recordsWith(profile: string, text: string): Promise<string[]> {
  const folder = path.join(profile, 'connections')
  const files = (await readdir(folder)).map((id) => path.join(folder, id, 'audit.jsonl'))
  const records = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  return records.filter((record) => record.includes(text))
}

test('values of a file are filled in where the person says, and judged like typed ones', async ({
  stage,
  display,
}) => {
  const scene = await stage('fresh')
  const file = path.join(scene.profile, 'from-dana.ecoconnect')
  const { accountId } = scene.scenario.signIn
  const approved = {
    fileName: 'eco-role.template.json',
    sha256: '0'.repeat(64),
    approved: true,
  }
  const values = { ...FILE.values, reportName: 'eco of northwind' }
  await writeFile(file, JSON.stringify({ ...FILE, accountId, values, template: approved }))
  const { window } = await scene.start()
  await reaches(window, 'plan', 'todo')
  await startAgain(scene, display.env, file)
  await expect(dialog(window)).toContainText('claimed by a file and not verified')
  await dialog(window).getByText('added for this file').click()
  await dialog(window).locator('button[data-action="use"]').click()
  await expect(dialog(window)).toHaveCount(0)
  await window.locator('button[data-action="connections"]').click()
  await expect(window.locator('[data-panel="connections"] [data-connection]')).toHaveCount(2)
  await window.keyboard.press('Escape')

  await expect(panel(window, 'plan').locator('[data-answer="us"]')).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(line(window, 'plan')).toHaveAttribute('data-status', 'todo')
  expect(scene.simulator.requests).toEqual([])
  await answerPlan(window, 'us')
  await reaches(window, 'template', 'todo')
  await expect(await open(window, 'template')).toContainText('their fingerprints differ')
  await signIn(window, scene.scenario)
  const report = await open(window, 'cost-report')
  await expect(report).toContainText('a file that says it comes from Dana Whitfield')
  await expect(report.getByLabel('Report name')).toHaveValue('eco of northwind')
  await press(window, 'cost-report', 'create')
  await expect(report).toContainText('eco of northwind')
  expect(scene.simulator.requests.map(({ operation }) => operation)).not.toContain(
    'PutReportDefinition',
  )
  const [record = ''] = await recordsWith(scene.profile, 'claimed by file, not verified')
  expect(record).toContain(`sha256 ${'0'.repeat(64)}, by: Dana Whitfield`)
  expect(record).not.toContain('"approve"')
})

test('an answer fills in what was told, and is proven like what was typed', async ({ stage }) => {
  const scene = await stage('role-exists')
  const { accountId } = scene.scenario.signIn
  const role = `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`
  const values = { bucketName: `northwind-cur-${accountId}`, roleArn: role }
  const file = path.join(scene.profile, 'answer.ecoconnect')
  await writeFile(file, JSON.stringify({ ...FILE, kind: 'answer', accountId, values }))
  const { window } = await scene.start({ args: [file] })
  await dialog(window).locator('button[data-action="use"]').click()
  await expect(dialog(window)).toHaveCount(0)
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const report = await open(window, 'cost-report')
  await expect(report.getByLabel('Bucket name that you were told')).toHaveValue(values.bucketName)
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'cost-report', 'done')
  await reaches(window, 'stack', 'todo')
  const stack = await open(window, 'stack')
  await expect(stack.getByLabel('ARN of the role')).toHaveValue(role)
  await stack.locator('button[data-action="use-role"]').last().click()
  await reaches(window, 'stack', 'done')
})

const HOSTILE: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['no JSON', '{"format":"eco-connect-hand-over"'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0, 0xd8, 0])],
  ['half a million brackets', '['.repeat(500_000)],
  ['more than a megabyte', ' '.repeat(1024 * 1024 + 1)],
  ['a page', '<script>alert(1)</script>'],
  ['a command', '{"step":"template","action":"approve","sha256":"x"}'],
  ['another format', JSON.stringify({ ...FILE, format: 'state' })],
  ['a member more', JSON.stringify({ ...FILE, approve: true })],
  ['an inherited member', JSON.stringify(FILE).replace('{', '{"__proto__":{"kind":"answer"},')],
  [
    'text that turns around',
    JSON.stringify({ ...FILE, from: { name: '\u202ebob', connection: '' } }),
  ],
  ['a hidden character', JSON.stringify({ ...FILE, values: { reportName: 'spot\u200beco' } })],
  [
    'a template of another fingerprint',
    JSON.stringify({
      ...FILE,
      template: { fileName: 'x.json', sha256: '0'.repeat(64), body: '{}', approved: true },
    }),
  ],
  [
    'a way to another folder',
    JSON.stringify({
      ...FILE,
      template: { fileName: '../../x', sha256: '0'.repeat(64), approved: true },
    }),
  ],
]

test('hostile files are told, and the app stays as it was', async ({ stage }) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  const at = (name: string): string => path.join(scene.profile, `${name}.ecoconnect`)
  await reaches(window, 'plan', 'todo')
  for (const [what, content] of HOSTILE) {
    await writeFile(at(what), content)
    await hand(app, at(what), 'second-instance')
    await expect(dialog(window), what).toContainText(`${what}.ecoconnect`)
    await expect(dialog(window).locator('button[data-action="use"]'), what).toHaveCount(0)
    await dialog(window).locator('button[data-action="close"]').click()
    await expect(dialog(window), what).toHaveCount(0)
  }
  await run('mkfifo', [at('pipe')])
  await symlink('/dev/zero', at('endless'))
  for (const what of ['pipe', 'endless', 'not-there']) {
    await hand(app, at(what), 'open-file')
    await expect(dialog(window), what).toContainText(`${what}.ecoconnect`)
    await dialog(window).locator('button[data-action="close"]').click()
  }
  // No file of ours by its name, or no whole path: nobody looks into it.
  for (const file of ['/etc/passwd', 'x.ecoconnect', '']) await hand(app, file, 'second-instance')
  await hand(app, at('a member more'), 'open-file')
  await expect(dialog(window)).toContainText('a member more')
  await dialog(window).locator('button[data-action="close"]').click()
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  expect(scene.simulator.requests).toEqual([])
  await expect(access(path.join(scene.profile, 'x.json'))).rejects.toThrow('ENOENT')
})
