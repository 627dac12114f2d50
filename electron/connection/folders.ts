import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { isRecordOfNewer } from '../audit/entry.ts'
import {
  createStateFile,
  isNewerState,
  nameInState,
  type StateFileOnDisk,
} from '../checklist/state-file.ts'
import type { Clock } from '../base/clock.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail, toAppError } from '../errors/failure.ts'
import {
  isOdd,
  LARGEST,
  readIfThere,
  readTextIfThere,
  removeTemporary,
  replaceFile,
  writing,
} from '../files/files.ts'
import { keptText, type Kind, readKept } from '../files/kept.ts'
import { isSealedByNewer } from '../keychain/seal.ts'
import { closeConnection, closeFolder } from '../files/profile-folder.ts'

/** One payer account's way through the checklist: everything of it lies in one folder. */
export type ConnectionFolder = {
  readonly id: string
  readonly stateFile: StateFileOnDisk
  readonly vaultFile: string
  readonly summaryFile: string
  /** What was called for it, and what the person agreed to. */
  readonly auditFile: string
  /** The same for reading, made when somebody wants to. */
  readonly auditPageFile: string
  /**
   * What a later build of the app has written into this folder, null if nothing. Then nothing at all
   * is written into it here: what belongs together may be more than this build knows.
   */
  readonly newer: NewerFile | null
}

/** `part` selects the words for it; name and account are '' where they cannot be told. */
export type NewerFile = {
  readonly part: 'state' | 'vault' | 'record'
  readonly file: string
  readonly name: string
  readonly accountId: string
}

/** The connections of a profile, on disk. Everything throws `disk-write-failed`. */
export type ConnectionFolders = {
  /**
   * In the order in which they were added; begins the first one if there is none. Called once, at the
   * start: what a crash left half written goes.
   */
  readonly all: () => Promise<ConnectionFolder[]>
  readonly add: () => Promise<ConnectionFolder>
  /** Removes the folder with everything in it. */
  readonly remove: (id: string) => Promise<void>
  /** The one shown last time, '' if none. */
  readonly selected: () => Promise<string>
  readonly select: (id: string) => Promise<void>
  /**
   * The settings' file if a later build wrote it, else null. It is left as it is then: order and
   * selection are kept in memory until the app ends.
   */
  readonly newerSettings: () => Promise<string | null>
  /** What was wrong with the list of connections, to be told. */
  readonly problems: () => readonly AppError[]
}

const CONNECTION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Order and selection, for convenience only: without this file nothing is lost. */
const settingsSchema = z.object({
  order: z.array(z.string()).default([]),
  selected: z.string().default(''),
})
type Settings = z.infer<typeof settingsSchema>
const NO_SETTINGS: Settings = settingsSchema.parse({})

/** The first builds stated no version. */
export const settingsKind: Kind<Settings> = {
  content: settingsSchema,
  unnumbered: 1,
  earlier: [],
}

export function createConnectionFolders(profile: string, clock: Clock): ConnectionFolders {
  const parent = path.join(profile, 'connections')
  const settingsFile = path.join(profile, 'settings.json')

  /** Of a file that cannot be read, or that a later build wrote: nothing is written over it. */
  let inMemory: Settings | null = null
  let isNewer = false
  const problems: AppError[] = []
  const settings = async (): Promise<Settings> => {
    if (inMemory) return inMemory
    const read = readKept(await settingsText(), settingsKind)
    if (read.kind === 'newer') {
      inMemory = NO_SETTINGS
      isNewer = true
    }
    // Unreadable settings cost the order of a list, and no more.
    return read.kind === 'read' ? read.content : NO_SETTINGS
  }
  const settingsText = async (): Promise<string> => {
    try {
      return (await readTextIfThere(settingsFile, LARGEST.settings)) ?? ''
    } catch {
      // Whatever is there: it costs the order of a list, and must not keep the app from starting.
      // Kept beside, so that nothing is written over what is no file of ours.
      const file = `${settingsFile}.unreadable-${clock.now()}`
      try {
        await rename(settingsFile, file)
        problems.push(fail('settings-set-aside', { file }).error)
      } catch {
        inMemory = NO_SETTINGS
        problems.push(fail('settings-set-aside', { file: settingsFile }).error)
      }
      return ''
    }
  }
  const change = async (changed: Partial<Settings>): Promise<void> => {
    const next = { ...(await settings()), ...changed }
    if (inMemory) inMemory = next
    else await writing(settingsFile, replaceFile(settingsFile, keptText(next, settingsKind)))
  }
  const newerSettings = async (): Promise<string | null> => {
    await settings()
    return isNewer ? settingsFile : null
  }
  const ids = async (): Promise<string[]> => {
    await writing(parent, mkdir(parent, { recursive: true, mode: 0o700 }))
    const entries = await writing(parent, readdir(parent, { withFileTypes: true }))
    const ours = entries.filter(({ name }) => CONNECTION_ID.test(name))
    const names = ours.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    for (const { name } of ours.filter((entry) => !entry.isDirectory())) {
      const file = path.join(parent, name)
      const { error } = fail('file-odd', { file, oddity: 'link', limit: '' })
      if (!problems.some(({ facts }) => facts['file'] === file)) problems.push(error)
    }
    const { order } = await settings()
    const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
    return names.toSorted((a, b) => place(a) - place(b) || a.localeCompare(b))
  }
  /** Closed to others; one in which somebody else has put something is told and passed over. */
  const isOwn = async (folder: string): Promise<boolean> => {
    try {
      await closeConnection(folder)
      return true
    } catch (error) {
      problems.push(toAppError(error))
      return false
    }
  }
  const folderOf = (id: string): Promise<ConnectionFolder> => connectionFolder(parent, id, clock)

  return {
    async all() {
      const found = await ids()
      await closeFolder(parent)
      const own: string[] = []
      for (const id of found) if (await isOwn(path.join(parent, id))) own.push(id)
      const folders = await Promise.all((own.length > 0 ? own : [randomUUID()]).map(folderOf))
      if (!(await newerSettings())) await writing(profile, removeTemporary(profile))
      for (const { id, newer } of folders) {
        const folder = path.join(parent, id)
        if (!newer) await writing(folder, removeTemporary(folder))
      }
      return folders
    },
    async add() {
      const before = await ids()
      const id = randomUUID()
      const folder = path.join(parent, id)
      await writing(folder, mkdir(folder, { mode: 0o700 }))
      await change({ order: [...before, id], selected: id })
      return folderOf(id)
    },
    async remove(id) {
      const folder = path.join(parent, id)
      await writing(folder, rm(folder, { recursive: true, force: true }))
    },
    selected: async () => (await settings()).selected,
    select: (id) => change({ selected: id }),
    newerSettings,
    problems: () => problems,
  }
}

async function connectionFolder(
  parent: string,
  id: string,
  clock: Clock,
): Promise<ConnectionFolder> {
  const folder = path.join(parent, id)
  const file = path.join(folder, 'state.json')
  const vaultFile = path.join(folder, 'vault.bin')
  const auditFile = path.join(folder, 'audit.jsonl')
  return {
    id,
    vaultFile,
    summaryFile: path.join(folder, 'summary.txt'),
    auditFile,
    auditPageFile: path.join(folder, 'record-of-calls.html'),
    newer: await newerAmong(file, [
      { part: 'state', file, isNewer: isNewerState },
      { part: 'vault', file: vaultFile, isNewer: isSealedByNewer },
      { part: 'record', file: auditFile, isNewer: (bytes) => isRecordOfNewer(bytes.toString()) },
    ]),
    stateFile: createStateFile(
      file,
      {
        read: readState,
        replace: (file, text) => writing(file, replaceFile(file, text)),
        move: (from, to) => writing(from, rename(from, to)),
      },
      clock.now,
    ),
  }
}

type Asked = Pick<NewerFile, 'part' | 'file'> & { readonly isNewer: (bytes: Buffer) => boolean }

/** The first of the files that a later build wrote; `stateFile` may tell whose it is. */
async function newerAmong(stateFile: string, asked: readonly Asked[]): Promise<NewerFile | null> {
  for (const { part, file, isNewer } of asked) {
    const bytes = await bytesIn(file)
    if (bytes && isNewer(bytes))
      return { part, file, ...nameInState((await bytesIn(stateFile)) ?? Buffer.of()) }
  }
  return null
}

/** What cannot be read is told when the connection is opened. */
const bytesIn = (file: string): Promise<Buffer | null> =>
  readIfThere(file, LARGEST.audit).catch(() => null)

/** What is no file reads as one that says nothing: it is set aside like any that is not understood. */
async function readState(file: string): Promise<string | null> {
  try {
    return await readTextIfThere(file, LARGEST.state)
  } catch (error) {
    if (isOdd(error)) return ''
    throw fail('file-unreadable', { file }, { cause: error })
  }
}
