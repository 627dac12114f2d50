import path from 'node:path'
import { Arch, build as packaged, Platform } from 'electron-builder'
import { assertContentsElsewhere } from '../supply-chain/contents.ts'
import { type PackagedApp, writePapers } from '../supply-chain/papers.ts'
import { versionsWrittenIn } from '../supply-chain/runtime-parts.ts'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { assertFuses } from '../runtime/fuses.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import type { Installation, Product } from './installation/installed.ts'
import { installationFor } from './installation/installation.ts'
import { productOf, sourceDate } from './installation/product.ts'
import { configurationOf } from './configuration.ts'
import { macosStandIn } from './stand-ins/macos.ts'
import { windowsStandIn } from './stand-ins/windows.ts'

export type Elsewhere = 'win32' | 'darwin'

type System = {
  readonly platform: Platform
  readonly architecture: Arch
  /** Below the packager's output. */
  readonly folder: (name: string) => string
  /** Below the app's folder. */
  readonly program: (name: string) => string
  /** Below the app's folder, what has Electron's versions written in it. */
  readonly electron: (name: string) => string
  /** Below the app's folder. */
  readonly resources: string
  readonly standIn: (electron: string, folder: string) => Promise<void>
}

const FRAMEWORK = 'Electron Framework'

/** The systems for which this one can lay out the app without being one of them. */
const SYSTEMS: Readonly<Record<Elsewhere, System>> = {
  win32: {
    platform: Platform.WINDOWS,
    architecture: Arch.x64,
    folder: () => 'win-unpacked',
    program: (name) => `${name}.exe`,
    electron: (name) => `${name}.exe`,
    resources: 'resources',
    standIn: windowsStandIn,
  },
  darwin: {
    platform: Platform.MAC,
    architecture: Arch.arm64,
    folder: (name) => path.join('mac-arm64', `${name}.app`),
    program: (name) => path.join('Contents', 'MacOS', name),
    electron: () =>
      path.join('Contents', 'Frameworks', `${FRAMEWORK}.framework`, 'Versions', 'A', FRAMEWORK),
    resources: path.join('Contents', 'Resources'),
    standIn: macosStandIn,
  },
}

/** The app for another system as the packager left it, and what is to be installed of a folder like it. */
export type AppElsewhere = {
  readonly folder: string
  /** The folder in it with the papers. */
  readonly papers: string
  readonly installedFrom: (folder: string, as?: string) => Promise<Installation>
}

/** Says of the app in `folder` what is in it. The programs of another system can be read, and not be asked. */
async function papersIn(
  folder: string,
  system: Elsewhere,
  product: Product,
  runtime: ElectronRuntime,
): Promise<string> {
  const { name, version, title } = product
  const packagedApp: Omit<PackagedApp, 'runtime'> = {
    folder,
    system,
    edition: 'shipped',
    app: { name, version },
    title,
    isForDistribution: !runtime.fallback,
    isStandIn: runtime.fallback,
    madeAt: sourceDate(product),
  }
  const written = (): ReturnType<typeof versionsWrittenIn> =>
    versionsWrittenIn(path.join(folder, SYSTEMS[system].electron(title)))
  return writePapers({
    ...packagedApp,
    runtime: runtime.fallback ? { electron: runtime.version } : await written(),
  })
}

/**
 * Lays out the shipped app for another system into the folder `output`, from what `buildEdition` made, with its
 * papers, and resolves what is to be installed there. Electron for that system is downloaded by the packager; where
 * this computer runs on the test runtime, because there is nothing to download it from, a stand-in takes its place
 * (`stand-ins/`), and the installation says so.
 * @param version another than the project's, to try an upgrade with
 */
export async function appFor(
  system: Elsewhere,
  output: string,
  runtime: ElectronRuntime,
  version?: string,
): Promise<AppElsewhere> {
  const { platform, architecture, standIn, ...places } = SYSTEMS[system]
  const build = {
    architecture: Arch[architecture],
    runtime,
    standIn: runtime.fallback,
    ...(version === undefined ? {} : { version }),
  }
  const product = await productOf(build)
  const electron = path.join(output, 'stand-in')
  if (runtime.fallback) await standIn(path.dirname(runtime.executable), electron)
  await packaged({
    projectDir: repositoryRoot,
    targets: platform.createTarget('dir', architecture),
    publish: 'never',
    config: {
      ...configurationOf('shipped', system, output, product),
      electronVersion: runtime.version,
      ...(runtime.fallback ? { electronDist: electron } : {}),
    },
  })
  const folder = path.join(output, places.folder(product.title))
  await assertFuses(path.join(folder, places.program(product.title)))
  const papers = await papersIn(folder, system, product, runtime)
  await assertContentsElsewhere(path.join(folder, places.resources), system)
  const installedFrom = (from: string, as?: string): Promise<Installation> =>
    installationFor(system, from, as === undefined ? build : { ...build, version: as })
  return { folder, papers, installedFrom }
}
