import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import type { Dirent } from 'node:fs'
import path from 'node:path'
import { emptyFile, isMissing, LARGEST, readIfThere, replaceFile } from '../files/files.ts'

/** The vault's file and what may lie beside it. It only ever sees sealed bytes. */
export type SealedFile = {
  /** Null when there is no file. Throws `file-odd` for what is none. */
  readonly read: () => Promise<Buffer | null>
  /** Replaces the whole file or leaves it as it was; readable by its owner only. */
  readonly write: (bytes: Buffer) => Promise<void>
  /** Leaves the trace that the keychain may hold a key, while there is no file to tell of it. */
  readonly noteKey: () => Promise<void>
  /** Takes that trace away: the file tells of the key, or there is none any more. */
  readonly dropKeyNote: () => Promise<void>
  /** Moves the file to `<file>.unreadable-<n>` and returns that path. */
  readonly setAside: () => Promise<string>
  /** True when the file, the note of a key, or anything else left beside it, is there. */
  readonly leavesTraces: () => Promise<boolean>
  /** Deletes the file, temporary files of interrupted writes, and files set aside; not the note. */
  readonly remove: () => Promise<void>
}

/** Rejects with Node's own errors, which name paths and never content. */
export function createSealedFile(file: string): SealedFile {
  const folder = path.dirname(file)
  const name = path.basename(file)
  const keyNote = `${file}.key`

  const traces = async (): Promise<Dirent[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    return entries.filter((found) => found.name === name || isCompanion(name, found.name))
  }

  return {
    read: () => readIfThere(file, LARGEST.vault),
    write: (bytes) => replaceFile(file, bytes),
    noteKey: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await emptyFile(keyNote)
    },
    dropKeyNote: () => rm(keyNote, { force: true }),
    setAside: async () => {
      const taken = new Set((await traces()).map((found) => found.name))
      let number = 1
      while (taken.has(`${name}.unreadable-${number}`)) number += 1
      const aside = `${file}.unreadable-${number}`
      await rename(file, aside)
      return aside
    },
    leavesTraces: async () => (await traces()).some(isOurs),
    remove: async () => {
      for (const found of (await traces()).filter(isOurs)) {
        const trace = path.join(folder, found.name)
        if (trace !== keyNote) await rm(trace, { force: true })
      }
    },
  }
}

/** A folder that was found in the vault's place holds nothing of the vault. */
const isOurs = (found: Dirent): boolean => !found.isDirectory()

function isCompanion(name: string, found: string): boolean {
  if (!found.startsWith(`${name}.`)) return false
  return /^(key|tmp-[0-9a-f-]{36}|unreadable-\d+)$/.test(found.slice(name.length + 1))
}
