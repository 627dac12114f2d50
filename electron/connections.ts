import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { createStateFile, type StateFile } from './checklist/state-file.ts'
import type { Clock } from './clock.ts'
import { fail } from './errors.ts'
import { readIfThere, replaceFile } from './files.ts'

/** One payer account's way through the checklist: everything of it lies in one folder. */
export type ConnectionFolder = {
  readonly id: string
  readonly stateFile: StateFile
  readonly vaultFile: string
  readonly summaryFile: string
}

/** Finds the connection of this profile, or begins one. Throws `disk-write-failed`. */
export async function openConnection(profile: string, clock: Clock): Promise<ConnectionFolder> {
  const parent = path.join(profile, 'connections')
  await writing(parent, mkdir(parent, { recursive: true, mode: 0o700 }))
  const [existing] = (await readdir(parent)).filter((name) => CONNECTION_ID.test(name)).toSorted()
  const id = existing ?? randomUUID()
  const folder = path.join(parent, id)
  return {
    id,
    vaultFile: path.join(folder, 'vault.bin'),
    summaryFile: path.join(folder, 'summary.txt'),
    stateFile: createStateFile(
      path.join(folder, 'state.json'),
      {
        read: async (file) => (await readIfThere(file))?.toString('utf8') ?? null,
        replace: (file, text) => writing(file, replaceFile(file, text)),
        move: (from, to) => writing(from, rename(from, to)),
      },
      clock.now,
    ),
  }
}

const CONNECTION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A full or read-only disk is told by its own sentence, with the file it is about. */
export async function writing<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw fail('disk-write-failed', { file, reason }, { cause })
  }
}
