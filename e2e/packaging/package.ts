import { copyFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { PAPERS } from '../supply-chain/papers.ts'
import { readReleaseFacts, saidOfUnfilled } from '../supply-chain/release-facts.ts'
import { MADE, makePack, packDate } from '../review-pack/make.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { appFor, type Elsewhere } from './app-folders.ts'
import { assertComplete } from './completeness.ts'
import { failed } from './failed.ts'
import { deb } from './formats/deb.ts'
import { macosZip } from './formats/macos-zip.ts'
import { msi } from './formats/msi.ts'
import type { Format } from './formats/output.ts'
import { rpm } from './formats/rpm.ts'
import { installationFor } from './installation/installation.ts'
import { archiveOf, buildEdition, outputFor, packageApp, type Packaged } from './package-app.ts'
import { assertSignable, emptied, finish } from './verification/finish.ts'
import { assertWeights } from './weights.ts'

/** What is made of the directory for IT to roll out, by the name that is told. */
const FORMATS: Readonly<Record<string, Format>> = { 'Debian package': deb, 'RPM package': rpm }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function shown(file: string): string {
  return path.relative(repositoryRoot, file)
}

async function sizeOf(file: string): Promise<string> {
  const { size } = await stat(file)
  return size < 1_000_000 ? `${(size / 1000).toFixed(0)} kB` : `${(size / 1_000_000).toFixed(1)} MB`
}

const secondsSince = (begun: number): string =>
  `${((performance.now() - begun) / 1000).toFixed(0)} s`

/** Does `work`, and tells the file that it made, its size and how long that took. */
async function told(name: string, work: () => Promise<string>): Promise<void> {
  const begun = performance.now()
  const file = await work()
  say(`${name}: ${shown(file)} (${await sizeOf(file)}, ${secondsSince(begun)})`)
}

async function makeForLinux(
  packaged: Packaged,
  runtime: ElectronRuntime,
  version: string | undefined,
): Promise<void> {
  const { folder } = packaged
  const build = { architecture: process.arch, runtime, ...(version && { version }) }
  const installation = await installationFor('linux', folder, build)
  assertComplete(installation)
  say(`Beside Electron it has: ${assertWeights(folder)}`)
  await told('Archive', () => archiveOf(packaged))
  for (const [name, format] of Object.entries(FORMATS))
    await told(name, () => format(installation, path.dirname(folder)))
}

/** What is made for other systems, by the name that is told, and how its papers beside it are called. */
const ELSEWHERE: Readonly<Record<string, readonly [Elsewhere, string, Format]>> = {
  'Package for Windows Installer': ['win32', 'windows', msi],
  'Bundle for macOS': ['darwin', 'macos', macosZip],
}

/** Lays a bill of materials and a statement beside the packages too, for those who read before they install. */
async function layBeside(papers: string, output: string, system: string): Promise<void> {
  for (const paper of [PAPERS.bom, PAPERS.vex]) {
    const beside = path.join(output, paper.replace('.', `.${system}.`))
    await copyFile(path.join(papers, paper), beside)
    say(`Papers for ${system}: ${shown(beside)} (${await sizeOf(beside)})`)
  }
}

async function makeElsewhere(
  output: string,
  runtime: ElectronRuntime,
  version: string | undefined,
): Promise<void> {
  for (const [name, [system, called, format]] of Object.entries(ELSEWHERE)) {
    const app = await appFor(system, path.join(output, system), runtime, version)
    const installation = await app.installedFrom(app.folder)
    assertComplete(installation)
    await told(name, () => format(installation, output))
    await layBeside(app.papers, output, called)
  }
}

/** The directory for this system, and what lies beside it. */
async function makeDirectory(
  runtime: ElectronRuntime,
  version: string | undefined,
): Promise<Packaged> {
  await buildEdition('shipped', version)
  const packaged = await packageApp(repositoryRoot, runtime, {
    edition: 'shipped',
    ...(version === undefined ? {} : { version }),
  })
  say(`Directory: ${shown(packaged.folder)}`)
  say(`Bill of materials: ${shown(packaged.bom)} (${await sizeOf(packaged.bom)})`)
  say(`Known advisories: ${shown(packaged.vex)} (${await sizeOf(packaged.vex)})`)
  for (const page of packaged.notices) say(`Licences: ${shown(page)} (${await sizeOf(page)})`)
  return packaged
}

async function makeReviewPack(output: string): Promise<void> {
  for (const { file } of await makePack(MADE, packDate())) {
    const beside = path.join(output, path.basename(file))
    await copyFile(file, beside)
    say(`Review pack: ${shown(beside)} (${await sizeOf(beside)})`)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Only the directory.
      dir: { type: 'boolean', default: false },
      // As another version than the project's, to try an upgrade with.
      as: { type: 'string' },
      compare: { type: 'string', default: '' },
      reproduce: { type: 'boolean', default: false },
      sign: { type: 'string', default: process.env['ECO_CONNECT_SIGNING_KEY'] ?? '' },
    },
  })
  if (process.platform !== 'linux')
    throw new Error('Packages of every system are made on Linux only.')
  const { as: version, compare, reproduce, sign: key } = values
  const begun = performance.now()
  const runtime = await resolveElectron()
  await assertSignable(runtime, key)
  // Before anything is built: a release that nobody stands for is none.
  const unfilled = saidOfUnfilled(readReleaseFacts(), !runtime.fallback)
  await rm(MADE, { recursive: true, force: true })
  if (values.dir) await makeDirectory(runtime, version)
  else {
    const output = outputFor(repositoryRoot, runtime, 'shipped', version)
    await emptied(output)
    await makeReviewPack(output)
    await makeForLinux(await makeDirectory(runtime, version), runtime, version)
    await makeElsewhere(output, runtime, version)
    process.stdout.write(await finish(output, runtime, { compare, reproduce, key }))
  }
  process.stdout.write(unfilled)
  if (runtime.fallback)
    say(
      `NOT FOR DISTRIBUTION: this package holds the test runtime, Electron ${runtime.version}, and ` +
        'is for trying it on this machine only. Those for Windows and macOS hold no Electron at all.',
    )
  say(`Packaged in ${secondsSince(begun)}.`)
}

main().catch(failed)
