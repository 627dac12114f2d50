import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { repositoryRoot } from '../../runtime/paths.ts'

const run = promisify(execFile)

/** What may differ between two computers that build the same: none of it may be seen in an artefact. */
const ELSEWHERE = {
  umask: '077',
  // Neither UTC nor a whole number of hours away from it.
  env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  folder: path.join('another place', 'deeper'),
}

/** The files that make the app: all that are in the repository, as they are now. */
async function sources(): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await run('git', args, {
    cwd: repositoryRoot,
    maxBuffer: 16 * 1024 * 1024,
  })
  return stdout.split('\0').filter((name) => name !== '')
}

async function copySources(into: string): Promise<void> {
  for (const name of await sources()) {
    await mkdir(path.join(into, path.dirname(name)), { recursive: true })
    await copyFile(path.join(repositoryRoot, name), path.join(into, name)).catch(
      (error: unknown) => {
        // One that was deleted and is still in the index.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      },
    )
  }
  // Links save a gigabyte; where the other folder is on another disk, a copy does.
  const [from, to] = ['node_modules', path.join(into, 'node_modules')]
  await run('cp', ['-al', from, to], { cwd: repositoryRoot }).catch(async () => {
    await rm(to, { recursive: true, force: true })
    await run('cp', ['-a', from, to], { cwd: repositoryRoot })
  })
}

/**
 * Packages the same sources once more: in another folder, under another umask, in another time zone and
 * language, with a home folder of its own. Resolves the folder of the artefacts, and how it is removed.
 * @param dist the folder of the Electron to package with
 * @param release where packaging leaves artefacts, below the repository
 */
export async function rebuiltElsewhere(
  dist: string,
  release: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const top = await mkdtemp(path.join(tmpdir(), 'rebuilt-'))
  const remove = (): Promise<void> => rm(top, { recursive: true, force: true })
  try {
    const copy = path.join(top, ELSEWHERE.folder)
    const home = path.join(top, 'home')
    await mkdir(home)
    await copySources(copy)
    const packaging = [process.execPath, '--import', 'tsx', 'e2e/packaging/package.ts']
    const script = `umask ${ELSEWHERE.umask}; exec "$@"`
    await run('sh', ['-c', script, 'sh', ...packaging], {
      cwd: copy,
      env: { ...process.env, ...ELSEWHERE.env, HOME: home, ELECTRON_OVERRIDE_DIST_PATH: dist },
      maxBuffer: 64 * 1024 * 1024,
    })
    return { folder: path.join(copy, release), remove }
  } catch (error) {
    await remove()
    throw error
  }
}
