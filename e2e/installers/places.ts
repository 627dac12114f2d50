import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { bytesOf } from '../packaging/installation/app-folder.ts'
import type { Installation, Installed } from '../packaging/installation/installed.ts'

async function faultOf(folder: string, entry: Installed): Promise<string | undefined> {
  const place = path.join(folder, entry.to)
  const status = await lstat(place).catch(() => undefined)
  if (status === undefined) return `${entry.to} is missing`
  if (status.uid !== 0 || status.gid !== 0) return `${entry.to} belongs to ${status.uid}`
  if (entry.kind === 'link')
    return (await readlink(place)) === entry.target ? undefined : `${entry.to} leads elsewhere`
  const mode = status.mode & 0o7777
  if (mode !== entry.mode) return `${entry.to} has the mode ${mode.toString(8)}`
  const same = (await readFile(place)).equals(await bytesOf(entry))
  return same ? undefined : `${entry.to} has other bytes`
}

/** What is not on a computer (its root is `folder`) as the installation says. */
export async function placesWrong(folder: string, installation: Installation): Promise<string[]> {
  const faults: string[] = []
  for (const entry of installation.entries) {
    const fault = await faultOf(folder, entry)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

/** Where package managers and logs remember what once was. */
const MEMORY =
  /^(var\/(log|cache|lib\/(apt|dpkg|rpm|sgml-base|ucf|systemd))|root|proc|dev|sys|tmp|run)(\/|$)/

/** Every place on a computer that has the app's name. */
export async function placesLeft(folder: string, name: string): Promise<string[]> {
  const found: string[] = []
  const look = async (inside: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, inside), { withFileTypes: true })) {
      const place = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (MEMORY.test(place)) continue
      if (entry.name.includes(name)) found.push(`/${place}`)
      if (entry.isDirectory()) await look(place)
    }
  }
  await look('')
  return found
}
