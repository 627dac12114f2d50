import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'

const run = promisify(execFile)

/**
 * Builds and packages the shipped edition, as `npm run package` does; resolves its folder. That is the same
 * one each time: of what runs at the same time, such as tests, one may call this.
 * @param version another than the project's, in a folder of its own
 */
export async function packageShipped(version?: string): Promise<string> {
  const program = path.join(repositoryRoot, 'e2e/packaging/package.ts')
  // Apart, since the packager writes what it does to standard output.
  const as = version === undefined ? [] : ['--as', version]
  const args = ['--import', 'tsx', program, '--dir', ...as]
  const { stdout, stderr } = await run(process.execPath, args, {
    cwd: repositoryRoot,
    maxBuffer: 64 * 1024 * 1024,
  })
  const folder = /^Directory: (.+)$/m.exec(stdout)?.[1]
  if (!folder) throw new Error(`The packager named no directory.\n${stderr}`)
  return path.join(repositoryRoot, folder)
}
