import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { LANGUAGES } from '../../electron/texts/languages.ts'
import type { Installation } from '../packaging/installation/installed.ts'
import { expectNone, lines, say } from './course.ts'
import { type Machine, startMachine } from './machine.ts'
import { placesLeft, placesWrong } from './places.ts'
import { type Person, sitDownAt } from './person.ts'

/** Two packages of the same app: what is installed, and what it is installed over. */
export type Pair = {
  readonly installation: Installation
  readonly deb: string
  readonly before: { readonly version: string; readonly deb: string }
}

/** What is kept of every connection, by its file. */
async function statesIn(profile: string): Promise<Map<string, string>> {
  const folder = path.join(profile, 'connections')
  const ids = await readdir(folder)
  const states = ids.map(async (id): Promise<[string, string]> => [
    id,
    await readFile(path.join(folder, id, 'state.json'), 'utf8'),
  ])
  return new Map(await Promise.all(states))
}

/** The version that the installed program names, to a person without rights. */
async function assertVersion(machine: Machine, version: string): Promise<void> {
  const words = ['--userspec=65534:65534', '/', 'eco-connect', '--version']
  const told = (await machine.run('HOME=/nonexistent', 'chroot', ...words)).trim()
  if (told !== version && !told.endsWith(` ${version}`))
    throw new Error(`The program says “${told}”, and was to be ${version}.`)
  say(`it says that it is ${version}`)
}

/** With a choice made in the old version and its window open, installs the new one over it. */
async function upgradeUnder(
  machine: Machine,
  person: Person,
  { deb, before, installation }: Pair,
): Promise<void> {
  const { words } = await LANGUAGES.en.load()
  const old = await person.start()
  await old.reader.find('push button', words.plan.us).catch((cause: unknown) => {
    throw new Error(`The app showed no first step. It said:\n${old.said()}`, { cause })
  })
  expectNone('its first step is in the window, behind the sandbox', await old.sandboxFaults())
  await old.reader.press('push button', words.plan.us)
  await old.reader.find('entry', words.signIn.startUrl)
  const kept = await statesIn(person.profile)
  if (kept.size !== 1) throw new Error(`There are ${kept.size} connections, not one.`)

  await machine.run('apt-get', 'install', '-y', '--no-install-recommends', await machine.bring(deb))
  await old.reader.find('entry', words.signIn.startUrl)
  await old.close()
  say(`${before.version} went on while ${installation.product.version} was installed over it`)

  const renewed = await person.start()
  await renewed.reader.find('entry', words.signIn.startUrl)
  expectNone('the connection is shown again, behind the sandbox', await renewed.sandboxFaults())
  await renewed.close()
  const states = await statesIn(person.profile)
  const lost = [...kept].filter(([id, state]) => states.get(id) !== state).map(([id]) => id)
  expectNone('what was kept of it is the same, byte for byte', lost)
}

/**
 * Goes through what an IT department does with the Debian package, on a clean computer: installs the
 * version before, has an ordinary person use it, installs the new one over it, removes and purges it.
 */
export async function debianCourse(release: string, pair: Pair): Promise<void> {
  const { installation, before } = pair
  const { name, version } = installation.product
  const machine = await startMachine(release)
  let person: Person | undefined
  try {
    await machine.run('apt-get', 'update')
    const clean = await placesLeft(machine.folder, name)
    expectNone('a computer without the app', clean)
    const there = await machine.bring(before.deb)
    await machine.run('apt-get', 'install', '-y', '--no-install-recommends', there)
    await assertVersion(machine, before.version)
    person = await sitDownAt(machine)
    await upgradeUnder(machine, person, pair)
    await assertVersion(machine, version)
    expectNone(
      'every file is as it was checked, and root’s',
      await placesWrong(machine.folder, installation),
    )
    expectNone('dpkg finds nothing changed', lines(await machine.run('dpkg', '--verify', name)))

    await machine.run('apt-get', 'remove', '-y', name)
    expectNone('nothing is left after the removal', await placesLeft(machine.folder, name))
    if ((await statesIn(person.profile)).size !== 1) throw new Error('The connection is gone.')
    say('what the person keeps is still there')
    await machine.run('apt-get', 'purge', '-y', name)
    expectNone('nothing is left after the purge', await placesLeft(machine.folder, name))
  } finally {
    await person?.leave()
    await machine.remove()
  }
}
