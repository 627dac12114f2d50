import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { linkedOf } from '../packaging/formats/elf.ts'
import { rpmNeeds } from '../packaging/formats/libraries.ts'
import type { Installation } from '../packaging/installation/installed.ts'
import { expectNone, lines, say } from './course.ts'
import { placesLeft, placesWrong } from './places.ts'

const run = promisify(execFile)

/** What the package says of itself, without what rpm adds about its own format. */
async function asked(
  file: string,
  what: '--requires' | '--provides' | '--list',
): Promise<string[]> {
  const { stdout } = await run('rpm', ['--query', '--package', what, file])
  return lines(stdout)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('rpmlib('))
}

/** It asks for what is written down and offers nothing but itself. */
async function assertWords(installation: Installation, file: string): Promise<void> {
  const { name, version } = installation.product
  const needs = rpmNeeds(await linkedOf(installation))
  const requires = await asked(file, '--requires')
  expectNone('it asks for exactly what is written down', [
    ...requires.filter((one) => !needs.includes(one)).map((one) => `also for ${one}`),
    ...needs.filter((one) => !requires.includes(one)).map((one) => `not for ${one}`),
  ])
  const offered = new RegExp(`^${name}(\\([a-z0-9-]+\\))? = ${version}-1$`)
  const provides = await asked(file, '--provides')
  expectNone(
    'it offers nothing but itself',
    provides.filter((one) => !offered.test(one)),
  )
  const listed = new Set(await asked(file, '--list'))
  const owned = [...listed].filter(
    (place) =>
      !place.startsWith(installation.root) && !installation.entries.some(({ to }) => to === place),
  )
  expectNone('it has no place but what is installed', owned)
}

/**
 * What an IT department does with the RPM package, as far as a Debian machine can show it: into an
 * empty root, by Debian's rpm, which knows of nothing that is there, so that requirements are compared
 * and not resolved. No distribution with rpm was tried.
 */
export async function rpmCourse(
  installation: Installation,
  file: string,
  before: string,
): Promise<void> {
  const { name } = installation.product
  await assertWords(installation, file)
  const folder = await mkdtemp(path.join(tmpdir(), 'rpm-root-'))
  const rpm = (...words: string[]) => run('rpm', ['--root', folder, ...words])
  try {
    await rpm('--initdb')
    await rpm('--install', '--nodeps', before)
    await rpm('--upgrade', '--nodeps', file)
    expectNone(
      'installed over the version before, every file is as it was checked, and root’s',
      await placesWrong(folder, installation),
    )
    const { stdout } = await rpm('--verify', '--nodeps', name)
    expectNone('rpm finds nothing changed', lines(stdout))
    await rpm('--erase', name)
    expectNone('nothing is left after the removal', await placesLeft(folder, name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  say('not tried: a real distribution with rpm')
}
