import { randomBytes } from 'node:crypto'
import { readdir, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { remainsAtAws } from '../aws/sign-in/wipe.ts'
import { nameInState } from '../checklist/state-file.ts'
import type { Kept } from '../contract/erasure.ts'
import type { AppError } from '../errors/app-error.ts'
import { isCode, fail } from '../errors/failure.ts'
import { isMissing, LARGEST, readIfThere } from '../files/files.ts'
import { isOfChromium } from '../files/profile-content.ts'
import type { Keychain } from '../keychain/keychain.ts'
import { probe } from '../keychain/vault-key.ts'
import type { Connection } from './connection.ts'
import type { ConnectionFolder } from './folders.ts'
import {
  BEGUN,
  CONNECTIONS,
  FILES,
  isConnectionId,
  isOfSettings,
  KEY_NOTE,
} from './profile-names.ts'

/** One thing that is kept, and how it is removed: resolves what of it is left. Null for what stays. */
export type KeptThing = {
  readonly item: Kept
  readonly remove: (() => Promise<readonly AppError[]>) | null
}

type Endable = Pick<Connection, 'id' | 'forget'>

export type KeptThingsOptions = {
  readonly profile: string
  readonly keychain: Keychain
  /** The connections that are open now. */
  readonly opened: () => readonly Connection[]
  readonly onDisk: () => Promise<readonly ConnectionFolder[]>
  /** A connection that is not open, by its folder. */
  readonly unopened: (folder: ConnectionFolder) => Endable
  /** Whether a later build wrote the settings. */
  readonly newerSettings: () => Promise<string | null>
}

/** Everything that the app keeps on this computer for this person, each thing by itself. */
export async function keptThings(options: KeptThingsOptions): Promise<readonly KeptThing[]> {
  const { profile, newerSettings } = options
  const names = await namesIn(profile)
  const inProfile = (chosen: readonly string[]): string[] =>
    chosen.map((name) => path.join(profile, name))
  const isOurs = (name: string): boolean =>
    name === CONNECTIONS || name === BEGUN || isOfSettings(name) || isOfChromium(name)
  const settings = inProfile(names.filter(isOfSettings))
  const newer = await newerSettings()
  return [
    ...(await connectionsOf(options)),
    ...(newer === null ? filesOf('settings', settings) : [stays('newer', newer)]),
    {
      item: { ...BARE, id: profile, kind: 'browser', path: profile },
      // Its files are in use as long as the window is there.
      remove: () => Promise.resolve([]),
    },
    ...inProfile(names.filter((name) => !isOurs(name))).map((file) => stays('foreign', file)),
  ]
}

async function connectionsOf(options: KeptThingsOptions): Promise<readonly KeptThing[]> {
  const { profile, keychain, opened, onDisk, unopened } = options
  const parent = path.join(profile, CONNECTIONS)
  const folders = await onDisk()
  const open = opened()
  const isOnDisk = (wanted: string): boolean => folders.some(({ id }) => id === wanted)
  const known = [...open.map(({ id }) => id), ...folders.map(({ id }) => id)]
  const things = [...new Set(known)].map(async (id): Promise<KeptThing> => {
    const folder = folders.find((one) => one.id === id)
    const connection = open.find((one) => one.id === id)
    const about = connection?.summary() ?? (await aboutFolder(path.join(parent, id)))
    const { name, accountId } = about
    const place = path.join(parent, id)
    const item: Kept = { ...BARE, id, kind: 'connection', name, accountId, path: place }
    if (folder?.newer) return { item: { ...item, kind: 'newer', state: 'stays' }, remove: null }
    const endable = connection ?? (folder && unopened(folder))
    return {
      item: { ...item, entry: keychain.entry(id) },
      remove: async () => {
        const signIn = (await endable?.forget()) ?? []
        // Where the app has kept nothing yet, it has not asked the keychain either.
        if (!isOnDisk(id)) return signIn
        return removedConnection(place, signIn, keychain, id)
      },
    }
  })
  const foreign = (await namesIn(parent)).filter(
    (name) => !(isConnectionId(name) && isOnDisk(name)),
  )
  return [
    ...(await Promise.all(things)),
    ...foreign.map((name) => stays('foreign', path.join(parent, name))),
  ]
}

/** After the sign-in: the entry that a probe may have left, then the folder. Resolves what is left. */
async function removedConnection(
  folder: string,
  signIn: readonly AppError[],
  keychain: Keychain,
  id: string,
): Promise<readonly AppError[]> {
  const keyStays = !signIn.every(remainsAtAws)
  const unproven = fail('erase-entry-unproven', { entry: keychain.entry(`${id}.probe`) }).error
  // A keychain that has just refused is not asked a second time.
  const probed = keyStays || !(await isProbeGone(keychain, id)) ? [unproven] : []
  // The note of a key that is left goes last, when the person has been told of it.
  const left = await emptied(folder, keyStays ? [KEY_NOTE] : [])
  return [...signIn, ...probed, ...left]
}

/**
 * A probe that was killed leaves an entry of no value, of which no file tells. To prove that there is
 * none takes another probe, which replaces and removes it: an empty keychain answers as a locked one.
 */
async function isProbeGone(keychain: Keychain, id: string): Promise<boolean> {
  try {
    await probe(keychain, id, randomBytes)
    return true
  } catch (error) {
    // Where there is no keychain, there is none that holds an entry.
    if (isCode(error, 'vault-missing')) return true
    if (isCode(error, 'vault-locked', 'vault-broken')) return false
    throw error
  }
}

/** Removes what is in a folder but `kept`, and the folder if nothing is. Resolves what is left. */
async function emptied(folder: string, kept: readonly string[]): Promise<readonly AppError[]> {
  const names = (await namesIn(folder)).filter((name) => !kept.includes(name))
  const left: AppError[] = []
  for (const name of names) left.push(...(await removed(path.join(folder, name))))
  if (left.length === 0 && kept.length === 0) left.push(...(await leftOf(folder, rmdir(folder))))
  return left
}

const removed = (file: string): Promise<readonly AppError[]> =>
  leftOf(file, rm(file, { recursive: true, force: true }))

async function leftOf(file: string, work: Promise<void>): Promise<readonly AppError[]> {
  try {
    await work
    return []
  } catch (cause) {
    if (isMissing(cause)) return []
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    return [fail('erase-left', { file, reason }, { cause }).error]
  }
}

const filesOf = (kind: Kept['kind'], files: readonly string[]): KeptThing[] =>
  files.map((file) => ({
    item: { ...BARE, id: file, kind, path: file },
    remove: () => removed(file),
  }))

const stays = (kind: Kept['kind'], file: string): KeptThing => ({
  item: { ...BARE, id: file, kind, path: file, state: 'stays' },
  remove: null,
})

const BARE = { name: '', accountId: '', entry: '', state: 'there', problems: [] } as const

async function aboutFolder(folder: string): Promise<Pick<Kept, 'name' | 'accountId'>> {
  const bytes = await readIfThere(path.join(folder, FILES.state), LARGEST.state).catch(() => null)
  return nameInState(bytes ?? Buffer.of())
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
