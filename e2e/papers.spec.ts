import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { PaperId } from '../electron/contract/papers.ts'
import { type App, expect, type Stage, test } from './journeys/fixture.ts'
import { saveTo, takePaper } from './journeys/files.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

const run = promisify(execFile)

/** Saves a document as PDF, and resolves its place and its bytes. */
async function pdfOf(
  { app, window }: App,
  { profile }: Stage,
  paper: PaperId,
  name: string,
): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const file = path.join(profile, name)
  await saveTo(app, file)
  await takePaper(window, paper, 'save-pdf')
  await expect
    .poll(async () => (await readFile(file).catch(() => Buffer.of())).byteLength, {
      timeout: 30_000,
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
async function isSound(file: string, title: string): Promise<void> {
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
  expect(plain).toMatch(/\/Type \/Catalog|\/Lang \(en-US\)/)
  expect(plain).toContain('/Lang (en-US)')
  expect(plain).toContain('/Outlines')
  expect(plain).toContain('/DisplayDocTitle true')
  expect(plain).toMatch(/\/S \/TH\b/)
  const fonts = (await run('pdffonts', [file])).stdout.split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+\s*$/)
}

test('a document becomes a sound PDF, the same bytes each time', async ({ stage }) => {
  const scene = await stage('report-fits')
  const app = await scene.start()
  await choosePlan(app.window, 'us')
  await signIn(app.window, scene.scenario)
  await reaches(app.window, 'cost-report', 'todo')
  const { file, bytes } = await pdfOf(app, scene, 'calls', 'calls.pdf')
  await isSound(file, 'What was called for Northwind Management')
  expect((await pdfOf(app, scene, 'calls', 'again.pdf')).bytes.equals(bytes)).toBe(true)
})
