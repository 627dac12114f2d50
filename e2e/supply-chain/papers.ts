import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LANGUAGE_IDS, type LanguageId } from '../../electron/contract/language.ts'
import type { PackagedEdition } from '../../electron/start/edition.ts'
import { notices as german } from '../../electron/texts/de/notices.ts'
import { notices as english } from '../../electron/texts/en/notices.ts'
import { noticesFile, type Notices } from '../../electron/texts/notices.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { recordOf } from './bundle.ts'
import { fontsIn } from './fonts.ts'
import { noticesPage } from './notices.ts'
import { readReleaseFacts } from './release-facts.ts'
import { ffmpegVersionIn, type Versions } from './runtime-parts.ts'
import { billOfMaterials } from './sbom.ts'
import { refOf } from './sbom-form.ts'
import { hashedFilesIn } from './shipped-files.ts'
import { packagesOf, type Shipped, type System } from './shipped-things.ts'
import { contentsIn, vexOf } from './vex.ts'

/** A packaged app as the packager left it, for one system. */
export type PackagedApp = {
  /** What is installed: the unpacked directory, on macOS the `.app` with what is beside it. */
  readonly folder: string
  readonly system: System
  readonly edition: PackagedEdition
  readonly app: { readonly name: string; readonly version: string }
  readonly title: string
  /**
   * What its runtime says of itself: `versionsToldBy`, or `versionsWrittenIn` for another system's; of a stand-in
   * the Electron that its data files are of.
   */
  readonly runtime: Versions
  readonly isStandIn: boolean
  readonly isForDistribution: boolean
  /** Seconds since the epoch. */
  readonly madeAt: number
}

/** The names of the papers in the package, the page of notices in each language that the app speaks. */
export const PAPERS = {
  bom: 'sbom.cdx.json',
  vex: 'vex.cdx.json',
  notices: LANGUAGE_IDS.map(noticesFile),
} as const

/** The words of the page of notices in each of them. */
const WORDS: Readonly<Record<LanguageId, Notices>> = { en: english, de: german }

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The path of the one file of this name; `what` says what is missing without it. */
function oneOf(files: Shipped['files'], name: RegExp, what: string): string {
  const [found] = files.filter(({ file }) => name.test(file))
  if (found === undefined) throw new Error(`The package has no ${what}.`)
  return found.file
}

const FFMPEG = /(^|\/)(lib)?ffmpeg\.(so|dll|dylib)$/

/** What is in a package, as it is found there, in the record of its build, and in its runtime. */
async function shippedIn(
  packaged: PackagedApp,
  files: Shipped['files'],
  archive: string,
): Promise<Shipped> {
  const { folder, system, edition, app, runtime, isForDistribution, isStandIn, madeAt } = packaged
  const record = recordOf(edition)
  const ffmpeg = async (): Promise<string> =>
    ffmpegVersionIn(path.join(folder, oneOf(files, FFMPEG, 'library of FFmpeg')))
  return {
    app,
    facts: readReleaseFacts(),
    isForDistribution,
    imports: record.imports,
    ...packagesOf(record, system),
    fonts: fontsIn(path.join(folder, archive)),
    runtime,
    isStandIn,
    ffmpeg: isStandIn ? '' : await ffmpeg(),
    files,
    madeAt,
  }
}

/** The statement about advisories, of what this package really has in it. */
async function statementOf({
  app,
  packages,
  runtime,
  isForDistribution,
  isStandIn,
}: Shipped): Promise<object> {
  const list = path.join(repositoryRoot, 'resources', 'security', 'dependencies.md')
  const contents = contentsIn(await readFile(list, 'utf8'), isStandIn ? '' : runtime['electron'])
  const statement = vexOf({ ...contents, app, shipped: new Set(packages.map(refOf)) })
  if (isForDistribution) return statement
  const properties = [{ name: 'eco-connect:mark', value: 'NOT FOR DISTRIBUTION' }]
  return { ...statement, metadata: { ...statement.metadata, properties } }
}

/** Both pages of notices by their names. */
async function pagesOf(
  packaged: PackagedApp,
  shipped: Shipped,
  home: string,
): Promise<Record<string, string>> {
  const { files } = shipped
  const { folder, title, app } = packaged
  const electron = oneOf(files, /(^|\/)LICENSE\.electron\.txt$/, 'licence of Electron')
  const chromium = oneOf(files, /(^|\/)LICENSES\.chromium\.html$/, 'page of Chromium’s licences')
  const ffmpeg = shipped.isStandIn ? '' : oneOf(files, FFMPEG, 'library of FFmpeg')
  const input = {
    ...shipped,
    app: `${title} ${app.version}`,
    electron: await readFile(path.join(folder, electron), 'utf8'),
    chromium: path.posix.relative(home, chromium),
    ffmpeg: path.posix.basename(ffmpeg),
  }
  return Object.fromEntries(
    LANGUAGE_IDS.map((id) => [noticesFile(id), noticesPage(id, WORDS[id], input)]),
  )
}

/**
 * Writes what a reviewer and a lawyer want to see into a packaged app, where every format takes it from: the
 * bill of materials, what known advisories mean for it, and the licences of what others made. Made from
 * the package itself, so after everything else has been put into it and before it is packed or signed.
 * Resolves the folder that they are in.
 */
export async function writePapers(packaged: PackagedApp): Promise<string> {
  const { folder } = packaged
  const all = await hashedFilesIn(folder)
  const archive = oneOf(all, /(^|\/)app\.asar$/, 'app.asar')
  const home = path.posix.join(path.posix.dirname(archive), 'resources')
  const names: readonly string[] = [PAPERS.bom, PAPERS.vex, ...PAPERS.notices]
  const files = all.filter(({ file }) => !names.some((name) => file === `${home}/${name}`))
  const pagesFrom = await shippedIn(packaged, files, archive)
  const pages = await pagesOf(packaged, pagesFrom, home)
  const into = path.join(folder, home)
  await mkdir(into, { recursive: true })
  for (const [name, text] of Object.entries(pages)) await writeFile(path.join(into, name), text)
  const written = (await hashedFilesIn(into)).map(({ file, sha256 }) => ({
    file: `${home}/${file}`,
    sha256,
  }))
  const pagesWritten = written.filter(({ file }) => Object.hasOwn(pages, path.posix.basename(file)))
  const shipped = { ...pagesFrom, files: [...files, ...pagesWritten] }
  await writeFile(path.join(into, PAPERS.vex), json(await statementOf(shipped)))
  await writeFile(path.join(into, PAPERS.bom), json(billOfMaterials(shipped)))
  return into
}
