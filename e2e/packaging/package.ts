import { stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { deb } from './formats/deb.ts'
import type { Format } from './formats/output.ts'
import { rpm } from './formats/rpm.ts'
import { installationFor } from './installation/installation.ts'
import { buildEdition, packageApp } from './package-app.ts'

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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Only the directory.
      dir: { type: 'boolean', default: false },
      // As another version than the project's, to try an upgrade with.
      as: { type: 'string' },
    },
  })
  if (process.platform !== 'linux') throw new Error('So far only the Linux package can be built.')
  const runtime = await resolveElectron()
  await buildEdition('shipped', values.as)
  const { folder, archive, bom, vex } = await packageApp(repositoryRoot, runtime, {
    edition: 'shipped',
    directoryOnly: values.dir,
    ...(values.as === undefined ? {} : { version: values.as }),
  })
  process.stdout.write(`Directory: ${shown(folder)}\n`)
  process.stdout.write(`Bill of materials: ${shown(bom)}\n`)
  process.stdout.write(`Known advisories: ${shown(vex)}\n`)
  if (archive !== undefined) {
    const megabytes = ((await stat(archive)).size / 1_000_000).toFixed(1)
    process.stdout.write(`Archive: ${shown(archive)} (${megabytes} MB)\n`)
    await makeInstallers(folder, runtime, values.as)
  }
  if (runtime.fallback) {
    process.stdout.write(
      `NOT FOR DISTRIBUTION: this package holds the test runtime, Electron ${runtime.version}, and ` +
        'is for trying it on this machine only.\n',
    )
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
