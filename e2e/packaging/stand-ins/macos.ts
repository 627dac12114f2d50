import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import plist from 'plist'
import { fuseWire } from './fuses.ts'

/** The header of a 64-bit program for macOS on Apple's processors, with no instructions after it. */
const HEADER = { magic: 0xfe_ed_fa_cf, arm64: 0x01_00_00_0c, program: 2, library: 6 }

/** Electron's helpers beside the program; each is a bundle of its own. */
const HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)']
const LANGUAGES = { en: 'en-US', de: 'de' }

/** Source: <mach-o/loader.h>, `mach_header_64`. */
function machHeader(kind: 'program' | 'library'): Buffer {
  const header = Buffer.alloc(32)
  header.writeUInt32LE(HEADER.magic, 0)
  header.writeUInt32LE(HEADER.arm64, 4)
  header.writeUInt32LE(HEADER[kind], 12)
  return header
}

/** @param minimum the oldest macOS that Electron runs on */
const infoOf = (name: string, minimum: string): string =>
  `${plist.build({
    CFBundleExecutable: name,
    CFBundleIdentifier: `com.github.${name.replaceAll(/[^A-Za-z]/g, '')}`,
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    LSMinimumSystemVersion: minimum,
  })}\n`

async function bundle(folder: string, name: string, minimum: string): Promise<string> {
  const contents = path.join(folder, `${name}.app`, 'Contents')
  await mkdir(path.join(contents, 'MacOS'), { recursive: true })
  await writeFile(path.join(contents, 'MacOS', name), machHeader('program'), { mode: 0o755 })
  await writeFile(path.join(contents, 'Info.plist'), infoOf(name, minimum))
  await writeFile(path.join(contents, 'PkgInfo'), 'APPL????')
  return contents
}

async function framework(folder: string, electron: string): Promise<void> {
  const name = 'Electron Framework'
  const top = path.join(folder, `${name}.framework`)
  const resources = path.join(top, 'Versions', 'A', 'Resources')
  await mkdir(resources, { recursive: true })
  const library = Buffer.concat([machHeader('library'), fuseWire()])
  await writeFile(path.join(top, 'Versions', 'A', name), library, { mode: 0o755 })
  const data = (await readdir(electron)).filter((file) => /\.(pak|bin|dat)$/.test(file))
  await Promise.all(data.map((file) => cp(path.join(electron, file), path.join(resources, file))))
  for (const [language, locale] of Object.entries(LANGUAGES)) {
    const from = path.join(electron, 'locales', `${locale}.pak`)
    await cp(from, path.join(resources, `${language}.lproj`, 'locale.pak'))
  }
  await symlink('A', path.join(top, 'Versions', 'Current'))
  for (const linked of [name, 'Resources'])
    await symlink(path.join('Versions', 'Current', linked), path.join(top, linked))
}

/** What Electron 33, in whose place this stands, runs on. */
const OLDEST_MACOS = '11.0'

/**
 * Lays a stand-in for Electron on macOS (Apple's processors) into the new `folder`: its layout, with what is the
 * same on every system taken from `electron`, the folder of an Electron for Linux. Its programs do nothing.
 */
export async function macosStandIn(electron: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const contents = await bundle(folder, 'Electron', OLDEST_MACOS)
  const frameworks = path.join(contents, 'Frameworks')
  for (const helper of HELPERS) await bundle(frameworks, `Electron Helper${helper}`, OLDEST_MACOS)
  await framework(frameworks, electron)
  for (const language of Object.keys(LANGUAGES))
    await mkdir(path.join(contents, 'Resources', `${language}.lproj`), { recursive: true })
  // Where the packager moves them of the Electron that it downloads: only the bundle is handed out.
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    await cp(path.join(electron, name), path.join(contents, 'Resources', name))
}
