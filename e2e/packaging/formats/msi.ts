import { createHash } from 'node:crypto'
import { copyFile, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '../../runtime/paths.ts'
import { ensurePackages } from '../../runtime/system.ts'
import { bytesOf } from '../installation/app-folder.ts'
import type { Installation } from '../installation/installed.ts'
import { sourceDate } from '../installation/product.ts'
import { iconName, listedAs, msiDocument, SECURE, shortcutName } from './msi/document.ts'
import { keyOf, packageCode } from './msi/identity.ts'
import { runTool } from './msi/tables.ts'
import { type ProgramVersion, versionIn } from './msi/versions.ts'
import { fileMark, type Format } from './output.ts'
import { inTemporaryFolder } from './staged.ts'

const ICON = path.join(repositoryRoot, 'resources', 'packaging', 'icon.ico')

/** Debian's packages of what builds and reads such a package. */
export const MSI_TOOLS = { wixl: 'wixl', msibuild: 'msitools' }

/** What is told of the staged files: a digest of them all, and of each program its version. */
type Staged = { digest: string; versions: ReadonlyMap<string, ProgramVersion> }

/**
 * Lays every file into `folder` under its key, with the time of the release and the same rights for all: the
 * cabinet keeps both.
 */
async function stage(installation: Installation, folder: string, wxs: string): Promise<Staged> {
  const digest = createHash('sha256').update(wxs)
  const versions = new Map<string, ProgramVersion>()
  const time = sourceDate(installation.product)
  for (const entry of installation.entries) {
    if (entry.kind === 'link') continue // `msiDocument` has refused it
    // One after the other: the program alone is some hundred megabytes.
    const bytes = await bytesOf(entry)
    const key = keyOf('F', entry.to)
    const version = versionIn(bytes)
    if (version !== undefined) versions.set(key, version)
    digest.update(createHash('sha256').update(bytes).digest())
    const staged = path.join(folder, key)
    await writeFile(staged, bytes, { mode: 0o644 })
    await utimes(staged, time, time)
  }
  digest.update(await readFile(ICON))
  await copyFile(ICON, path.join(folder, iconName(installation.product)))
  return { digest: digest.digest('hex'), versions }
}

/** `2026/11/29 00:00:00`, as an exported table has a time; in UTC. */
const exported = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')

/**
 * What the package says of itself, as a table to import: wixl draws its code anew at each build and
 * writes the time of the day.
 * Source: https://learn.microsoft.com/windows/win32/msi/summary-information-stream-property-set
 */
function summaryOf(installation: Installation, digest: string): string {
  const { product } = installation
  const time = exported(sourceDate(product))
  const rows: readonly (readonly [id: number, value: string])[] = [
    [1, '1252'],
    [2, 'Installation Database'],
    [3, listedAs(product)],
    [4, product.vendor],
    [5, 'Installer'],
    [6, (product.mark ?? product.summary).en],
    [7, `${product.architecture};1033`],
    [9, `{${packageCode(digest)}}`],
    [12, time],
    [13, time],
    [14, '500'], // the oldest Windows Installer that knows all of it
    [15, '2'], // long names, compressed, installed with an administrator's rights
    [18, 'wixl'],
    [19, '2'], // read-only recommended
  ]
  const head = ['PropertyId\tValue', 'i2\tl255', '_SummaryInformation\tPropertyId']
  return [...head, ...rows.map(([id, value]) => `${id}\t${value}`), ''].join('\r\n')
}

/** Statements, in the SQL of Windows Installer, that add what wixl cannot say. */
function amendments({ product }: Installation, { versions }: Staged): string[] {
  return [
    `UPDATE Property SET Value='${SECURE.join(';')}' WHERE Property='SecureCustomProperties'`,
    // By the app's ID Windows shows its messages under its name and icon.
    'CREATE TABLE MsiShortcutProperty (MsiShortcutProperty CHAR(72) NOT NULL, Shortcut_ CHAR(72) NOT NULL, PropertyKey CHAR(255) NOT NULL, PropVariantValue CHAR(255) NOT NULL PRIMARY KEY MsiShortcutProperty)',
    `INSERT INTO MsiShortcutProperty (MsiShortcutProperty, Shortcut_, PropertyKey, PropVariantValue) VALUES ('AppId', '${shortcutName}', 'System.AppUserModel.ID', '${product.id}')`,
    // A program without its version here would lose against the older one, which then is removed.
    ...[...versions].flatMap(([key, { version, language }]) => [
      `UPDATE File SET Version='${version}', Language='${language}' WHERE File='${key}'`,
      `DELETE FROM MsiFileHash WHERE File_='${key}'`,
    ]),
  ]
}

/**
 * The package for Windows Installer. The same installation makes the same bytes, wherever and by whomever.
 */
export const msi: Format = async (installation, output) => {
  await ensurePackages(MSI_TOOLS)
  const { name, version, architecture } = installation.product
  const file = `${name}-${version}-windows-${architecture}${fileMark(installation)}.msi`
  const wxs = msiDocument(installation)
  return inTemporaryFolder(async (workshop) => {
    const staged = await stage(installation, workshop, wxs)
    await writeFile(path.join(workshop, 'package.wxs'), wxs)
    await writeFile(path.join(workshop, 'summary.idt'), summaryOf(installation, staged.digest))
    await runTool('wixl', ['-a', architecture, '-o', 'package.msi', 'package.wxs'], workshop)
    const statements = amendments(installation, staged).flatMap((statement) => ['-q', statement])
    await runTool('msibuild', ['package.msi', '-i', 'summary.idt', ...statements], workshop)
    await copyFile(path.join(workshop, 'package.msi'), path.join(output, file))
    return path.join(output, file)
  })
}
