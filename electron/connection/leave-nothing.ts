import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isOfChromium } from '../files/profile-content.ts'
import { BEGUN, CONNECTIONS, isOfPlace, KEY_NOTE } from './profile-names.ts'

/** How often what Chromium goes on writing is removed, and milliseconds in between. */
const PASSES = 5
const PAUSE = 40

/**
 * The last act of a program that has removed everything, when its window is gone: what Chromium kept,
 * the notes by which an interrupted removal would have gone on, and the folders, if they are empty now.
 * `connections` are the folders of those of which something is left. Nobody is left to be told of a failure, which the window has named as possible.
 */
export function leaveNothing(profile: string, connections: readonly string[]): void {
  for (const folder of connections) {
    attempt(() => rmSync(path.join(folder, KEY_NOTE), { force: true }))
    attempt(() => rmdirSync(folder))
  }
  attempt(() => rmdirSync(path.join(profile, CONNECTIONS)))
  const isLeft = (name: string): boolean => isOfChromium(name) || isOfPlace(name)
  // Chromium's own threads may be in the middle of writing.
  for (let pass = 0; pass < PASSES && namesIn(profile).some(isLeft); pass += 1) {
    for (const name of namesIn(profile).filter(isLeft))
      attempt(() => rmSync(path.join(profile, name), { recursive: true, force: true }))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
  }
  attempt(() => rmSync(path.join(profile, BEGUN), { force: true }))
  attempt(() => rmdirSync(profile))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // There is none any more.
    return []
  }
}

function attempt(task: () => void): void {
  try {
    task()
  } catch {
    // It is not empty, or in use: see above.
  }
}
