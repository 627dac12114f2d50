import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import plist from 'plist'
import { z } from 'zod'
import { resolveElectron } from '../../runtime/electron.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import { ensurePackages } from '../../runtime/system.ts'
import { appFor } from '../app-folders.ts'
import { macosZip } from '../formats/macos-zip.ts'
import type { Installation } from '../installation/installed.ts'
import { buildEdition } from '../package-app.ts'
import { asSomebodyElse } from './somebody-else.ts'
import { assertSameFiles } from './files.ts'

const run = promisify(execFile)

type Tell = (line: string) => void

/** What the bundle tells macOS, as far as it is promised; it may tell more. */
function promised({ product, registrations }: Installation): z.ZodType {
  const { extension } = registrations.fileType
  return z.looseObject({
    CFBundleIdentifier: z.literal(product.id),
    CFBundleName: z.literal(product.title),
    CFBundleExecutable: z.literal(product.title),
    CFBundleShortVersionString: z.literal(product.version),
    LSApplicationCategoryType: z.literal('public.app-category.business'),
    LSMinimumSystemVersion: z.string().regex(/^\d+(\.\d+)+$/),
    CFBundleDocumentTypes: z.tuple([
      z.looseObject({
        CFBundleTypeExtensions: z.tuple([z.literal(extension)]),
        CFBundleTypeRole: z.literal('Viewer'),
      }),
    ]),
    ElectronAsarIntegrity: z.strictObject({
      'Resources/app.asar': z.strictObject({
        algorithm: z.literal('SHA256'),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    }),
    NSAppTransportSecurity: z.never().optional(),
  })
}

async function proveInfo(installation: Installation, unpacked: string, tell: Tell): Promise<void> {
  const info = path.join(unpacked, `${installation.product.title}.app`, 'Contents', 'Info.plist')
  // By a reader that is not the writer: it takes no property list that is not well formed.
  const { stdout } = await run('plistutil', ['-i', info, '-f', 'xml'])
  promised(installation).parse(plist.parse(stdout))
  const entitlements = path.join(repositoryRoot, 'resources/packaging/macos/entitlements.plist')
  await run('plistutil', ['-i', entitlements])
  tell(
    'its Info.plist has name, version, category, document type and the archive’s digest, and allows no server without TLS',
  )
}

/** Proves the bundle for macOS, as far as that goes without a Mac. Rejects naming the first thing that is wrong. */
export async function proveMacos(tell: Tell): Promise<void> {
  await ensurePackages({ plistutil: 'libplist-utils', unzip: 'unzip' })
  const workshop = await mkdtemp(path.join(tmpdir(), 'eco-connect-proof-'))
  try {
    const runtime = await resolveElectron()
    await buildEdition('shipped')
    const { folder, installedFrom } = await appFor('darwin', workshop, runtime)
    const installation = await installedFrom(folder)
    const places = ['first', 'second', 'unpacked'].map((name) => path.join(workshop, name))
    const [first = '', second = '', unpacked = ''] = places
    for (const place of places) await mkdir(place)
    const zip = await macosZip(installation, first)
    const again = await asSomebodyElse(async () => {
      const copy = path.join(workshop, 'elsewhere.app')
      await cp(folder, copy, { recursive: true, verbatimSymlinks: true })
      return macosZip(await installedFrom(copy), second)
    })
    const [one, other] = [await readFile(zip), await readFile(again)]
    if (!one.equals(other)) throw new Error(`${zip} and ${again} are not the same bytes.`)
    tell(`two zips, from other folders by other people, are the same ${one.length} bytes`)
    await run('unzip', ['-q', zip, '-d', unpacked])
    const above = path.posix.dirname(installation.root)
    const count = await assertSameFiles(installation, unpacked, above)
    tell(`its ${count} files and links are those of the definition`)
    await proveInfo(installation, unpacked, tell)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename)
  await proveMacos((line) => process.stdout.write(`right ${line}\n`))
