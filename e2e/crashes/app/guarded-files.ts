import system from 'node:fs'
import files from 'node:fs/promises'
import path from 'node:path'
import { boundary, endsNextAt } from './boundary.ts'

/** The files whose writes are boundaries; the audit log is appended to and has tests of its own. */
const COUNTED = /^(state\.json|vault\.bin|summary\.txt|settings\.json)(\..+)?$/

/** `state.json` for the file and for its temporary ones, whose names are random; '' for others. */
function counted(file: unknown, profile: string): string {
  if (typeof file !== 'string' || !file.startsWith(profile)) return ''
  const name = path.basename(file)
  return COUNTED.test(name) ? name.replace(/\.tmp-.*/, '') : ''
}

/**
 * Makes a boundary of every step that a write takes on the way to the disk: the temporary file
 * before it is there and half written, the exchange, and each removal.
 */
export function guardFiles(profile: string): void {
  const { open, rename, rm } = files
  const guarded: Pick<typeof files, 'open' | 'rename' | 'rm'> = {
    async open(file, flags, mode) {
      const name = counted(file, profile)
      // What is opened by numbers is read.
      const writes = name !== '' && typeof flags === 'string' && flags !== 'r'
      if (!writes) return open(file, flags, mode)
      boundary(`${name}: before its temporary file`)
      const handle = await open(file, flags, mode)
      const write = handle.writeFile.bind(handle)
      handle.writeFile = async (content, options) => {
        const half = `${name}: half of its temporary file`
        if (endsNextAt(half)) {
          const bytes = typeof content === 'string' ? Buffer.from(content) : content
          if (Buffer.isBuffer(bytes)) await handle.write(bytes.subarray(0, bytes.length / 2))
        }
        boundary(half)
        return write(content, options)
      }
      return handle
    },
    async rename(from, to) {
      const name = counted(to, profile)
      if (name !== '') boundary(`${name}: between temporary file and exchange`)
      await rename(from, to)
      if (name !== '') boundary(`${name}: after the exchange`)
    },
    async rm(file, options) {
      const name = counted(file, profile)
      if (name !== '') boundary(`${name}: before its removal`)
      await rm(file, options)
      if (name !== '') boundary(`${name}: after its removal`)
    },
  }
  Object.assign(files, guarded)
}

/** A name without what differs from run to run; '' outside of the profile. */
function removable(file: unknown, profile: string): string {
  if (typeof file !== 'string' || !file.startsWith(profile)) return ''
  if (file === profile) return 'profile folder'
  const name = path.basename(file)
  return /^[0-9a-f]{8}-/.test(name) ? 'connection folder' : name.replace(/\.tmp-.*/, '')
}

/**
 * Makes a boundary of every step of a removal: the file that says that it was begun, and before and
 * after each file and folder goes, those of the program's last act too.
 */
export function guardRemoval(profile: string): void {
  const { rename, rm, rmdir } = files
  const { rmSync, rmdirSync } = system
  const between = async <T>(file: unknown, what: string, work: () => Promise<T>): Promise<T> => {
    const name = removable(file, profile)
    if (name !== '') boundary(`${name}: before its ${what}`)
    const done = await work()
    if (name !== '') boundary(`${name}: after its ${what}`)
    return done
  }
  const betweenSync = (file: unknown, work: () => void): void => {
    const name = removable(file, profile)
    if (name !== '') boundary(`${name}: before its removal at the end`)
    work()
    if (name !== '') boundary(`${name}: after its removal at the end`)
  }
  const guarded: Pick<typeof files, 'rename' | 'rm' | 'rmdir'> = {
    rename: (from, to) => between(to, 'exchange', () => rename(from, to)),
    rm: (file, options) => between(file, 'removal', () => rm(file, options)),
    rmdir: (folder) => between(folder, 'removal', () => rmdir(folder)),
  }
  Object.assign(files, guarded)
  const guardedSync: Pick<typeof system, 'rmSync' | 'rmdirSync'> = {
    rmSync: (file, options) => betweenSync(file, () => rmSync(file, options)),
    rmdirSync: (folder) => betweenSync(folder, () => rmdirSync(folder)),
  }
  Object.assign(system, guardedSync)
}
