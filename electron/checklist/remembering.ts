import { knownForLater, takeUpKnown } from './earlier.ts'
import type { Checklist } from './lines.ts'
import type { Choices, SetAside } from './state-file.ts'

/** Reads what is remembered, and what was proven before the app was started. */
export async function recall(
  checklist: Checklist,
): Promise<{ readonly setAside: SetAside | null }> {
  const { choices, setAside, isTodays } = await checklist.stateFile.load()
  checklist.choices = choices
  takeUpKnown(checklist)
  if (isTodays) checklist.onDisk = told(choices.provenEarlier)
  return { setAside }
}

/** Changes the choices and resolves when they are on disk. */
export async function remember(checklist: Checklist, change: Partial<Choices>): Promise<void> {
  const before = checklist.choices
  const changed = { ...before, ...change }
  checklist.choices = changed
  try {
    await save(checklist)
  } catch (error) {
    // What is not on disk is not chosen: the next start would not know of it.
    if (checklist.choices === changed) checklist.choices = before
    throw error
  }
}

/**
 * Writes down what is proven by now, for the next start to show. Nothing but a look replaces no file of
 * an earlier version: the build before could not read it any more.
 */
export async function keepKnown(checklist: Checklist): Promise<void> {
  const { onDisk, choices } = checklist
  if (onDisk === null || onDisk === told(knownForLater(checklist, choices))) return
  try {
    await save(checklist)
  } catch {
    // It is for showing only: a disk that takes nothing is told with the next choice.
  }
}

/** What was proven goes along with whatever is saved. */
async function save(checklist: Checklist): Promise<void> {
  const { choices, stateFile } = checklist
  const provenEarlier = knownForLater(checklist, choices)
  await stateFile.save({ ...choices, provenEarlier })
  checklist.onDisk = told(provenEarlier)
}

/** What is told of it: the time of a new look at the same alone is not worth a write. */
function told(proven: Choices['provenEarlier']): string {
  if (!proven) return ''
  const { steps, ...about } = proven
  return JSON.stringify([about, steps.map(({ id, kind }) => `${id} ${kind}`).toSorted()])
}
