import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ensurePackages } from '../../runtime/system.ts'
import { sourceDate } from '../installation/product.ts'
import { fileMark, type Format } from './output.ts'
import { inTemporaryFolder, stage } from './staged.ts'

const run = promisify(execFile)

/** Debian's package of what makes it. */
const ZIP = { zip: 'zip' }

/**
 * The bundle for macOS in a zip, the same bytes each time, with its links as links. Neither signed nor
 * notarised, which only a Mac can do: macOS will not open what is downloaded so. A disk image and a package for
 * its installer are configured (`resources/packaging/electron-builder.yml`) and made on a Mac only.
 */
export const macosZip: Format = async (installation, output, effort) => {
  await ensurePackages(ZIP)
  const { product, root, entries } = installation
  const name = `${product.name}-${product.version}-macos-${product.architecture}`
  const file = path.join(output, `${name}${fileMark(installation)}.zip`)
  await rm(file, { force: true }) // zip would add to it
  await inTemporaryFolder(async (folder) => {
    await stage(entries, folder, sourceDate(product))
    const above = path.posix.dirname(root)
    const inside = entries.map(({ to }) => path.posix.relative(above, to))
    // In the order of the definition; without owners, times of access and folders. Zip knows local times only.
    const options = ['-X', '-D', '-y', '-q', ...(effort === undefined ? [] : [`-${effort}`])]
    const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' }
    const zipped = run('zip', [...options, file, '-@'], { cwd: path.join(folder, above), env })
    zipped.child.stdin?.end(inside.join('\n'))
    await zipped
  })
  return file
}
