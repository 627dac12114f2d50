import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { IDENTITIES } from '../../electron/start/edition.ts'
import { startDisplay } from '../runtime/display.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { environmentFor, sandboxWorks } from '../runtime/environment.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { startCompanion } from '../runtime/processes.ts'
import { readManifest } from '../supply-chain/lock.ts'

/** A page that is to become a PDF. */
export type Print = {
  readonly html: string
  /** Where the PDF goes. */
  readonly pdf: string
  /** The document's own date, ms since the epoch. */
  readonly at: number
}

const host = fileURLToPath(new URL('press-host.ts', import.meta.url))

/** The host and the app's press in one file, for an Electron that is given its folder. */
async function bundleInto(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: repositoryRoot,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { host },
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  })
  const { version } = readManifest()
  // What made a PDF stands in it: the app, by its name and version.
  const manifest = { name: 'press', productName: IDENTITIES.shipped.name, version, main: 'host.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
}

/**
 * Prints pages by the real Electron and the app's own press: tagged, with bookmarks, the same bytes each
 * time. Rejects with what Electron said when one cannot be made.
 */
export async function printed(prints: readonly Print[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'press-'))
  try {
    await bundleInto(folder)
    const jobs = prints.map(({ pdf, at }, place) => ({
      page: path.join(folder, `${place}.html`),
      pdf,
      at,
    }))
    await Promise.all(prints.map(({ html }, place) => writeFile(jobs[place]?.page ?? '', html)))
    const list = path.join(folder, 'jobs.json')
    await writeFile(list, JSON.stringify(jobs))
    await run(folder, list)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function run(folder: string, list: string): Promise<void> {
  const { executable } = await resolveElectron()
  const switches = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const display = await startDisplay()
  const profile = path.join(folder, 'profile')
  try {
    const child = startCompanion(
      executable,
      [...switches, `--user-data-dir=${profile}`, folder, list],
      { env: environmentFor(display.env), stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => {
      complaint += text.toString()
    })
    await once(child, 'exit')
    if (child.exitCode !== 0) throw new Error(`The pages could not be printed: ${complaint.trim()}`)
  } finally {
    await display.stop()
  }
}
