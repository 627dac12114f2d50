import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { PaperForm } from '../electron/contract/papers.ts'
import { type App, expect, type Stage, test } from './journeys/fixture.ts'
import { connectionIn } from './journeys/evidence.ts'
import { saveTo, takePaper } from './journeys/files.ts'
import { choosePlan, sendToSpot, signIn, untilRegistration } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

const lineSchema = z.looseObject({
  kind: z.string(),
  at: z.iso.datetime(),
  service: z.string().optional(),
  operation: z.string().optional(),
  resource: z.string().optional(),
  requestId: z.string().optional(),
  durationMs: z.number().optional(),
  status: z.number().optional(),
  step: z.string().optional(),
  action: z.string().optional(),
})

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))

async function recordOf(scene: Stage): Promise<string> {
  return path.join(scene.profile, 'connections', await connectionIn(scene.profile), 'audit.jsonl')
}

/** Has the record of calls in one of its forms; what is opened is only remembered. */
async function choose({ app, window }: App, form: PaperForm): Promise<void> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (file) => {
      Reflect.set(globalThis, 'openedFile', file)
      return Promise.resolve('')
    }
  })
  await takePaper(window, 'calls', form)
}
const openedFile = ({ app }: App): Promise<string> =>
  app.evaluate(() => String(Reflect.get(globalThis, 'openedFile') ?? ''))

test('every call and every change is recorded, and can be opened and saved', async ({ stage }) => {
  const scene = await stage('fresh')
  const app = await scene.start()
  await untilRegistration(app.window, scene.scenario)
  await sendToSpot(app.window)
  const file = await recordOf(scene)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const lines = linesOf(await readFile(file, 'utf8'))
  const calls = lines.filter(({ kind }) => kind === 'call')

  // What the simulator saw is what was recorded: nothing is missing, and nothing was made up.
  const seen = scene.simulator.requests
    .filter(({ service }) => service !== 'browser')
    .map(({ service, operation }) => `${service}:${operation}`)
  expect(calls.map(({ service, operation }) => `${service}:${operation}`).toSorted()).toEqual(
    seen.toSorted(),
  )
  for (const call of calls) {
    expect(call.requestId, `${call.service}:${call.operation}`).not.toBe('')
    expect(call.status).toBeGreaterThanOrEqual(200)
  }
  const { accountId } = scene.scenario.signIn
  const resources = calls.map(({ operation, resource }) => `${operation} ${resource}`)
  expect(resources).toContain(`GetRoleCredentials ${accountId}/AdministratorAccess`)
  expect(resources.find((one) => one.startsWith('CreateStack '))).toContain('SpotEcoConnect')
  expect(resources.find((one) => one.startsWith('CreateBucket '))).toMatch(/ spot-eco-cur-/)
  const asked = lines.filter(({ kind }) => kind === 'change')
  expect(asked.map(({ step, action }) => `${step} ${action}`)).toEqual([
    'template approve',
    'cost-report create',
    'stack create',
    'registration send',
  ])
  const order = (found: (line: (typeof lines)[number]) => boolean) => lines.findIndex(found)
  expect(order(({ step }) => step === 'stack')).toBeLessThan(
    order(({ operation }) => operation === 'CreateStack'),
  )

  await choose(app, 'open')
  await expect.poll(() => openedFile(app)).toContain('record-of-calls.html')
  const page = await readFile(await openedFile(app), 'utf8')
  for (const text of ['CreateStack', 'Asked for: create the role', accountId, 'Spot API'])
    expect(page).toContain(text)
  expect(page).not.toContain('<script')

  const copy = path.join(scene.profile, 'copy.jsonl')
  await saveTo(app.app, copy)
  await choose(app, 'save-lines')
  await expect
    .poll(
      async () => (await readFile(copy, 'utf8').catch(() => '')) === (await readFile(file, 'utf8')),
    )
    .toBe(true)
})

test('a killed app leaves a record that is whole but for a torn end, and goes on after it', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await reaches(first.window, 'cost-report', 'todo')
  await first.kill()
  const asked = scene.simulator.requests.filter(({ service }) => service !== 'browser')
  const file = await recordOf(scene)
  const before = linesOf(await readFile(file, 'utf8'))
  // Whatever the app went on from is there; a call that was under way has left no line.
  expect(before.length).toBeGreaterThan(5)
  expect(before.length).toBeLessThanOrEqual(asked.length)

  // As if the kill had come in the middle of a write.
  await appendFile(file, '{"kind":"call","at":"2026-11-2')
  const second = await scene.start()
  await reaches(second.window, 'cost-report', 'todo')
  await choose(second, 'open')
  await expect.poll(() => openedFile(second)).toContain('record-of-calls.html')
  const page = await readFile(await openedFile(second), 'utf8')
  expect(page).toContain('cut off')
  const rows = page.match(/class="ok"/g) ?? []
  expect(rows.length).toBeGreaterThan(before.length)
})

test('a record that cannot be written is told once, and the work goes on', async ({ stage }) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await first.close()
  const file = await recordOf(scene)
  // A folder where the file should be: nothing can be appended to it, whoever runs this.
  await rm(file, { force: true })
  await mkdir(file)
  await writeFile(path.join(file, 'full'), '')

  const { window } = await scene.start()
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await expect(window.getByText('The record of calls could not be written')).toHaveCount(1)
  await rm(file, { recursive: true })
  await signInAgain(window)
  const lines = linesOf(await readFile(file, 'utf8'))
  expect(lines[0]).toMatchObject({ kind: 'gap' })
})

async function signInAgain(window: App['window']): Promise<void> {
  await window.locator('[data-step="cost-report"][data-status]').click()
  await window.locator('[data-panel="cost-report"] button[data-action="reuse"]').click()
  await reaches(window, 'cost-report', 'done')
}

test('the record goes with its connection', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  const id = await connectionIn(scene.profile)
  await window.locator('[data-step="sign-in"][data-status]').click()
  await window.locator('[data-panel="sign-in"] button[data-action="sign-out"]').click()
  await reaches(window, 'sign-in', 'todo')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="remove"]').click()
  const dialog = window.locator('[data-panel="remove"]')
  await expect(dialog).toContainText('record of calls')
  await dialog.getByRole('checkbox').check()
  await dialog.locator('button[data-action="remove"]').click()
  await expect.poll(() => readdir(path.join(scene.profile, 'connections'))).not.toContain(id)
})
