import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { elfFiles, linkedOf } from '../packaging/formats/elf.ts'
import { debianNeeds, rpmNeeds, UNSEEN } from '../packaging/formats/libraries.ts'
import type { Installation } from '../packaging/installation/installed.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { expectNone, lines, say } from './course.ts'

const run = promisify(execFile)
const maxBuffer = 64 * 1024 * 1024

/** Has Debian's and RPM's own checkers read the packages; rejects with their errors. */
export async function readByCheckers(deb: string, rpm: string): Promise<void> {
  const lintian = ['--allow-root', '--fail-on', 'error', '--info', deb]
  await run('lintian', lintian, { maxBuffer }).catch(said)
  say('lintian finds no errors')
  const settings = path.join(repositoryRoot, 'resources', 'packaging', 'rpmlint.toml')
  await run('rpmlint', ['--config', settings, rpm], { maxBuffer }).catch(said)
  say('rpmlint finds no errors')
}

/** A checker says on standard output what it rejects. */
function said(error: unknown): never {
  if (error instanceof Error && 'stdout' in error) throw new Error(String(error.stdout))
  throw error
}

/** Has the files of desktops read by their own checkers. */
export async function readByDesktops({ entries }: Installation): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'desktop-papers-'))
  try {
    for (const entry of entries) {
      const name = path.basename(entry.to)
      if (entry.kind === 'file' && entry.to.startsWith('/usr/share/applications/'))
        await run('desktop-file-validate', [entry.from])
      if (entry.kind === 'text' && name.endsWith('.metainfo.xml')) {
        await writeFile(path.join(folder, name), entry.text)
        await run('appstreamcli', ['validate', '--no-net', path.join(folder, name)]).catch(said)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  say('desktop-file-validate and appstreamcli find no errors')
}

/** `name (>= version)` by name. */
const byName = (needs: readonly string[]): Map<string, string> =>
  new Map(needs.map((need) => [need.split(' ')[0] ?? need, need]))

/**
 * Compares what the Debian package asks for with what Debian's own tool finds for the same files.
 * For glibc it asks for the version in which this Debian has put its parts together, which no other
 * program needs; there the newest symbol counts.
 */
async function compareWithDebian(installation: Installation): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shlibdeps-'))
  try {
    await mkdir(path.join(folder, 'debian'))
    await writeFile(
      path.join(folder, 'debian', 'control'),
      'Source: x\n\nPackage: x\nArchitecture: any\n',
    )
    const files = await elfFiles(installation)
    const own = files.map((file) => path.dirname(file)).map((place) => `-l${place}`)
    const words = [
      '-O',
      '--ignore-missing-info',
      ...new Set(own),
      ...files.map((file) => `-e${file}`),
    ]
    const options = { cwd: folder, maxBuffer, env: { ...process.env, LC_ALL: 'C' } }
    const { stdout } = await run('dpkg-shlibdeps', words, options)
    const found = byName(stdout.trim().replace('shlibs:Depends=', '').split(', '))
    const written = byName(debianNeeds(await linkedOf(installation)).depends)
    for (const name of ['libc6', ...UNSEEN]) {
      found.delete(name)
      written.delete(name)
    }
    const names = new Set([...found.keys(), ...written.keys()])
    expectNone(
      'the Debian package asks for what dpkg-shlibdeps finds',
      [...names]
        .filter((name) => found.get(name) !== written.get(name))
        .map(
          (name) =>
            `found ${found.get(name) ?? 'no ' + name}, written ${written.get(name) ?? 'none'}`,
        ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same for the RPM package, with rpm's own tool, of which it takes the sonames. */
async function compareWithRpm(installation: Installation): Promise<void> {
  const files = await elfFiles(installation)
  const found = new Set<string>()
  for (const file of files) {
    const { stdout } = await run('/usr/lib/rpm/elfdeps', ['--requires', file])
    for (const line of lines(stdout)) found.add(line.replace(/\(.*?\)\(64bit\)$/, '()(64bit)'))
  }
  const own = new Set(installation.entries.map(({ to }) => `${path.basename(to)}()(64bit)`))
  const written = new Set(rpmNeeds(await linkedOf(installation)))
  // A hint to rpm about hash tables, which every glibc since 2006 has.
  found.delete('rtld(GNU_HASH)')
  expectNone('the RPM package asks for what rpm’s own tool finds', [
    ...[...found].filter((one) => !own.has(one) && !written.has(one)).map((one) => `also ${one}`),
    ...[...written]
      .filter((one) => one.endsWith('()(64bit)') && !found.has(one) && !UNSEEN.includes(one))
      .map((one) => `nobody needs ${one}`),
  ])
}

export async function compareNeeds(installation: Installation): Promise<void> {
  await compareWithDebian(installation)
  await compareWithRpm(installation)
}
