import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'

const run = promisify(execFile)

/** An earlier build of the app: a folder that Electron can start. */
type Earlier = { readonly folder: string; readonly remove: () => Promise<void> }

/** The last build that asked AWS for one thing after the other. */
export const BEFORE = 'c4c615a'

/** Throws unless the app in `folder` has been built. */
export function requireBuilt(folder: string): void {
  if (existsSync(path.join(folder, 'dist', 'main', 'main.js'))) return
  throw new Error(`The app in ${folder} is not built. Run "npm run build" there first.`)
}

/**
 * The app as it was: `which` is a folder that has been built, or a revision, which is taken out of git
 * into a temporary folder and built there with the packages that are installed here. Those are the same
 * for both, so that only the app's own code is compared.
 */
async function buildBefore(which: string): Promise<Earlier> {
  if (existsSync(path.join(which, 'package.json'))) {
    const folder = path.resolve(which)
    requireBuilt(folder)
    return { folder, remove: () => Promise.resolve() }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'build-before-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const archive = path.join(folder, 'source.tar')
    const git = ['archive', '--format=tar', `--output=${archive}`, `${which}^{commit}`]
    await run('git', git, { cwd: repositoryRoot })
    await run('tar', ['-xf', archive, '-C', folder])
    await symlink(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'))
    const vite = path.join('node_modules', 'vite', 'bin', 'vite.js')
    await run(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], { cwd: folder })
    return { folder, remove }
  } catch (cause) {
    await remove()
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `“${which}” is no folder with the app, and no revision that can be built:\n${why}`,
      {
        cause,
      },
    )
  }
}

/**
 * What is compared with: what was asked for ('none' for nothing), else the build of `BEFORE`, without which
 * the benchmark goes on: sources without their history have none.
 */
export async function earlierBuild(asked: string | undefined): Promise<Earlier | undefined> {
  if (asked === 'none') return undefined
  if (asked !== undefined) return buildBefore(asked)
  return buildBefore(BEFORE).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Nothing is compared with the build before. ${why}\n`)
    return undefined
  })
}
