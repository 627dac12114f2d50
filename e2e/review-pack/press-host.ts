/**
 * An Electron without a window that anybody sees, which prints pages as the app prints its documents
 * (`electron/shell/press.ts`). Its last argument names a file with the jobs; it ends when all are done.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { app, BrowserWindow } from 'electron'
import { z } from 'zod'
import { registerScheme } from '../../electron/shell/page.ts'
import { pdfOf } from '../../electron/shell/press.ts'

const jobsShape = z.array(z.object({ page: z.string(), pdf: z.string(), at: z.number() }))

async function print(): Promise<void> {
  await app.whenReady()
  const jobs = jobsShape.parse(JSON.parse(readFileSync(process.argv.at(-1) ?? '', 'utf8')))
  const parent = new BrowserWindow({ show: false })
  for (const { page, pdf, at } of jobs) {
    const sheet = { html: readFileSync(page, 'utf8'), at, hasPictures: true as const }
    writeFileSync(pdf, await pdfOf(sheet, parent))
  }
}

registerScheme()
print().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error)}\n`,
    )
    app.exit(1)
  },
)
