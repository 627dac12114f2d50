import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { fuseWire } from './fuses.ts'
import { windowsProgram } from './windows-program.ts'

/** Electron's own files on Windows that are programs, each with the version that it tells, if any. */
const LIBRARIES: Readonly<Record<string, string | undefined>> = {
  'd3dcompiler_47.dll': '10.0.26100.1',
  'dxcompiler.dll': '1.8.2502.11',
  'dxil.dll': '101.8.2502.11',
  'ffmpeg.dll': undefined,
  'libEGL.dll': '2.1.0.0',
  'libGLESv2.dll': '2.1.0.0',
  'vk_swiftshader.dll': '5.0.0.0',
  'vulkan-1.dll': undefined,
}

/** What Electron has on every system, as the names of its files begin or end. */
const NEUTRAL =
  /\.pak$|\.bin$|\.dat$|^LICENSE|^version$|_icd\.json$|^locales$|^NOT-FOR-DISTRIBUTION$/

/** English of the United States, in Unicode: what Chromium's libraries say they are. */
const ENGLISH = { lang: 1033, codepage: 1200 }

function withVersion(library: Buffer, name: string, version: string): Buffer {
  const program = NtExecutable.from(library)
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.setFileVersion(version, ENGLISH.lang)
  info.setStringValues(ENGLISH, { FileDescription: `Stand-in for ${name}` })
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

/** A library that does nothing, and says that it is of this version, if any. */
export function standInLibrary(name: string, version?: string): Buffer {
  const library = windowsProgram('library', Buffer.alloc(0))
  return version === undefined ? library : withVersion(library, name, version)
}

/**
 * Lays a stand-in for Electron on Windows (x64) into the new `folder`: its layout, with what is the same on
 * every system taken from `electron`, the folder of an Electron for Linux. Its programs do nothing.
 */
export async function windowsStandIn(electron: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  const neutral = (await readdir(electron)).filter((name) => NEUTRAL.test(name))
  await Promise.all(
    neutral.map((name) =>
      cp(path.join(electron, name), path.join(folder, name), { recursive: true }),
    ),
  )
  await Promise.all(
    Object.entries(LIBRARIES).map(([name, version]) =>
      writeFile(path.join(folder, name), standInLibrary(name, version)),
    ),
  )
  // Its version is the app's when the packager has edited it.
  const program = withVersion(windowsProgram('program', fuseWire()), 'electron.exe', '0.0.0.0')
  await writeFile(path.join(folder, 'electron.exe'), program)
}
