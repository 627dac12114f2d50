import { copyFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { readReleaseFacts, saidOfUnfilled } from '../supply-chain/release-facts.ts'
import { MADE, makePack, packDate } from '../review-pack/make.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { appFor, type Elsewhere } from './app-folders.ts'
import { deb } from './formats/deb.ts'
import { macosZip } from './formats/macos-zip.ts'
import { msi } from './formats/msi.ts'
import type { Format } from './formats/output.ts'
import { rpm } from './formats/rpm.ts'
import { installationFor } from './installation/installation.ts'
import { buildEdition, outputFor, packageApp } from './package-app.ts'
import { assertSignable, emptied, finish } from './verification/finish.ts'

/** What is made of the directory for IT to roll out, by the name that is told. */
const FORMATS: Readonly<Record<string, Format>> = { 'Debian package': deb, 'RPM package': rpm }

function shown(file: string): string {
  return path.relative(repositoryRoot, file)
}

/** Does `work`, and tells the file that it made, its size and how long that took. */
async function told(name: string, work: () => Promise<string>): Promise<void> {
  const begun = performance.now()
  const file = await work()
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  const megabytes = ((await stat(file)).size / 1_000_000).toFixed(1)
  process.stdout.write(`${name}: ${shown(file)} (${megabytes} MB, ${seconds} s)\n`)
}

async function makeInstallers(
  folder: string,
  runtime: ElectronRuntime,
  version: string | undefined,
): Promise<void> {
  const build = { architecture: process.arch, runtime, ...(version && { version }) }
  const installation = await installationFor('linux', folder, build)
  const output = path.dirname(folder)
  for (const [name, format] of Object.entries(FORMATS))
    await told(name, () => format(installation, output))
}

/** What is made for other systems, by the name that is told. */
const ELSEWHERE: Readonly<Record<string, readonly [Elsewhere, Format]>> = {
  'Package for Windows Installer': ['win32', msi],
  'Bundle for macOS': ['darwin', macosZip],
}

async function makeElsewhere(
  output: string,
  runtime: ElectronRuntime,
  version: string | undefined,
): Promise<void> {
  for (const [name, [system, format]] of Object.entries(ELSEWHERE))
    await told(name, async () => {
      const app = await appFor(system, path.join(output, system), runtime, version)
      return format(await app.installedFrom(app.folder), output)
    })
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
  if (process.platform !== 'linux') throw new Error('So far only the Linux package can be built.')
  const { compare, reproduce, sign: key } = values
  const runtime = await resolveElectron()
  await assertSignable(runtime, key)
  // Before anything is built: a release that nobody stands for is none.
  const unfilled = saidOfUnfilled(readReleaseFacts(), !runtime.fallback)
  const output = outputFor(repositoryRoot, runtime, 'shipped', values.as)
  if (!values.dir) await emptied(output)
  await rm(MADE, { recursive: true, force: true })
  const pack = values.dir ? [] : await makePack(MADE, packDate())
  await buildEdition('shipped', values.as)
  const { folder, archive, bom, vex, notices } = await packageApp(repositoryRoot, runtime, {
    edition: 'shipped',
    directoryOnly: values.dir,
    ...(values.as === undefined ? {} : { version: values.as }),
  })
  process.stdout.write(`Directory: ${shown(folder)}\n`)
  process.stdout.write(`Bill of materials: ${shown(bom)}\n`)
  process.stdout.write(`Known advisories: ${shown(vex)}\n`)
  process.stdout.write(`Licences: ${notices.map(shown).join(', ')}\n`)
  for (const { file } of pack) await copyFile(file, path.join(output, path.basename(file)))
  if (pack.length > 0) process.stdout.write(`Review pack: ${shown(MADE)}\n`)
  if (archive !== undefined) {
    const megabytes = ((await stat(archive)).size / 1_000_000).toFixed(1)
    process.stdout.write(`Archive: ${shown(archive)} (${megabytes} MB)\n`)
    await makeInstallers(folder, runtime, values.as)
    await makeElsewhere(path.dirname(folder), runtime, values.as)
  }
  if (!values.dir) process.stdout.write(await finish(output, runtime, { compare, reproduce, key }))
  process.stdout.write(unfilled)
  if (runtime.fallback) {
    process.stdout.write(
      `NOT FOR DISTRIBUTION: this package holds the test runtime, Electron ${runtime.version}, and ` +
        'is for trying it on this machine only. Those for Windows and macOS hold no Electron at all.\n',
    )
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
