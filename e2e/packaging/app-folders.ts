import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import type { ElectronRuntime } from '../runtime/electron.ts'
import { assertFuses } from '../runtime/fuses.ts'
import { IDENTITIES } from '../../electron/start/edition.ts'
import { configurationOf } from './configuration.ts'
import { macosStandIn } from './stand-ins/macos.ts'
import { windowsStandIn } from './stand-ins/windows.ts'

type Elsewhere = 'win32' | 'darwin'

type System = {
  readonly platform: Platform
  readonly architecture: Arch
  /** Below the packager's output. */
  readonly folder: (name: string) => string
  /** Below the app's folder. */
  readonly program: (name: string) => string
  readonly standIn: (electron: string, folder: string) => Promise<void>
}

/** The systems for which this one can lay out the app without being one of them. */
const SYSTEMS: Readonly<Record<Elsewhere, System>> = {
  win32: {
    platform: Platform.WINDOWS,
    architecture: Arch.x64,
    folder: () => 'win-unpacked',
    program: (name) => `${name}.exe`,
    standIn: windowsStandIn,
  },
  darwin: {
    platform: Platform.MAC,
    architecture: Arch.arm64,
    folder: (name) => path.join('mac-arm64', `${name}.app`),
    program: (name) => path.join('Contents', 'MacOS', name),
    standIn: macosStandIn,
  },
}

/** Its architecture, as packages name it. */
export const architectureOn = (system: Elsewhere): 'x64' | 'arm64' =>
  SYSTEMS[system].architecture === Arch.arm64 ? 'arm64' : 'x64'

/**
 * Lays out the shipped app for another system into the folder `output`, from what `buildEdition` made; resolves
 * the app's folder. Electron for that system is downloaded by the packager; where this computer runs on the test
 * runtime, because there is nothing to download it from, a stand-in takes its place (`stand-ins/`).
 */
export async function appFolderFor(
  system: Elsewhere,
  project: string,
  output: string,
  runtime: ElectronRuntime,
): Promise<string> {
  const { platform, architecture, standIn, ...places } = SYSTEMS[system]
  const { name } = IDENTITIES.shipped
  const electron = path.join(output, 'stand-in')
  if (runtime.fallback) await standIn(path.dirname(runtime.executable), electron)
  await build({
    projectDir: project,
    targets: platform.createTarget('dir', architecture),
    publish: 'never',
    config: {
      ...configurationOf('shipped', system, output),
      electronVersion: runtime.version,
      ...(runtime.fallback ? { electronDist: electron } : {}),
    },
  })
  const folder = path.join(output, places.folder(name))
  const program = path.join(folder, places.program(name))
  await assertFuses(program)
  return folder
}
