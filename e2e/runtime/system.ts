import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { resolveElectron } from './electron.ts'
import { repositoryRoot } from './paths.ts'

const run = promisify(execFile)

/** Debian's package of each library Electron or keytar is linked against, by soname. */
export const LIBRARY_PACKAGES: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsecret-1.so.0': 'libsecret-1-0',
  'libsmime3.so': 'libnss3',
  'libstdc++.so.6': 'libstdc++6',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
}

const programPackages: Readonly<Record<string, string>> = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  'gnome-keyring-daemon': 'gnome-keyring',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
}

/** What only the tests need: to follow a program, to type into a window and minimise it, to make a library, to look into a PDF, to make packages. */
const testPrograms: Readonly<Record<string, string>> = {
  strace: 'strace',
  xdotool: 'xdotool',
  openbox: 'openbox',
  cc: 'gcc',
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  rpmbuild: 'rpm',
  readelf: 'binutils',
}

const LIBRARIES = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`

/** The same for files: by these tests see notifications, which Electron sends through that library if it is there, read windows through AT-SPI, and YAML 1.1, the AWS CLI's files and the form of the policy with a second reader. */
const testFiles: Readonly<Record<string, string>> = {
  '/usr/lib/python3/dist-packages/yaml/__init__.py': 'python3-yaml',
  '/usr/lib/python3/dist-packages/botocore/__init__.py': 'python3-botocore',
  '/usr/lib/python3/dist-packages/jsonschema/__init__.py': 'python3-jsonschema',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  [`${LIBRARIES}/libnotify.so.4`]: 'libnotify4',
  '/usr/lib/python3/dist-packages/gi/__init__.py': 'python3-gi',
  [`${LIBRARIES}/girepository-1.0/Atspi-2.0.typelib`]: 'gir1.2-atspi-2.0',
}

export type Missing = {
  /** What was looked for: sonames, program names, "a text font". */
  things: string[]
  /** The Debian packages that carry them, each once. */
  packages: string[]
}

/** The sonames that `ldd` could not find, from its output. */
export function missingLibraries(lddOutput: string): string[] {
  const missing = lddOutput.matchAll(/^\s*(\S+) => not found/gm)
  return [...new Set([...missing].map((match) => match[1] ?? ''))]
}

/** Debian packages for missing things; things nobody here knows bring no package. */
export function packagesFor(things: readonly string[]): string[] {
  const packages = things.map(
    (thing) =>
      LIBRARY_PACKAGES[thing] ?? programPackages[thing] ?? testPrograms[thing] ?? testFiles[thing],
  )
  return [...new Set(packages.filter((name) => name !== undefined))].toSorted()
}

/** Whether a program of this name can be started through PATH. */
export function onPath(program: string, searchPath = process.env['PATH'] ?? ''): boolean {
  return searchPath.split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function libraries(file: string): Promise<string[]> {
  if (!existsSync(file)) return []
  // ldd fails for static files and on musl; then there is nothing to conclude.
  const result = await run('ldd', [file]).catch(() => undefined)
  return result ? missingLibraries(result.stdout) : []
}

/** Screenshots without a metric-compatible Arial look unlike what people see. */
function hasTextFont(): boolean {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts']
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) =>
        /(liberation|noto|arial|ubuntu|cantarell)[^/]*\.(ttf|otf|ttc)$/i.test(file),
      ),
  )
}

async function lookForMissing(executable: string, forTests: boolean): Promise<Missing> {
  const keytar = path.join(repositoryRoot, 'node_modules/keytar/prebuilds', `linux-${process.arch}`)
  const binding = existsSync(keytar)
    ? readdirSync(keytar).find((file) => file.endsWith('.node'))
    : undefined
  const [forElectron, forKeytar] = await Promise.all([
    libraries(executable),
    binding === undefined ? [] : libraries(path.join(keytar, binding)),
  ])
  const wanted = [...Object.keys(programPackages), ...(forTests ? Object.keys(testPrograms) : [])]
  const programs = wanted.filter((program) => !onPath(program))
  const files = forTests ? Object.keys(testFiles).filter((file) => !existsSync(file)) : []
  const things = [...new Set([...forElectron, ...forKeytar, ...programs, ...files])]
  const packages = packagesFor(things)
  if (hasTextFont()) return { things, packages }
  return { things: [...things, 'a text font'], packages: [...packages, 'fonts-liberation'] }
}

const apt = ['-y', '-o', 'DPkg::Lock::Timeout=300']

/** Newer releases renamed some libraries (`libgtk-3-0t64`); the old name may be only virtual. */
async function nameInThisRelease(name: string): Promise<string> {
  const found = await run('apt-cache', ['show', `${name}t64`]).catch(() => undefined)
  return found?.stdout.includes(`Package: ${name}t64`) ? `${name}t64` : name
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, maxBuffer: 64 * 1024 * 1024 }
  await run('apt-get', [...apt, 'update'], options)
  const names = await Promise.all(packages.map(nameInThisRelease))
  await run('apt-get', [...apt, '--no-install-recommends', 'install', ...names], options)
}

/**
 * Makes sure that these programs and files (paths) are there, each with the Debian package that has
 * it, as `ensureSystem` does.
 */
export async function ensurePackages(carriers: Readonly<Record<string, string>>): Promise<void> {
  const missing = (): string[] =>
    Object.keys(carriers).filter((thing) => !(path.isAbsolute(thing) ? existsSync : onPath)(thing))
  const packages = [...new Set(missing().map((thing) => carriers[thing] ?? ''))]
  if (packages.length === 0) return
  if (!onPath('apt-get') || process.getuid?.() !== 0)
    throw new Error(`This needs root on Debian, with ${packages.join(' ')}.`)
  process.stderr.write(`Installing what this needs: ${packages.join(' ')} …\n`)
  await install(packages)
  if (missing().length > 0) throw new Error(`Still missing: ${missing().join(' ')}`)
}

/**
 * Makes sure that Electron, a virtual display and a keyring can run here. On Linux, what is missing
 * is installed when this is root on Debian or Ubuntu; otherwise it rejects with the command to run.
 * Other systems bring all of it themselves.
 *
 * @param executable the Electron to look at; the one `resolveElectron` gives, if left out
 * @param forTests whether what only the tests need must be there too
 * @returns what was installed: empty lists when nothing was missing
 */
export async function ensureSystem(executable?: string, forTests = false): Promise<Missing> {
  const nothing: Missing = { things: [], packages: [] }
  if (process.platform !== 'linux') return nothing
  const electron = executable ?? (await resolveElectron()).executable
  const missing = await lookForMissing(electron, forTests)
  if (missing.things.length === 0) return nothing

  const list = missing.things.join(', ')
  if (!onPath('apt-get')) {
    throw new Error(`This system lacks ${list}. Install them with its package manager.`)
  }
  if (process.getuid?.() !== 0) {
    const names = await Promise.all(missing.packages.map(nameInThisRelease))
    const command = `apt-get update && apt-get install -y ${names.join(' ')}`
    throw new Error(`This system lacks ${list}. Run:\n  sudo sh -c '${command}'`)
  }
  process.stderr.write(`Installing what this system lacks: ${missing.packages.join(' ')} …\n`)
  await install(missing.packages)
  const still = await lookForMissing(electron, forTests)
  if (still.things.length > 0) {
    throw new Error(
      `After installing ${missing.packages.join(' ')} this system still lacks ${still.things.join(', ')}.`,
    )
  }
  return missing
}
