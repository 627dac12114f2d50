import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
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
import { isSealedByNewer } from '../keychain/seal.ts'
import { closeConnection, closeFolder } from '../files/profile-folder.ts'
import { CONNECTIONS, FILES, isConnectionId, SETTINGS } from './profile-names.ts'
import { createSettingsFile } from './settings-file.ts'

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
  /** What will change, for reading, made when somebody wants to. */
  readonly planPageFile: string
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
  /** Those that lie on the disk now, whoever can open them; begins none. */
  readonly onDisk: () => Promise<ConnectionFolder[]>
  readonly add: () => Promise<ConnectionFolder>
  /** Removes the folder with everything in it. */
  readonly remove: (id: string) => Promise<void>
  /** The one shown last time, '' if none. */
  readonly selected: () => Promise<string>
  readonly select: (id: string) => Promise<void>
  /** Keeps the language to begin with. */
  readonly speak: (language: string) => Promise<void>
  /**
   * The settings' file if a later build wrote it, else null. It is left as it is then: order and
   * selection are kept in memory until the app ends.
   */
  readonly newerSettings: () => Promise<string | null>
  /** What was wrong with the list of connections, to be told. */
  readonly problems: () => readonly AppError[]
}

export function createConnectionFolders(profile: string, clock: Clock): ConnectionFolders {
  const parent = path.join(profile, CONNECTIONS)
  const problems: AppError[] = []
  const settings = createSettingsFile(path.join(profile, SETTINGS), clock, (problem) =>
    problems.push(problem),
  )

  const ids = async (): Promise<string[]> => {
    await writing(parent, mkdir(parent, { recursive: true, mode: 0o700 }))
    const entries = await writing(parent, readdir(parent, { withFileTypes: true }))
    const ours = entries.filter(({ name }) => isConnectionId(name))
    const names = ours.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    for (const { name } of ours.filter((entry) => !entry.isDirectory())) {
      const file = path.join(parent, name)
      const { error } = fail('file-odd', { file, oddity: 'link', limit: '' })
      if (!problems.some(({ facts }) => facts['file'] === file)) problems.push(error)
    }
    const { order } = await settings.read()
    const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
    return names.toSorted().toSorted((a, b) => place(a) - place(b))
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
      if (!(await settings.newer())) await writing(profile, removeTemporary(profile))
      for (const { id, newer } of folders) {
        const folder = path.join(parent, id)
        if (!newer) await writing(folder, removeTemporary(folder))
      }
      return folders
    },
    onDisk: async () => Promise.all((await ids()).map(folderOf)),
    async add() {
      const before = await ids()
      const id = randomUUID()
      const folder = path.join(parent, id)
      await writing(folder, mkdir(folder, { mode: 0o700 }))
      await settings.change({ order: [...before, id], selected: id })
      return folderOf(id)
    },
    async remove(id) {
      const folder = path.join(parent, id)
      await writing(folder, rm(folder, { recursive: true, force: true }))
    },
    selected: async () => (await settings.read()).selected,
    select: (id) => settings.change({ selected: id }),
    speak: (language) => settings.change({ language }),
    newerSettings: settings.newer,
    problems: () => problems,
  }
}

async function connectionFolder(
  parent: string,
  id: string,
  clock: Clock,
): Promise<ConnectionFolder> {
  const folder = path.join(parent, id)
  const file = path.join(folder, FILES.state)
  const vaultFile = path.join(folder, FILES.vault)
  const auditFile = path.join(folder, FILES.record)
  return {
    id,
    vaultFile,
    summaryFile: path.join(folder, FILES.summary),
    auditFile,
    auditPageFile: path.join(folder, FILES.recordPage),
    planPageFile: path.join(folder, FILES.planPage),
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
