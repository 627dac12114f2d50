import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ensurePackages } from '../../runtime/system.ts'
import { sourceDate } from '../installation/product.ts'
import { linkedOf } from './elf.ts'
import { rpmNeeds } from './libraries.ts'
import { EFFORT, type Effort, fileMark, type Format } from './output.ts'
import { specOf } from './rpm-spec.ts'
import { inTemporaryFolder, stage } from './staged.ts'

const run = promisify(execFile)

/** RPM's words for processors. */
const ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64' } as const

/**
 * Settings of rpmbuild, which by itself makes packages otherwise than they are described: it strips
 * programs, adds links to their build IDs, compiles and compresses what it finds, and writes down
 * where and when it ran. Source: https://rpm-software-management.github.io/rpm/manual/
 */
function settings(folder: string, effort: Effort): Readonly<Record<string, string>> {
  return {
    _topdir: folder,
    _rpmdir: path.join(folder, 'out'),
    // What is installed is what was checked, byte for byte.
    __os_install_post: '%{nil}',
    debug_package: '%{nil}',
    _build_id_links: 'none',
    // The same bytes wherever and whenever it runs.
    _buildhost: 'localhost',
    use_source_date_epoch_as_buildtime: '1',
    clamp_mtime_to_source_date_epoch: '1',
    source_date_epoch_from_changelog: '0',
    _binary_payload: effort === 0 ? 'w1.gzdio' : `w${effort}.xzdio`,
    _binary_filedigest_algorithm: '8',
  }
}

async function onlyFileIn(folder: string): Promise<string> {
  const [file, ...others] = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.rpm'),
  )
  if (file === undefined || others.length > 0)
    throw new Error(`rpmbuild was to make one package and made ${others.length + (file ? 1 : 0)}.`)
  return path.join(folder, file)
}

/** A package for distributions with rpm, the same bytes each time. */
export const rpm: Format = async (installation, output, effort = EFFORT) => {
  await ensurePackages({ rpmbuild: 'rpm', readelf: 'binutils' })
  const { product } = installation
  const seconds = sourceDate(product)
  const architecture = ARCHITECTURES[product.architecture]
  const needs = rpmNeeds(await linkedOf(installation))
  return inTemporaryFolder(async (folder) => {
    const staged = path.join(folder, 'staged')
    const spec = path.join(folder, `${product.name}.spec`)
    await mkdir(staged)
    await stage(installation.entries, staged, seconds)
    await writeFile(spec, specOf(installation, needs, staged))
    const defined = Object.entries(settings(folder, effort)).flatMap(([name, value]) => [
      '--define',
      `${name} ${value}`,
    ])
    const env = {
      // A person's own ~/.rpmmacros has no say.
      ...process.env,
      HOME: folder,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      SOURCE_DATE_EPOCH: String(seconds),
    }
    await run('rpmbuild', [...defined, '--target', architecture, '-bb', spec], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    })
    const made = await onlyFileIn(path.join(folder, 'out'))
    const ending = `.${architecture}.rpm`
    const name = `${path.basename(made, ending)}${ending.slice(0, -4)}${fileMark(installation)}.rpm`
    const file = path.join(output, name)
    // Not a rename: the two folders may be on two disks.
    await copyFile(made, file)
    return file
  })
}
