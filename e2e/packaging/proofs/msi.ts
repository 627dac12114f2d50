import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { resolveElectron } from '../../runtime/electron.ts'
import { ensurePackages } from '../../runtime/system.ts'
import { appFor } from '../app-folders.ts'
import { msi, MSI_TOOLS } from '../formats/msi.ts'
import { runTool, type Table, tableOf, tablesOf } from '../formats/msi/tables.ts'
import type { Installation } from '../installation/installed.ts'
import { buildEdition } from '../package-app.ts'
import { standInLibrary } from '../stand-ins/windows.ts'
import { assertSameFiles } from './files.ts'
import { proveOnWindows } from './msi-on-windows.ts'
import { RULES, type Tables } from './msi-rules.ts'
import { asSomebodyElse } from './somebody-else.ts'
import { SIGNING, signedForTrial } from './windows-signature.ts'
import { WINE } from './wine.ts'

type Tell = (line: string) => void

/** What the next version of the app would be, for a trial of the upgrade. */
const NEXT = '0.1.1'

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

async function tablesIn(file: string): Promise<Tables> {
  const names = ['_SummaryInformation', ...(await tablesOf(file))]
  const tables = new Map<string, Table>()
  for (const name of new Set(names))
    if (name !== '_Streams') tables.set(name, await tableOf(file, name))
  return (name) => tables.get(name) ?? []
}

async function newFolder(workshop: string, name: string): Promise<string> {
  const folder = path.join(workshop, name)
  await mkdir(folder)
  return folder
}

type Trial = {
  readonly workshop: string
  readonly folder: string
  /** What is to be installed, from a folder as the packager leaves it. */
  readonly installed: (folder: string, version?: string) => Promise<Installation>
}

async function proveRepeats(trial: Trial, tell: Tell): Promise<string> {
  const first = await msi(
    await trial.installed(trial.folder),
    await newFolder(trial.workshop, 'first'),
  )
  const second = await asSomebodyElse(async () => {
    const copy = path.join(trial.workshop, 'elsewhere')
    await cp(trial.folder, copy, { recursive: true })
    await chmod(path.join(copy, 'resources', 'app.asar'), 0o600)
    return msi(await trial.installed(copy), await newFolder(trial.workshop, 'second'))
  })
  const [one, other] = [await readFile(first), await readFile(second)]
  demand(
    one.equals(other),
    `${first} and ${second} are of one installation and not the same bytes.`,
  )
  tell(`two builds, from other folders by other people, are the same ${one.length} bytes`)
  return first
}

/** The folder as a later version might leave it: a file gone, a new one, a library gone back. */
async function nextFolder({ workshop, folder }: Trial): Promise<string> {
  const next = path.join(workshop, 'next')
  await cp(folder, next, { recursive: true })
  await rm(path.join(next, 'resources', 'resources', 'health-policy.json'))
  await writeFile(path.join(next, 'resources', 'resources', 'new-in-this-version.json'), '{}\n')
  await writeFile(path.join(next, 'libEGL.dll'), standInLibrary('libEGL.dll', '1.9.0.0'))
  return next
}

const propertyIn = (tables: Tables, name: string): string | undefined =>
  tables('Property').find(({ Property }) => Property === name)?.['Value']

const packageCodeIn = (tables: Tables): string | undefined =>
  tables('_SummaryInformation').find(({ PropertyId }) => PropertyId === '9')?.['Value']

async function proveCodes(trial: Trial, file: string, next: string, tell: Tell): Promise<void> {
  const changed = path.join(trial.workshop, 'changed')
  await cp(trial.folder, changed, { recursive: true })
  await writeFile(path.join(changed, 'version'), 'another')
  const output = await newFolder(trial.workshop, 'third')
  const other = await tablesIn(await msi(await trial.installed(changed), output))
  const [before, after] = [await tablesIn(file), await tablesIn(next)]
  const codes = (tables: Tables): unknown => [
    propertyIn(tables, 'UpgradeCode'),
    propertyIn(tables, 'ProductCode'),
  ]
  demand(
    JSON.stringify(codes(before)) === JSON.stringify(codes(other)) &&
      packageCodeIn(before) !== packageCodeIn(other),
    'Other bytes of one version have to be the same product in another package.',
  )
  demand(
    propertyIn(before, 'UpgradeCode') === propertyIn(after, 'UpgradeCode') &&
      propertyIn(before, 'ProductCode') !== propertyIn(after, 'ProductCode'),
    'Another version has to be another product of the same family.',
  )
  const codeOf = (tables: Tables): Map<string | undefined, string | undefined> =>
    new Map(tables('Component').map(({ Component, ComponentId }) => [Component, ComponentId]))
  const later = codeOf(after)
  const moved = [...codeOf(before)].filter(
    ([key, code]) => later.has(key) && later.get(key) !== code,
  )
  demand(moved.length === 0, `${moved.length} files have another component in the next version.`)
  tell('other bytes: another package code; another version: another product code, same components')
}

async function proveTables(file: string, tell: Tell): Promise<void> {
  const tables = await tablesIn(file)
  for (const { name, complaints } of RULES) {
    const found = complaints(tables)
    demand(found.length === 0, `${name}: ${found.join(', ')}`)
    tell(name)
  }
}

async function proveFiles(trial: Trial, file: string, tell: Tell): Promise<void> {
  const extracted = await newFolder(trial.workshop, 'extracted')
  await runTool('msiextract', ['-C', extracted, file])
  const count = await assertSameFiles(await trial.installed(trial.folder), extracted)
  tell(`its ${count} files are those of the definition, byte for byte`)
}

async function proveSignature({ workshop }: Trial, file: string, tell: Tell): Promise<void> {
  const signed = await signedForTrial(file, workshop)
  const [before, after] = [await tablesIn(file), await tablesIn(signed)]
  const differing = (await tablesOf(file)).filter(
    (name) => JSON.stringify(before(name)) !== JSON.stringify(after(name)),
  )
  demand(differing.length === 0, `Signing changed the tables ${differing.join(', ')}.`)
  tell('signed with a certificate for trial and verified, its tables unchanged')
}

/**
 * Proves the package for Windows Installer: builds it in several ways, reads it back, signs it, and installs,
 * upgrades and removes it in Wine. Needs root on Debian. Rejects naming the first thing that is wrong.
 */
export async function proveMsi(tell: Tell): Promise<void> {
  await ensurePackages({ ...MSI_TOOLS, ...SIGNING, ...WINE })
  const workshop = await mkdtemp(path.join(tmpdir(), 'eco-connect-proof-'))
  try {
    const runtime = await resolveElectron()
    await buildEdition('shipped')
    const { folder, installedFrom: installed } = await appFor('win32', workshop, runtime)
    const trial = { workshop, folder, installed }
    const first = await proveRepeats(trial, tell)
    const later = await installed(await nextFolder(trial), NEXT)
    const next = await msi(later, await newFolder(workshop, 'later'))
    await proveCodes(trial, first, next, tell)
    await proveTables(first, tell)
    await proveFiles(trial, first, tell)
    await proveSignature(trial, first, tell)
    await proveOnWindows(
      { file: first, installation: await installed(folder) },
      { file: next, installation: later },
      tell,
    )
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename)
  await proveMsi((line) => process.stdout.write(`right ${line}\n`))
