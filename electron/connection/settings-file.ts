import { rename } from 'node:fs/promises'
import { z } from 'zod'
import type { Clock } from '../base/clock.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail } from '../errors/failure.ts'
import { LARGEST, readTextIfThere, replaceFile, writing } from '../files/files.ts'
import { keptText, type Kind, readKept } from '../files/kept.ts'

/**
 * Order and selection of the connections and the language that was chosen, for convenience only: without
 * this file nothing is lost.
 */
const settingsSchema = z.object({
  order: z.array(z.string()).default([]),
  selected: z.string().default(''),
  /** The id of a language, '' for the system's. One that a build does not know is the system's there. */
  language: z.string().max(35).default(''),
})
export type Settings = z.infer<typeof settingsSchema>
const NO_SETTINGS: Settings = settingsSchema.parse({})

/** The first builds stated no version. They knew one language, and kept none. */
export const settingsKind: Kind<Settings> = {
  content: settingsSchema,
  unnumbered: 1,
  earlier: [(file) => file],
}

/** The settings of a profile, on disk. `change` throws `disk-write-failed`. */
export type SettingsFile = {
  readonly read: () => Promise<Settings>
  readonly change: (changed: Partial<Settings>) => Promise<void>
  /** The file if a later build wrote it, else null: it is left as it is then. */
  readonly newer: () => Promise<string | null>
}

/** `onProblem` is told once when the file cannot be read. */
export function createSettingsFile(
  file: string,
  clock: Clock,
  onProblem: (problem: AppError) => void,
): SettingsFile {
  /** Of a file that cannot be read, or that a later build wrote: nothing is written over it. */
  let inMemory: Settings | null = null
  let isNewer = false

  const text = async (): Promise<string> => {
    try {
      return (await readTextIfThere(file, LARGEST.settings)) ?? ''
    } catch {
      // Whatever is there: it costs the order of a list, and must not keep the app from starting.
      // Kept beside, so that nothing is written over what is no file of ours.
      const aside = `${file}.unreadable-${clock.now()}`
      try {
        await rename(file, aside)
        onProblem(fail('settings-set-aside', { file: aside }).error)
      } catch {
        inMemory = NO_SETTINGS
        onProblem(fail('settings-set-aside', { file }).error)
      }
      return ''
    }
  }
  const read = async (): Promise<Settings> => {
    if (inMemory) return inMemory
    const kept = readKept(await text(), settingsKind)
    if (kept.kind === 'newer') {
      inMemory = NO_SETTINGS
      isNewer = true
    }
    // Unreadable settings cost the order of a list, and no more.
    return kept.kind === 'read' ? kept.content : NO_SETTINGS
  }
  return {
    read,
    async change(changed) {
      const next = { ...(await read()), ...changed }
      if (inMemory) inMemory = next
      else await writing(file, replaceFile(file, keptText(next, settingsKind)))
    },
    async newer() {
      await read()
      return isNewer ? file : null
    },
  }
}
