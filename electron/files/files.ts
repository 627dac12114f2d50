import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { access, constants, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppFailure, fail } from '../errors/failure.ts'

/**
 * Replaces a file in one step: whole before or whole after, never half, also when the power fails.
 * Readable by its owner only. Temporary files are named `<file>.tmp-<uuid>`.
 * Rejects with Node's own errors, which name paths and never content.
 */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.tmp-${randomUUID()}`
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Throws `folder-read-only` when nothing can be written into a folder. */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw fail('folder-read-only', { folder, reason }, { cause })
  }
}

const TEMPORARY = /\.tmp-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes what interrupted replacements left in a folder. Nobody may be writing into it meanwhile. */
export async function removeTemporary(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const entry of entries)
    if (entry.isFile() && TEMPORARY.test(entry.name))
      await rm(path.join(folder, entry.name), { force: true })
}

/** What a path can be that is no file to read. */
type Oddity = 'folder' | 'pipe' | 'socket' | 'device' | 'link' | 'link-circle' | 'too-large'

const MEBIBYTE = 1024 * 1024
/** The most bytes that are read of each kind of file; all of them are far smaller in honest use. */
export const LARGEST = {
  /** Choices, and at most one template of 51,200 bytes. */
  state: 4 * MEBIBYTE,
  settings: MEBIBYTE,
  /** Where the window was: a hundred bytes. */
  place: 4 * 1024,
  /** One sealed sign-in. */
  vault: MEBIBYTE,
  /** Begun anew at 5 MiB. */
  audit: 16 * MEBIBYTE,
  /** Files of the AWS CLI: twenty thousand profiles are five. */
  cli: 16 * MEBIBYTE,
  /** CloudFormation takes 51,200 bytes; a little more is read, so that its own sentence is said. */
  template: MEBIBYTE,
  /** Names, and at most one template. */
  handOver: MEBIBYTE,
} as const

const CHUNK = 64 * 1024
/** Windows knows neither: there they are left out. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK || 0) | (constants.O_NOCTTY || 0)

/**
 * The bytes of a file, or null when there is none. Never waits and never reads without end: whatever
 * is no file, or larger than `largest` bytes, throws `file-odd` (facts `file`, `oddity`, `limit`).
 * Rejects with Node's own errors otherwise, which name paths and never content.
 */
export async function readIfThere(file: string, largest: number): Promise<Buffer | null> {
  try {
    // Asked before it is opened, as opening a device may already do something.
    refuseOdd(file, await stat(file), largest)
    const handle = await open(file, READ)
    try {
      // Asked again of what was opened: the path may lead elsewhere by now.
      refuseOdd(file, await handle.stat(), largest)
      const chunks: Buffer[] = []
      // One byte more than allowed tells of a file that has grown since.
      for (let left = largest + 1; left > 0;) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, CHUNK)))
        if (bytesRead === 0) return Buffer.concat(chunks)
        chunks.push(buffer.subarray(0, bytesRead))
        left -= bytesRead
      }
      throw odd(file, 'too-large', largest)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isMissing(error)) return null
    const oddity = oddityOf(error)
    throw oddity ? odd(file, oddity, largest) : error
  }
}

/** The text of a file, or null when there is none. Throws as `readIfThere` does. */
export async function readTextIfThere(file: string, largest: number): Promise<string | null> {
  return (await readIfThere(file, largest))?.toString('utf8') ?? null
}

/** Throws `file-odd` if something is there that is no file, such as a pipe that would wait for ever. */
export function refuseOdd(file: string, found: Stats, largest: number): void {
  const kind = kindOf(found)
  if (kind) throw odd(file, kind, largest)
  if (found.size > largest) throw odd(file, 'too-large', largest)
}

/**
 * Throws `file-odd` if a path is no file itself, or a link; `file-unreadable` if nothing is there.
 */
export async function refuseOddPath(file: string): Promise<void> {
  try {
    refuseOdd(file, await lstat(file), Infinity)
  } catch (error) {
    throw isOdd(error) ? error : fail('file-unreadable', { file }, { cause: error })
  }
}

function kindOf(found: Stats): Oddity | null {
  if (found.isFile()) return null
  if (found.isDirectory()) return 'folder'
  if (found.isSymbolicLink()) return 'link'
  if (found.isFIFO()) return 'pipe'
  return found.isSocket() ? 'socket' : 'device'
}

/** What Node's own errors say of a path that is no file; null for anything else. */
function oddityOf(error: unknown): Oddity | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'ELOOP') return 'link-circle'
  if (error.code === 'EISDIR') return 'folder'
  return error.code === 'ENXIO' ? 'socket' : null
}

function odd(file: string, oddity: Oddity, largest: number): AppFailure {
  return fail('file-odd', { file, oddity, limit: String(Math.ceil(largest / MEBIBYTE)) })
}

/**
 * Makes a file empty, for its owner only. A pipe in its place makes this fail, and not wait for a
 * reader.
 */
export async function emptyFile(file: string): Promise<void> {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NONBLOCK } = constants
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NONBLOCK || 0), 0o600)
  await handle.close()
}

/** True when a path leads to something that is no file to read: no repetition changes that. */
export function isOdd(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'file-odd'
}

/** True for Node's error about a file or folder that is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A full or read-only disk is told by its own sentence, with the file it is about. */
export async function writing<T>(file: string, work: Promise<T>): Promise<T> {
  return told('disk-write-failed', file, work)
}

/** The same for a file that the person has asked for, on which nothing rests. Throws `file-not-saved`. */
export async function saving<T>(file: string, work: Promise<T>): Promise<T> {
  return told('file-not-saved', file, work)
}

async function told<T>(
  code: 'disk-write-failed' | 'file-not-saved',
  file: string,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw fail(code, { file, reason }, { cause })
  }
}
