import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fallbackDist, buildFallbackDist, isFallbackDist } from './fallback.ts'
import { repositoryRoot } from './paths.ts'

export type ElectronRuntime = {
  /** Absolute path of the program to start. */
  executable: string
  /** Electron's version without a leading `v`. */
  version: string
  /** True for the test runtime, which must never be packaged for anyone. */
  fallback: boolean
}

const stockPackage = path.join(repositoryRoot, 'node_modules', 'electron')
/** An unreachable host fails within seconds; this bounds a download that crawls. */
const downloadLimitMs = 300_000

/** The executable inside an Electron dist folder, as the `electron` package names it. */
export function executableInDist(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

async function runtimeIn(dist: string): Promise<ElectronRuntime | undefined> {
  const executable = path.join(dist, executableInDist(process.platform))
  if (!existsSync(executable)) return undefined
  const version = await readFile(path.join(dist, 'version'), 'utf8').catch(() => 'unknown')
  return {
    executable,
    version: version.trim().replace(/^v/, ''),
    fallback: isFallbackDist(dist),
  }
}

/** Runs the `electron` package's own installer, which knows its caches and mirrors. */
async function downloadStock(): Promise<string | undefined> {
  const installer = path.join(stockPackage, 'install.js')
  if (!existsSync(installer)) return 'the electron package is not installed'
  const child = spawn(process.execPath, [installer], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadLimitMs,
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  if (code === 0) return undefined
  return complaint.trim().split('\n')[0] || `the download took more than ${downloadLimitMs} ms`
}

/** Told once, not once per worker: child processes inherit the mark. */
function announceFallback(runtime: ElectronRuntime): void {
  if (process.env['ECO_CONNECT_RUNTIME_TOLD']) return
  process.env['ECO_CONNECT_RUNTIME_TOLD'] = '1'
  process.stderr.write(
    `Using the test runtime, Electron ${runtime.version}, because the shipped Electron could not be ` +
      'downloaded here. "npx install-electron" tries again.\n',
  )
}

async function findRuntime(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const chosen = await runtimeIn(path.resolve(override))
    if (chosen) return chosen
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron.`)
  }
  const stockDist = path.join(stockPackage, 'dist')
  const stock = await runtimeIn(stockDist)
  if (stock) return stock
  const built = await runtimeIn(fallbackDist)
  if (built) return built

  process.stderr.write('Downloading Electron (once) …\n')
  const complaint = await downloadStock()
  const downloaded = await runtimeIn(stockDist)
  if (downloaded) return downloaded
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron could not be downloaded (${complaint ?? 'no binary'}). The test runtime exists for ` +
        'Linux x64 only; set ELECTRON_MIRROR to a reachable mirror or ELECTRON_OVERRIDE_DIST_PATH ' +
        'to an unpacked Electron, and try again.',
    )
  }
  await buildFallbackDist()
  const fallback = await runtimeIn(fallbackDist)
  if (fallback) return fallback
  throw new Error(`The test runtime was built, but ${fallbackDist} holds no Electron.`)
}

let found: Promise<ElectronRuntime> | undefined

/**
 * The Electron to run here: `ELECTRON_OVERRIDE_DIST_PATH` if set, else the stock package's binary,
 * downloaded once if need be, else (Linux x64) the test runtime, with one line on stderr saying so.
 * Remembered within the process. Rejects with a sentence for the user when there is none.
 */
export async function resolveElectron(): Promise<ElectronRuntime> {
  found ??= findRuntime()
  const runtime = await found
  if (runtime.fallback) announceFallback(runtime)
  return runtime
}
