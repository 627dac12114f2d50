import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractFile, listPackage } from '@electron/asar'
import { z } from 'zod'
import type { PackagedEdition } from '../../electron/start/edition.ts'
import type { System } from './shipped-things.ts'

/** The app's own files inside `app.asar`: nothing else is shipped. */
const IN_ASAR: readonly RegExp[] = [
  /^package\.json$/,
  /^resources\/icon\.png$/,
  /^dist\/(main|preload)\/[\w-]+\.js$/,
  /^dist\/renderer\/(index|proxy-sign-in)\.html$/,
  /^dist\/renderer\/assets\/[\w-]+\.((js|css)(\.gz)?|woff2?|svg|png)$/,
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
  /^node_modules\/keytar\/prebuilds\/[\w-]+\/[\w.-]+\.node$/,
]

/** On Windows one native module more, with what finds its binary. */
const IN_ASAR_ON_WINDOWS: readonly RegExp[] = [
  /^node_modules\/native-reg\/(package\.json|lib\/index\.js|prebuilds\/win32-\w+\/node\.napi\.node)$/,
  /^node_modules\/node-gyp-build\/(package\.json|LICENSE|index\.js|node-gyp-build\.js)$/,
]

/** Beside the program: the archive, the native module that cannot load from it, and documents. */
const IN_RESOURCES: readonly RegExp[] = [
  /^app\.asar$/,
  /^app\.asar\.unpacked\/node_modules\/(keytar|native-reg|node-gyp-build)\//,
  /^resources\/[\w.-]+\.(json|md|html)$/,
  /^resources\/review-pack\/(review-pack|user-guide)\.[a-z]{2}\.html$/,
  /^resources\/review-pack\/review-pack\.[a-z]{2}\.pdf$/,
  /^resources\/review-pack\/pictures\/[a-z]{2}\/[a-z-]+\.webp$/,
  /^resources\/managed\/(?:[a-z]{2}-[A-Z]{2}\/)?[\w.-]+\.(?:admx|adml|html|json|mobileconfig)$/,
  /^resources\/file-type\/eco-connect\.(xml|desktop)$/,
]

const manifestShape = z.looseObject({ main: z.string() })

/** The files of a folder, with `/` between the parts of a path. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
}

const strangersAmong = (files: readonly string[], expected: readonly RegExp[]): string[] =>
  files.filter((file) => !expected.some((pattern) => pattern.test(file)))

/** What the archive holds that nobody has named: a source map, a test, a tool, another package. */
function strangersInAsar(archive: string, system: System): string[] {
  const listed = listPackage(archive, { isPack: false })
  const places = listed.map((file) => file.split(path.sep).join('/').replace(/^\//, ''))
  const files = places.filter((place) => !places.some((other) => other.startsWith(`${place}/`)))
  return strangersAmong(files, system === 'win32' ? [...IN_ASAR, ...IN_ASAR_ON_WINDOWS] : IN_ASAR)
}

/** Words of the code by which test tools and developers replace the real thing. */
export const DEVELOPMENT_WORDS = [
  'ECO_CONNECT_OPEN_URL_COMMAND',
  'ECO_CONNECT_AWS_FOLDER',
  'ECO_CONNECT_POLICY_FILE',
  'ECO_CONNECT_DEMO',
  'SPOT_API_URL',
  'AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE',
  'remote-debugging-port',
  'no-sandbox',
  'toggleDevTools',
  'execFile',
  'en-XA',
]

/** The archive with the app itself in an unpacked package. */
export const archiveIn = (folder: string): string => path.join(folder, 'resources', 'app.asar')

const textOf = (file: string, content: Buffer): string =>
  (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8')

/** Those of `DEVELOPMENT_WORDS` that are in the archive's bundles. */
export function developmentWords(archive: string): string[] {
  const programs = listPackage(archive, { isPack: false })
    .map((file) => file.replace(/^[/\\]/, ''))
    .filter((file) => /^dist[/\\](main|renderer)[/\\].*\.js(\.gz)?$/.test(file))
    .map((file) => textOf(file, extractFile(archive, file)))
  return DEVELOPMENT_WORDS.filter((word) => programs.some((text) => text.includes(word)))
}

/** Fields of the packaged `package.json` that only development needs. */
function developmentFields(archive: string): string[] {
  const manifest = manifestShape.parse(JSON.parse(extractFile(archive, 'package.json').toString()))
  return Object.keys(manifest).filter((field) => /^(devDependencies|scripts|build)$/.test(field))
}

/** What an archive holds besides the app: strangers, and the words and fields of development. */
const strangeInside = (archive: string, edition: PackagedEdition, system: System): string[] => [
  ...strangersInAsar(archive, system),
  ...developmentFields(archive).map((field) => `package.json: ${field}`),
  ...(edition === 'shipped' ? developmentWords(archive) : []),
]

function assertNone(strange: readonly string[]): void {
  if (strange.length > 0) throw new Error(`The package contains ${strange.join(', ')}.`)
}

/**
 * Rejects naming what a packaged app for Linux contains beside the app and its Electron.
 * What people get must not even contain the code for test tools.
 * @param electron the folder of the Electron that it was packaged with
 */
export async function assertContents(
  folder: string,
  executable: string,
  electron: string,
  edition: PackagedEdition,
): Promise<void> {
  const resources = path.join(folder, 'resources')
  const archive = archiveIn(folder)
  const own = new Set([path.basename(executable), ...(await filesIn(electron))])
  const beside = (await filesIn(folder)).filter(
    (file) => !file.startsWith('resources/') && !own.has(file),
  )
  assertNone([
    ...strangeInside(archive, edition, 'linux'),
    ...strangersAmong(await filesIn(resources), IN_RESOURCES),
    ...beside,
  ])
}

/** What Electron itself has in its folder for resources on macOS, with the app's icon. */
const ELECTRON_ON_MACOS =
  /^(\w+\.lproj\/|icon\.icns$|LICENSE\.electron\.txt$|LICENSES\.chromium\.html$)/

/**
 * The same of an app for another system, of which there is no Electron here to compare with: what is in its
 * folder for resources.
 */
export async function assertContentsElsewhere(resources: string, system: System): Promise<void> {
  const expected = system === 'darwin' ? [...IN_RESOURCES, ELECTRON_ON_MACOS] : IN_RESOURCES
  assertNone([
    ...strangeInside(path.join(resources, 'app.asar'), 'shipped', system),
    ...strangersAmong(await filesIn(resources), expected),
  ])
}
