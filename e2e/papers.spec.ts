import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { siemEventSchema } from '../electron/audit/siem.ts'
import type { PaperId } from '../electron/contract/papers.ts'
import { type App, expect, type Stage, test } from './journeys/fixture.ts'
import { tellAll } from './journeys/by-hand.ts'
import { saveTo, takePaper } from './journeys/files.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  enterMspAnswer,
  requestFromSupport,
  sendToSpot,
  signIn,
  untilRegistration,
} from './journeys/steps.ts'
import { press, reaches } from './journeys/window.ts'

const run = promisify(execFile)

/** Saves a document as PDF, and resolves its place and its bytes. */
async function pdfOf(
  { app, window }: App,
  { profile }: Stage,
  paper: PaperId,
  name: string,
  take = (): Promise<void> => takePaper(window, paper, 'save-pdf'),
): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const file = path.join(profile, name)
  await saveTo(app, file)
  await take()
  await expect
    .poll(async () => (await readFile(file).catch(() => Buffer.of())).byteLength, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)

  return { file, bytes: await readFile(file) }
}

/** What `pdfinfo` says, by its labels. */
async function infoOf(file: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run('pdfinfo', [file])
  return new Map(
    stdout.split('\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1).trim()] as const
    }),
  )
}

/** Holds for every PDF that the app makes. */
async function isSound(file: string, title: string, locale = 'en-US'): Promise<void> {
  await run('qpdf', ['--check', file])
  const info = await infoOf(file)
  expect(info.get('Title')).toBe(title)
  expect(info.get('Tagged')).toBe('yes')
  expect(info.get('JavaScript')).toBe('no')
  expect(info.get('Metadata Stream')).toBe('no')
  // What made it, and not on which computer.
  expect(info.get('Creator')).toMatch(/^[\w ]+ \d+\.\d+\.\d+$/)
  const { stdout: plain } = await run('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(plain).toContain(`/Lang (${locale})`)
  expect(plain).toContain('/Outlines')
  expect(plain).toContain('/DisplayDocTitle true')
  expect(plain).toMatch(/\/S \/TH\b/)
  const fonts = (await run('pdffonts', [file])).stdout.split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+\s*$/)
}

/** The text of all pages, as a reader of PDFs finds it. */
async function textOf(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 8 * 1024 * 1024 })
  return stdout.replaceAll(/\s+/g, ' ')
}

test('a finished journey: its record and its calls are sound PDFs, the same bytes each time', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const app = await scene.start()
  await untilRegistration(app.window, scene.scenario)
  // Another look: as many calls as a longer journey has.
  await press(app.window, 'cost-report', 'check')
  await reaches(app.window, 'stack', 'done')
  await sendToSpot(app.window)
  await reaches(app.window, 'registration', 'done')
  await expect(app.window.locator('[data-wipe="wiped"]')).toHaveCount(1)

  await watchPages(app)
  const calls = await pdfOf(app, scene, 'calls', 'calls.pdf')
  // The page was laid out where no script runs, nothing is kept and nobody is reached, and is gone.
  expect(await pagesSeen(app)).toEqual({
    made: [{ javascript: false, sandbox: true, nodeIntegration: false, isPersistent: false }],
    left: 1,
  })
  await isSound(calls.file, 'What was called for Northwind Management')
  const info = await infoOf(calls.file)
  expect(info.get('Page size')).toMatch(/^(841|842|792)/)
  // A whole journey, with every call in the appendix.
  const events = await eventsOf(app, scene)
  expect(events.filter(({ kind }) => kind === 'call').length).toBeGreaterThanOrEqual(70)
  expect(Number(info.get('Pages'))).toBeLessThanOrEqual(6)
  const callsText = await textOf(calls.file)
  expect(callsText).toContain('Calls that found nothing 8, as expected')
  expect(callsText).not.toContain('did not go well')

  const record = await pdfOf(app, scene, 'record', 'record.pdf')
  await isSound(record.file, 'Connection record: Northwind Management')
  const text = await textOf(record.file)
  const created = events.find(({ operation }) => operation === 'CreateStack')
  for (const wanted of [
    scene.scenario.signIn.accountId,
    'spot-eco',
    'SpotEcoConnect',
    'Registered',
    String(created?.request_id).slice(0, 8),
    'How to undo it',
  ])
    expect(text).toContain(wanted)
  expect((await pdfOf(app, scene, 'calls', 'calls-again.pdf')).bytes.equals(calls.bytes)).toBe(true)

  // No printer here: that is said, and nothing hangs.
  await takePaper(app.window, 'record', 'print')
  await expect(app.window.getByText('The document was not printed.')).toHaveCount(1)
  // A file is no folder: nothing can be saved there, and that is no word about the connection.
  await saveTo(app.app, path.join(record.file, 'calls.csv'))
  await takePaper(app.window, 'calls', 'save-table')
  await expect(app.window.getByText('The file was not saved.')).toBeVisible()
  await expect(app.window.getByText('Your progress could not be saved')).toHaveCount(0)
  await app.close()
  const later = await scene.start()
  await reaches(later.window, 'registration', 'done')
  const again = await pdfOf(later, scene, 'record', 'record-again.pdf', () =>
    later.window.locator('button[data-action="save-record"]').click(),
  )
  expect(again.bytes.equals(record.bytes)).toBe(true)
  await expect(later.window.getByText(`Saved as ${again.file}.`)).toBeInViewport()
})

type Seen = Readonly<Record<'javascript' | 'sandbox' | 'nodeIntegration' | 'isPersistent', unknown>>

/** From now on it is noted how each page that is made is confined. */
async function watchPages({ app }: App): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    const made: unknown[] = []
    Reflect.set(globalThis, 'pagesMade', made)
    electron.on('web-contents-created', (_event, contents) => {
      const told = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      const { javascript, sandbox, nodeIntegration } = told.getLastWebPreferences()
      const isPersistent = contents.session.isPersistent()
      made.push({ javascript, sandbox, nodeIntegration, isPersistent })
    })
  })
}

const pagesSeen = ({ app }: App): Promise<{ made: Seen[]; left: number }> =>
  app.evaluate(({ webContents }) => ({
    made: Reflect.get(globalThis, 'pagesMade') as Seen[],
    left: webContents.getAllWebContents().length,
  }))

/** The record of calls as events, through the file that a person saves. */
async function eventsOf({ app, window }: App, { profile }: Stage) {
  const file = path.join(profile, 'calls.jsonl')
  await saveTo(app, file)
  await takePaper(window, 'calls', 'save-lines')
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('')
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line) => siemEventSchema.parse(JSON.parse(line)))
}

test('an MSP’s customer has a record that says what nobody has verified', async ({ stage }) => {
  const scene = await stage('msp')
  const app = await scene.start()
  await choosePlan(app.window, 'msp')
  await approveTemplate(app.window)
  await signIn(app.window, scene.scenario)
  await enterMspAnswer(app.window)
  await createStack(app.window)
  await reaches(app.window, 'stack', 'done')
  await requestFromSupport(app.window)
  await reaches(app.window, 'registration', 'pending')
  const { file } = await pdfOf(app, scene, 'record', 'record-msp.pdf')
  await isSound(file, 'Connection record: Fabrikam Production')
  const text = await textOf(file)
  expect(text).toContain('Not verified: Spot Support was asked')
  expect(text).toContain('Tell your MSP')
})

test('whoever did all by hand has a record in which all is told and nothing proven', async ({
  stage,
}) => {
  const scene = await stage('role-exists')
  const app = await scene.start()
  const { accountId } = scene.scenario.signIn
  await choosePlan(app.window, 'us')
  await approveTemplate(app.window)
  await tellAll(app.window, {
    accountId,
    bucket: `northwind-cur-${accountId}`,
    roleArn: `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`,
  })
  await reaches(app.window, 'registration', 'todo')
  await press(app.window, 'registration', 'confirm-done')
  await reaches(app.window, 'registration', 'done')
  const { file } = await pdfOf(app, scene, 'record', 'record-by-hand.pdf')
  await isSound(file, `Connection record: ${accountId}`)
  const text = await textOf(file)
  expect(text).toContain('Not verified: entered by hand')
  expect(text).not.toContain('Proven: read from AWS')
})

test('whoever reads German gets German documents, by the same rules', async ({ stage }) => {
  const scene = await stage('report-fits')
  const app = await scene.start({ args: ['--lang=de'] })
  await choosePlan(app.window, 'us')
  await signIn(app.window, scene.scenario)
  for (const [paper, title, words] of [
    ['plan', 'Was sich in Ihrem AWS-Konto ändert', 'Was Spot'],
    ['record', 'Verbindungsnachweis: Northwind Management', 'Es wurde nichts geändert.'],
  ] as const) {
    const { file } = await pdfOf(app, scene, paper, `${paper}.pdf`)
    await isSound(file, title, 'de-DE')
    expect(await textOf(file)).toContain(words)
  }
})
