import { constants, type Stats } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from '../files/files.ts'
import { type Place, unusable } from './unusable.ts'

/** Whose the file has to be. */
export type Trust = {
  /** The number of the user; 0 for the administrator. */
  readonly owner: number
  /** The uppermost of the folders that are held to the same: whoever owns those above is trusted. */
  readonly topmost: string
}

/** A policy with every list at its longest is far smaller. */
const LARGEST = 1024 * 1024
/** Group and others. Where a file has an access list, the group’s place shows the most it gives. */
const OTHERS_WRITE = 0o022
/** Without following a link, and without waiting for whoever writes into a pipe. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads a file that only the administrator can have written: it and the folders in which it lies are
 * theirs, no link is among them, and nobody else can write there. It is opened once, and what is open
 * is looked at: a file that is put in its place meanwhile is not read. Null where there is none.
 * Throws `policy-unusable`.
 */
export async function readTrusted(at: Place, trust: Trust): Promise<Buffer | null> {
  const file = at.place
  // Without its own folder there is none, whatever those above are like.
  if (!(await unlessMissing(at, () => lstat(path.dirname(file))))) return null
  for (const folder of foldersOf(file, trust.topmost)) {
    const stats = await unlessMissing(at, () => lstat(folder))
    if (!stats) return null
    if (stats.isSymbolicLink()) throw unusable(at, 'link')
    if (!stats.isDirectory()) throw unusable(at, 'not-a-file')
    requireTrusted(at, stats, trust)
  }
  const handle = await unlessMissing(at, () => open(file, READ))
  if (!handle) return null
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw unusable(at, 'not-a-file')
    requireTrusted(at, stats, trust)
    return await contentOf(at, handle)
  } finally {
    await handle.close()
  }
}

/** The folders from the topmost one down to that of the file. */
function foldersOf(file: string, topmost: string): string[] {
  const folder = path.dirname(file)
  const steps = path.relative(topmost, folder).split(path.sep).filter(Boolean)
  return steps.reduce(
    (folders, step) => [...folders, path.join(folders.at(-1) ?? topmost, step)],
    [topmost],
  )
}

function requireTrusted(at: Place, { uid, mode }: Stats, { owner }: Trust): void {
  if (uid !== owner) throw unusable(at, 'not-owned')
  if ((mode & OTHERS_WRITE) !== 0) throw unusable(at, 'writable')
}

async function unlessMissing<T>(at: Place, look: () => Promise<T>): Promise<T | null> {
  try {
    return await look()
  } catch (cause) {
    if (isMissing(cause)) return null
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    // Linux and macOS say ELOOP of a link that is not to be followed, other systems EMLINK or EFTYPE.
    if (code === 'ELOOP' || code === 'EMLINK' || code === 'EFTYPE') throw unusable(at, 'link')
    // A socket cannot be opened.
    if (code === 'ENXIO') throw unusable(at, 'not-a-file')
    throw unusable(at, 'unreadable', { cause })
  }
}

/** One byte more than there may be is asked for: the size that was told may have changed since. */
async function contentOf(at: Place, handle: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(LARGEST + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await reading(at, () =>
      handle.read(buffer, length, buffer.length - length),
    )
    length += bytesRead
    if (length > LARGEST) throw unusable(at, 'too-large')
    if (bytesRead === 0) return buffer.subarray(0, length)
  }
}

async function reading<T>(at: Place, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw unusable(at, 'unreadable', { cause })
  }
}
