import { chmodSync, lstatSync, mkdirSync, realpathSync, statSync, type Stats } from 'node:fs'
import { chmod, lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { AppError } from '../errors/app-error.ts'
import { AppFailure, fail } from '../errors/failure.ts'

const FOR_OTHERS = 0o077
const WRITABLE_FOR_OTHERS = 0o022
const STICKY = 0o1000
const ROOT = 0
/** As whom everything of the system shows inside a user namespace, such as a container's or sandbox's. */
const NOBODY = 65534

/** Who runs the app; null on Windows, where folders of a person are closed by their access lists. */
const me = (): number | null => process.getuid?.() ?? null

/**
 * Makes sure, before anything is read or written there, that a profile folder is the person's own and
 * closed to others. A link is followed and what it leads to is judged. Returns what is to be told.
 *
 * Throws `folder-not-yours` for a folder of somebody else, who could change it at any time: also for
 * root, who would leave files there that its owner cannot read, and read what the owner has put there.
 * Throws `folder-read-only` when there is no folder or it cannot be closed for want of a writable disk.
 */
export function securedProfile(folder: string): AppError[] {
  const uid = me()
  if (uid === null) return []
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const real = realpathSync(folder)
    const found = statSync(real)
    // Somebody else's link leads elsewhere tomorrow.
    const strange = ![uid, ROOT].includes(lstatSync(folder).uid)
    if (found.uid !== uid || strange) throw fail('folder-not-yours', { folder })
    return [...closed(real, found), ...openPlaces(real, uid)]
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause
    throw fail('folder-read-only', { folder, reason: codeOf(cause) }, { cause })
  }
}

/**
 * Throws `trust-not-yours` when the certificates that Chromium trusts beside the system's, in a folder
 * below the person's home on Linux, are somebody else's to change: whoever can do that can read along.
 */
export function requireOwnTrust(home: string): void {
  const uid = me()
  if (uid === null || process.platform !== 'linux') return
  for (const folder of [path.join(home, '.pki', 'nssdb'), path.join(home, '.pki')]) {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (!found) continue
    const open = (found.mode & WRITABLE_FOR_OTHERS) !== 0
    if (found.uid !== uid || open) throw fail('trust-not-yours', { folder })
  }
}

/** Closes the folder. Only what others could have changed is worth telling. */
function closed(folder: string, { mode }: Stats): AppError[] {
  if ((mode & FOR_OTHERS) === 0) return []
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    // A disk without owners, such as a USB stick, cannot be closed; it may still be all there is.
    if (codeOf(error) === 'EROFS') throw error
  }
  const still = (statSync(folder).mode & FOR_OTHERS) !== 0
  if (!still && (mode & WRITABLE_FOR_OTHERS) === 0) return []
  return [fail('folder-was-open', { folder, still: still ? 'yes' : '' }).error]
}

/**
 * Folders above into which others can write could be emptied of this one. It is told and not refused:
 * a folder that they put in its place would be theirs.
 */
function openPlaces(folder: string, uid: number): AppError[] {
  const parent = path.dirname(folder)
  if (parent === folder) return []
  const { mode, uid: owner, gid } = statSync(parent)
  const group = [ROOT, process.getgid?.()].includes(gid) ? 0 : 0o020
  const open = (mode & STICKY) === 0 && (mode & (0o002 | group)) !== 0
  if (open || ![uid, ROOT, NOBODY].includes(owner))
    return [fail('folder-place-open', { folder, parent }).error]
  return openPlaces(parent, uid)
}

/** Closes one folder of the profile to others. Throws `folder-not-yours`. */
export async function closeFolder(folder: string): Promise<void> {
  const uid = me()
  if (uid !== null) await closeOwn(folder, uid)
}

/**
 * Closes a connection's folder and the files in it to others. Throws `folder-not-yours` when one of
 * them belongs to somebody else, who has put it there while the profile was open.
 */
export async function closeConnection(folder: string): Promise<void> {
  const uid = me()
  if (uid === null) return
  const names = await readdir(folder)
  for (const file of [folder, ...names.map((name) => path.join(folder, name))])
    await closeOwn(file, uid)
}

async function closeOwn(file: string, uid: number): Promise<void> {
  const found = await lstat(file)
  if (found.uid !== uid) throw fail('folder-not-yours', { folder: file })
  // The mode of a link says nothing, and what it leads to is somewhere else.
  if (found.isSymbolicLink() || (found.mode & FOR_OTHERS) === 0) return
  try {
    await chmod(file, found.isDirectory() ? 0o700 : 0o600)
  } catch (error) {
    // Inside a folder that is closed; where there is nothing to close with, that was told of it.
    if (!['EPERM', 'EROFS', 'ENOTSUP'].includes(codeOf(error))) throw error
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
