/** The plan, opened where people look for it, against what is in the account at the end. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { inAccount, textOf } from '../electron/testing/in-account.ts'
import { type App, expect, test } from './journeys/fixture.ts'
import { saveTo, takePaper } from './journeys/files.ts'
import { answerPlan, createStack, sendToSpot, settleReport, signIn } from './journeys/steps.ts'
import { open, press, reaches } from './journeys/window.ts'

const run = promisify(execFile)

/** From now on what is opened is only remembered. */
async function rememberOpened({ app }: App): Promise<void> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (file) => {
      Reflect.set(globalThis, 'openedFile', file)
      return Promise.resolve('')
    }
  })
}

/** Opens the plan as `open` does, and resolves what the page says. */
async function planBy({ app }: App, open: () => Promise<void>): Promise<string> {
  await app.evaluate(() => Reflect.set(globalThis, 'openedFile', ''))
  await open()
  const opened = (): Promise<string> =>
    app.evaluate(() => String(Reflect.get(globalThis, 'openedFile')))
  await expect.poll(opened).toMatch(/plan\.html$/)
  return textOf(await readFile(await opened(), 'utf8'))
}

test('the plan names, before anything is created, what is in the account at the end', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const app = await scene.start()
  const { window } = app
  const { accountId } = scene.scenario.signIn
  await rememberOpened(app)

  const before = await planBy(app, () => press(window, 'plan', 'open-plan'))
  expect(before).toContain('its number is not known before the sign-in')
  expect(before).toContain('nothing of it is created or changed yet')
  expect(before).not.toContain(accountId)
  expect(scene.simulator.requests).toEqual([])

  await answerPlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const plan = await planBy(app, () => press(window, 'template', 'open-plan'))
  expect(plan).toContain('Not approved in the app yet.')
  expect(inAccount(scene.simulator.world, accountId)).toEqual([])
  const pdf = path.join(scene.profile, 'plan.pdf')
  await saveTo(app.app, pdf)
  await takePaper(window, 'plan', 'save-pdf')
  await expect
    .poll(async () => (await readFile(pdf).catch(() => Buffer.of())).byteLength, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
  const { stdout: info } = await run('pdfinfo', [pdf])
  expect(info).toMatch(/^Pages:\s+1$/m)
  expect(info).toMatch(/^Tagged:\s+yes$/m)
  const { stdout: printed } = await run('pdftotext', ['-layout', pdf, '-'])
  // Whoever approves it signs on paper.
  for (const text of ['Decision', 'Not approved', 'Signature', 'spot-eco'])
    expect(printed).toContain(text)

  await open(window, 'template')
  await press(window, 'template', 'approve')
  await settleReport(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)

  const there = inAccount(scene.simulator.world, accountId)
  expect(there.length).toBeGreaterThan(30)
  expect(there.filter((one) => !plan.includes(one))).toEqual([])
  const after = await planBy(app, () => takePaper(window, 'plan', 'open'))
  expect(after).toContain('Created by this app; proven from AWS.')
  expect(after).toMatch(/Done on \w+ \d+, \d{4}/)
  expect(after).toContain('Approved in the app by arn:aws:sts::')
})
