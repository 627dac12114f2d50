import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { failed } from '../packaging/failed.ts'
import { deb } from '../packaging/formats/deb.ts'
import { rpm } from '../packaging/formats/rpm.ts'
import { installationFor } from '../packaging/installation/installation.ts'
import type { Installation } from '../packaging/installation/installed.ts'
import { proveMacos } from '../packaging/proofs/macos.ts'
import { proveMsi } from '../packaging/proofs/msi.ts'
import { packageShipped } from '../packaging/shipped.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { ensurePackages, ensureSystem } from '../runtime/system.ts'
import { debianCourse } from './debian-course.ts'
import { say } from './course.ts'
import { compareNeeds, readByCheckers, readByDesktops } from './papers.ts'
import { rpmCourse } from './rpm-course.ts'

/** Older than every version that is handed out. */
const BEFORE = '0.0.9'

const TOOLS: Readonly<Record<string, string>> = {
  debootstrap: 'debootstrap',
  lintian: 'lintian',
  rpmlint: 'rpmlint',
  rpm: 'rpm',
  'dpkg-shlibdeps': 'dpkg-dev',
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
}

/** Nothing is handed out from here: what matters is time. */
const QUICK = 1

async function packaged(version: string | undefined, output: string): Promise<Made> {
  const runtime = await resolveElectron()
  const build = { architecture: process.arch, runtime, ...(version && { version }) }
  const installation = await installationFor('linux', await packageShipped(version), build)
  process.stdout.write(`Eco Connect ${installation.product.version} is packaged\n`)
  return {
    installation,
    deb: await deb(installation, output, QUICK),
    rpm: await rpm(installation, output, QUICK),
  }
}

type Made = { installation: Installation; deb: string; rpm: string }

async function proveElsewhere(): Promise<void> {
  process.stdout.write('The package for Windows Installer, in Wine\n')
  await proveMsi(say)
  process.stdout.write('The bundle for macOS, as far as it goes\n')
  await proveMacos(say)
}

/**
 * `npm run installers`: the packages in the hands of an IT department. `--release trixie` takes another
 * Debian as the clean computer; `--only rpm`, `deb` or `elsewhere` (Windows and
 * macOS) leaves out the others.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { release: { type: 'string', default: 'bookworm' }, only: { type: 'string' } },
  })
  await ensureSystem(undefined, true)
  if (values.only === undefined || values.only === 'elsewhere') await proveElsewhere()
  if (values.only === 'elsewhere') return
  await ensurePackages(TOOLS)
  if (process.getuid?.() !== 0) throw new Error('Only root can install packages: run this as root.')
  const output = await mkdtemp(path.join(tmpdir(), 'installers-'))
  try {
    const before = await packaged(BEFORE, output)
    const made = await packaged(undefined, output)
    if (values.only !== 'deb') {
      process.stdout.write('What is in the packages\n')
      await readByDesktops(made.installation)
      await compareNeeds(made.installation)
      await readByCheckers(made.deb, made.rpm)
      process.stdout.write('The RPM package, in an empty root\n')
      await rpmCourse(made.installation, made.rpm, before.rpm)
    }
    if (values.only !== 'rpm') {
      process.stdout.write(`The Debian package, on a clean Debian ${values.release}\n`)
      const { version } = before.installation.product
      await debianCourse(values.release, { ...made, before: { version, deb: before.deb } })
    }
  } finally {
    await rm(output, { recursive: true, force: true })
  }
}

main().catch(failed)
