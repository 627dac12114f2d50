import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ensurePackages } from '../../runtime/system.ts'
import { bytesOf } from '../installation/app-folder.ts'
import type { Installation, Installed, Product } from '../installation/installed.ts'
import { sourceDate } from '../installation/product.ts'
import { debianEntries, debianResources, maintainerOf } from './debian-entries.ts'
import { linkedOf } from './elf.ts'
import { debianNeeds } from './libraries.ts'
import { EFFORT, fileMark, type Format, packageVersion, wrapped } from './output.ts'
import { inTemporaryFolder, stage } from './staged.ts'

const run = promisify(execFile)

/** Debian's words for processors. */
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' } as const

/** The description as `control` wants it: lines after the first begin with a space, `.` is empty. */
function descriptionOf({ summary, description }: Product): string {
  const paragraphs = description.map(({ en }) => wrapped(en, 78).map((line) => ` ${line}`))
  const rest = paragraphs.flatMap((lines, i) => (i === 0 ? lines : [' .', ...lines]))
  return `${summary.en}\n${rest.join('\n')}`
}

/** What takes place on the disk, in KiB as Debian counts it: files rounded up. */
async function installedSize(entries: readonly Installed[]): Promise<number> {
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      if (entry.kind === 'link') return 1
      const { size } = entry.kind === 'file' ? await stat(entry.from) : bytesIn(entry.text)
      return Math.ceil(size / 1024)
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const bytesIn = (text: string | Uint8Array): { size: number } => ({
  size: Buffer.byteLength(text),
})

/** The package's card. Source: https://www.debian.org/doc/debian-policy/ch-controlfields.html */
async function controlOf(
  installation: Installation,
  entries: readonly Installed[],
): Promise<string> {
  const { product } = installation
  const { depends, recommends } = debianNeeds(await linkedOf(installation))
  return `Package: ${product.name}
Version: ${packageVersion(product.version)}
Architecture: ${ARCHITECTURES[product.architecture]}
Maintainer: ${maintainerOf(product)}
Installed-Size: ${await installedSize(entries)}
Depends: ${depends.join(', ')}
Recommends: ${recommends.join(', ')}
Section: non-free/admin
Priority: optional
${product.homepage === '' ? '' : `Homepage: ${product.homepage}\n`}Description: ${descriptionOf(product)}
`
}

/** A line for each file, by which dpkg tells later whether somebody has changed it. */
async function md5sumsOf(entries: readonly Installed[]): Promise<string> {
  const lines: string[] = []
  for (const entry of entries) {
    if (entry.kind === 'link') continue
    const digest = createHash('md5')
      .update(await bytesOf(entry))
      .digest('hex')
    lines.push(`${digest}  ${entry.to.slice(1)}\n`)
  }
  return lines.join('')
}

/** Debian's scripts and lists about the package, in its own folder. */
async function putControl(folder: string, texts: Readonly<Record<string, string>>): Promise<void> {
  const control = path.join(folder, 'DEBIAN')
  await mkdir(control)
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(path.join(control, name), text)
    await chmod(path.join(control, name), 0o644)
  }
  for (const script of ['postinst', 'postrm']) {
    await copyFile(path.join(debianResources, script), path.join(control, script))
    await chmod(path.join(control, script), 0o755)
  }
  await chmod(control, 0o755)
}

/**
 * A Debian package, the same bytes each time: everything in it belongs to root, has the day of the
 * version, and stands in the order of its name.
 */
export const deb: Format = async (installation, output, effort = EFFORT) => {
  await ensurePackages({ 'dpkg-deb': 'dpkg', readelf: 'binutils' })
  const { product } = installation
  const seconds = sourceDate(product)
  const entries = [...installation.entries, ...debianEntries(product)]
  const architecture = ARCHITECTURES[product.architecture]
  const name = `${product.name}_${packageVersion(product.version)}_${architecture}`
  const file = path.join(output, `${name}${fileMark(installation)}.deb`)
  await inTemporaryFolder(async (folder) => {
    await stage(entries, folder, seconds)
    await putControl(folder, {
      control: await controlOf(installation, entries),
      md5sums: await md5sumsOf(entries),
    })
    await utimes(folder, seconds, seconds)
    const compress = effort === 0 ? ['-Znone'] : ['-Zxz', `-z${effort}`]
    const env = { ...process.env, LC_ALL: 'C', SOURCE_DATE_EPOCH: String(seconds) }
    await run('dpkg-deb', ['--root-owner-group', ...compress, '--build', folder, file], { env })
  })
  return file
}
