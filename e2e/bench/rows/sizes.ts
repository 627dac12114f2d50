import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { repositoryRoot } from '../../runtime/paths.ts'
import { builtSizes } from '../built.ts'
import { counted } from '../figures.ts'
import type { Row } from '../row.ts'

/** All that a folder holds, in bytes. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const run = promisify(execFile)

/**
 * Packages the shipped edition, and weighs what is not Electron's own: that lies in `resources`. In a process
 * apart, since electron-builder talks where the benchmark's own table is to stand.
 */
async function packaged(): Promise<number> {
  const program = path.join('e2e', 'packaging', 'package.ts')
  const tsx = path.join('node_modules', 'tsx', 'dist', 'cli.mjs')
  const said = await run(process.execPath, [tsx, program, '--dir'], {
    cwd: repositoryRoot,
    maxBuffer: 2 ** 24,
  })
  const folder = /^Directory: (.+)$/m.exec(said.stdout)?.[1]
  if (folder === undefined) throw new Error(`There is no package:\n${said.stderr}`)
  return sizeOf(path.join(repositoryRoot, folder, 'resources'))
}

/**
 * What is downloaded and loaded: all scripts that a person with one language can come to load, whenever that
 * is (of the languages the largest; further ones are loaded when chosen); all styles. The same build has the same sizes: there are no pairs. */
export const sizes: Row = {
  id: 'sizes',
  title: 'scripts, styles and package',
  pairs: 0,
  applies: process.platform === 'linux',
  async measure({ apps }) {
    const { code, words, styles } = builtSizes(apps.ours)
    const file = { unit: 'kB', goal: null, limit: '' } as const
    return [
      counted(
        { ...file, what: 'scripts, one language, gzip', goal: 250, limit: SCRIPTS },
        (code + words) / 1000,
      ),
      counted({ ...file, what: 'these without their words' }, code / 1000),
      counted(
        { ...file, what: 'styles beside fonts, gzip', goal: 60, limit: STYLES },
        styles / 1000,
      ),
      counted(
        { ...file, what: 'package beside the runtime', goal: 4000, limit: PACKAGE },
        (await packaged()) / 1000,
      ),
    ]
  },
}

const SCRIPTS =
  'React, the components in use, and every sentence that a person may come to read, help and documents included.'
const STYLES = 'The components’ own styles, with a class for each state of each part.'
const PACKAGE =
  'Code and words lie in it twice, for each of the two processes, and are not compressed: it is what the disk has.'
