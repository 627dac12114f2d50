import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { build, Platform } from 'electron-builder'
import { IDENTITIES, type PackagedEdition } from '../../electron/start/edition.ts'
import { assertContents } from '../supply-chain/contents.ts'
import { billOfMaterials } from '../supply-chain/sbom.ts'
import { contentsIn, vexOf } from '../supply-chain/vex.ts'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { launcherInDist } from '../runtime/fallback.ts'
import { assertFuses } from '../runtime/fuses.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { productOf, sourceDate } from './installation/product.ts'

const run = promisify(execFile)

export type Packaged = {
  /** The unpacked directory. */
  folder: string
  executable: string
  /** The CycloneDX bill of materials, beside the directory. */
  bom: string
  /** Beside it the statement of what each known advisory means for what is packaged. */
  vex: string
  /** The archive of it, if one was asked for. */
  archive?: string
}

export type PackageOptions = {
  readonly edition: PackagedEdition
  readonly directoryOnly: boolean
  /** Another version than the project's, apart from it: to try an upgrade with. */
  readonly version?: string
}

/**
 * A package around the test runtime is good for trying the packaged app on this machine. Its folder
 * and its file name say so, and it is kept apart from real ones; so is the one for test tools.
 */
function outputFor(
  project: string,
  runtime: ElectronRuntime,
  edition: PackagedEdition,
  version: string | undefined,
): string {
  const kind = [...(edition === 'automation' ? ['automation'] : []), version ?? '']
  return path.join(project, 'release', runtime.fallback ? 'test-runtime' : '', ...kind)
}

/** Builds one edition of the app, apart from the one to develop with, as the project's version or as another. */
export async function buildEdition(edition: PackagedEdition, version?: string): Promise<void> {
  const vite = path.join(repositoryRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--app', '--mode', edition, '--logLevel', 'warn']
  const env = { ...process.env, BUILD_VERSION: version }
  await run(process.execPath, args, { cwd: repositoryRoot, env })
}

async function unpackedFolder(output: string): Promise<string> {
  const names = await readdir(output)
  const name = names.find((candidate) => candidate.endsWith('-unpacked'))
  if (name === undefined)
    throw new Error(`electron-builder left no unpacked directory in ${output}.`)
  return path.join(output, name)
}

/** Packs the unpacked directory with everything that depends on who packs and when left out. */
async function archiveOf(folder: string, name: string, seconds: number): Promise<string> {
  const archive = path.join(path.dirname(folder), `${name}.tar.gz`)
  const neutral = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=@${seconds}`,
  ]
  const rename = `--transform=s,^${path.basename(folder)},${name},`
  const from = ['-C', path.dirname(folder), path.basename(folder)]
  await run('tar', [...neutral, rename, '-czf', archive, ...from])
  return archive
}

/**
 * Builds the Linux package of one edition from what `buildEdition` made: the unpacked directory, its
 * fuses set and read back and its files checked, its bill of materials, the statement about
 * advisories, and unless `directoryOnly` the tar.gz.
 */
export async function packageApp(
  project: string,
  runtime: ElectronRuntime,
  { edition, directoryOnly, ...asked }: PackageOptions,
): Promise<Packaged> {
  const architecture = process.arch
  const product = await productOf({ architecture, runtime, ...asked })
  const { name, version } = product
  const seconds = sourceDate(product)
  const output = outputFor(project, runtime, edition, asked.version)
  const identity = IDENTITIES[edition]
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: path.join(repositoryRoot, 'resources', 'packaging', 'electron-builder.yml'),
      electronDist: path.dirname(runtime.executable),
      electronVersion: runtime.version,
      directories: { output },
      appId: identity.appId,
      productName: identity.name,
      extraMetadata: {
        productName: identity.name,
        version,
        // By which a desktop knows whose a window is: its menu entry, and the icon with it.
        desktopName: `${name}.desktop`,
      },
      // Where Vite puts an edition (`vite.config.mts`).
      files: [{ from: path.join('build', edition), to: 'dist', filter: ['**/*', '!**/*.map'] }],
    },
  })
  const folder = await unpackedFolder(output)
  // The test runtime's launcher must not come before the app.
  await rm(path.join(folder, launcherInDist), { recursive: true, force: true })
  const executable = path.join(folder, name)
  await assertFuses(executable)
  await assertContents(folder, executable, path.dirname(runtime.executable), edition)
  const bom = path.join(output, 'sbom.cdx.json')
  const materials = await billOfMaterials({ name, version }, runtime.version, seconds)
  await writeFile(bom, `${JSON.stringify(materials, null, 2)}\n`)
  const vex = path.join(output, 'vex.cdx.json')
  const list = path.join(repositoryRoot, 'resources', 'security', 'dependencies.md')
  const statement = vexOf(contentsIn(await readFile(list, 'utf8'), runtime.version))
  await writeFile(vex, `${JSON.stringify(statement, null, 2)}\n`)
  if (directoryOnly) return { folder, executable, bom, vex }
  const mark = runtime.fallback ? '-test-runtime' : ''
  const archive = await archiveOf(
    folder,
    `${name}-${version}-linux-${architecture}${mark}`,
    seconds,
  )
  return { folder, executable, bom, vex, archive }
}
