import { execFile } from 'node:child_process'
import { chmod, copyFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { build, Platform } from 'electron-builder'
import { IDENTITIES, type PackagedEdition } from '../../electron/start/edition.ts'
import { assertContents } from '../supply-chain/contents.ts'
import { PAPERS, writePapers } from '../supply-chain/papers.ts'
import { versionsToldBy } from '../supply-chain/runtime-parts.ts'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { launcherInDist } from '../runtime/fallback.ts'
import { assertFuses } from '../runtime/fuses.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { configurationOf } from './configuration.ts'
import { productOf, sourceDate } from './installation/product.ts'
import { pack } from './packed.ts'

const run = promisify(execFile)

export type Packaged = {
  /** The unpacked directory. */
  folder: string
  executable: string
  /** The CycloneDX bill of materials, beside the directory, and in it as well. */
  bom: string
  /** Beside it, and in it, the statement of what each known advisory means for what is packaged. */
  vex: string
  /** The same for the licences of what others made, in each language. */
  notices: readonly string[]
  /** What an archive of it is called, without its ending. */
  archiveName: string
  /** The time of everything in it, in seconds since 1970. */
  madeAt: number
}

export type PackageOptions = {
  readonly edition: PackagedEdition
  /** Another version than the project's, apart from it: to try an upgrade with. */
  readonly version?: string
}

/**
 * A package around the test runtime is good for trying the packaged app on this machine. Its folder
 * and its file name say so, and it is kept apart from real ones; so is the one for test tools.
 */
export function outputFor(
  project: string,
  runtime: ElectronRuntime,
  edition: PackagedEdition,
  version?: string,
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

/**
 * Gives every file the rights that it has for everybody, whatever the umask under which it was made: a program
 * may be started, everything may be read, and only its owner changes it.
 */
async function neutralModes(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name)
    const isProgram = entry.isDirectory() || ((await stat(place)).mode & 0o100) !== 0
    await chmod(place, isProgram ? 0o755 : 0o644)
  }
}

/** Packs the unpacked directory with everything that depends on who packs and when left out; resolves the archive. */
export async function archiveOf({
  folder,
  archiveName: name,
  madeAt,
}: Pick<Packaged, 'folder' | 'archiveName' | 'madeAt'>): Promise<string> {
  const archive = path.join(path.dirname(folder), `${name}.tar.gz`)
  const neutral = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${madeAt}`]
  const rename = `--transform=s,^${path.basename(folder)},${name},`
  const from = ['-C', path.dirname(folder), path.basename(folder)]
  await run('tar', [...neutral, rename, '-czf', archive, ...from])
  return archive
}

/**
 * Builds the Linux package of one edition from what `buildEdition` made: the unpacked directory, its
 * fuses set and read back and its files checked, its bill of materials, the statement about
 * advisories, and the licences of what others made.
 */
export async function packageApp(
  project: string,
  runtime: ElectronRuntime,
  { edition, ...asked }: PackageOptions,
): Promise<Packaged> {
  const architecture = process.arch
  const product = await productOf({ architecture, runtime, ...asked })
  const { name, version } = product
  const madeAt = sourceDate(product)
  const output = outputFor(project, runtime, edition, asked.version)
  await pack(path.join(project, 'build', edition, 'renderer', 'assets'))
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...configurationOf(edition, 'linux', output, product),
      electronDist: path.dirname(runtime.executable),
      electronVersion: runtime.version,
    },
  })
  const folder = await unpackedFolder(output)
  // The test runtime's launcher must not come before the app.
  await rm(path.join(folder, launcherInDist), { recursive: true, force: true })
  const executable = path.join(folder, name)
  await assertFuses(executable)
  const papers = await writePapers({
    folder,
    system: 'linux',
    edition,
    app: { name, version },
    title: IDENTITIES[edition].name,
    runtime: await versionsToldBy(runtime.executable),
    isForDistribution: !runtime.fallback,
    isStandIn: false,
    madeAt,
  })
  await assertContents(folder, executable, path.dirname(runtime.executable), edition)
  await neutralModes(folder)
  const beside = async (paper: string): Promise<string> => {
    await copyFile(path.join(papers, paper), path.join(output, paper))
    return path.join(output, paper)
  }
  const bom = await beside(PAPERS.bom)
  const vex = await beside(PAPERS.vex)
  const notices = await Promise.all(PAPERS.notices.map(beside))
  const mark = runtime.fallback ? '-test-runtime' : ''
  const archiveName = `${name}-${version}-linux-${architecture}${mark}`
  return { folder, executable, bom, vex, notices, archiveName, madeAt }
}
